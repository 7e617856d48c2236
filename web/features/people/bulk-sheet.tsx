import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { BulkAct, Circle } from '../../../src/contract/shapes.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { t } from '../../lib/strings.ts';
import { tCircles } from '../../lib/strings-circles.ts';
import { tPeople } from '../../lib/strings-people.ts';

export type ActForm = 'circle' | 'tag' | 'rhythm';

interface BulkSheetProps {
  readonly form: ActForm;
  readonly count: number;
  readonly circles: readonly Circle[];
  readonly onAct: (act: BulkAct) => void;
  readonly onClose: () => void;
}

/** Asks what is needed to do something to the chosen. */
export function BulkSheet({ form, count, circles, onAct, onClose }: BulkSheetProps) {
  return (
    <Sheet open onClose={onClose} title={tPeople.choosing.titles[form](count)} width="26rem">
      {form === 'circle' && <CircleForm circles={circles} onAct={onAct} />}
      {form === 'tag' && <TagForm onAct={onAct} />}
      {form === 'rhythm' && <RhythmForm onAct={onAct} />}
    </Sheet>
  );
}

type FormProps = Pick<BulkSheetProps, 'onAct'>;

function CircleForm({ circles, onAct }: FormProps & Pick<BulkSheetProps, 'circles'>) {
  const [circle, setCircle] = useState(circles[0]?.id ?? '');
  if (circles.length === 0)
    return (
      <p className="text-soft">
        {tPeople.choosing.noCircles}{' '}
        <Link to="/circles" className="link">
          {tPeople.choosing.makeCircle}
        </Link>
      </p>
    );
  return (
    <div className="grid gap-4">
      <Choice
        label={tPeople.circle}
        value={circle}
        options={circles.map(({ id, name }) => [id, name] as const)}
        onChange={setCircle}
      />
      <div className="flex flex-wrap gap-2">
        <button type="button" className="act act-go" onClick={() => onAct({ kind: 'add-to-circle', circle })}>
          {tPeople.choosing.add}
        </button>
        <button type="button" className="act act-line" onClick={() => onAct({ kind: 'move-to-circle', circle })}>
          {tPeople.choosing.move}
        </button>
      </div>
      <p className="text-small text-faint">{tPeople.choosing.moveHint}</p>
    </div>
  );
}

function TagForm({ onAct }: FormProps) {
  const [text, setText] = useState('');
  const tag = text.trim();
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (tag !== '') onAct({ kind: 'add-tag', tag });
      }}
    >
      <Field label={tPeople.choosing.forms.tag}>
        {(props) => (
          <input
            {...props}
            className="input"
            maxLength={80}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <button type="submit" className="act act-go" disabled={tag === ''}>
          {tPeople.choosing.addTag}
        </button>
        <button
          type="button"
          className="act act-line"
          disabled={tag === ''}
          onClick={() => onAct({ kind: 'remove-tag', tag })}
        >
          {tPeople.choosing.removeTag}
        </button>
      </div>
    </form>
  );
}

function RhythmForm({ onAct }: FormProps) {
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-1.5">
        {tCircles.rhythmChoices.map((days) => (
          <button
            key={days}
            type="button"
            className="act act-line max-desk:min-h-11"
            onClick={() => onAct({ kind: 'set-rhythm', days })}
          >
            {t.rhythm(days)}
          </button>
        ))}
        <button
          type="button"
          className="act act-line max-desk:min-h-11"
          onClick={() => onAct({ kind: 'set-rhythm', days: null })}
        >
          {tPeople.choosing.clearRhythm}
        </button>
      </div>
      <p className="text-small text-faint">{tPeople.choosing.rhythmHint}</p>
    </div>
  );
}
