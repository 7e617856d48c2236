import { type FormEvent, useState } from 'react';
import type { Circle } from '../../../src/contract/shapes.ts';
import { Field } from '../../components/field.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { t } from '../../lib/strings.ts';
import { tCircles } from '../../lib/strings-circles.ts';

interface CircleSheetProps {
  readonly circle?: Circle;
  /** Where a new one stands. */
  readonly position: number;
  readonly onClose: () => void;
}

export function CircleSheet({ circle, position, onClose }: CircleSheetProps) {
  const [name, setName] = useState(circle?.name ?? '');
  const [days, setDays] = useState(circle?.rhythmDays === null ? '' : String(circle?.rhythmDays ?? 30));
  const [size, setSize] = useState(circle?.size ? String(circle.size) : '');
  const ready = name.trim() !== '';

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    const body = {
      name: name.trim(),
      rhythmDays: days === '' ? null : Number(days),
      size: size === '' ? null : Number(size),
    };
    void perform(
      circle === undefined
        ? client.addCircle({ body: { ...body, position } })
        : client.updateCircle({ params: { id: circle.id }, body }),
    );
    onClose();
  };
  const remove = (id: string): void => {
    void perform(client.deleteCircle({ params: { id } }));
    onClose();
  };

  return (
    <Sheet
      open
      onClose={onClose}
      title={circle === undefined ? tCircles.addTitle : tCircles.editTitle(circle.name)}
      width="26rem"
    >
      <form onSubmit={submit} className="grid gap-4">
        <Field label={tCircles.name}>
          {(props) => (
            <input
              {...props}
              className="input voice"
              maxLength={80}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <fieldset className="field">
          <legend className="mb-1">{tCircles.rhythm}</legend>
          <div className="flex flex-wrap gap-1.5">
            {tCircles.rhythmChoices.map((choice) => (
              <button
                key={choice}
                type="button"
                aria-pressed={days === String(choice)}
                className={days === String(choice) ? 'act act-go' : 'act act-line'}
                onClick={() => setDays(String(choice))}
              >
                {t.rhythm(choice)}
              </button>
            ))}
            <button
              type="button"
              aria-pressed={days === ''}
              className={days === '' ? 'act act-go' : 'act act-line'}
              onClick={() => setDays('')}
            >
              {tCircles.noRhythm}
            </button>
          </div>
          <label className="mt-1 flex items-center gap-2">
            <input
              type="number"
              min={1}
              max={3660}
              className="input w-24!"
              value={days}
              onChange={(event) => setDays(event.target.value)}
            />{' '}
            {tCircles.days}
          </label>
        </fieldset>
        <Field label={tCircles.size}>
          {(props) => (
            <input
              {...props}
              type="number"
              min={1}
              max={10_000}
              className="input w-28!"
              value={size}
              onChange={(event) => setSize(event.target.value)}
            />
          )}
        </Field>
        <div className="flex items-center gap-2">
          <button type="submit" className="act act-go" disabled={!ready}>
            {t.common.save}
          </button>
          <button type="button" className="act" onClick={onClose}>
            {t.common.cancel}
          </button>
          {circle !== undefined && (
            <button
              type="button"
              className="act act-warm ms-auto"
              title={tCircles.deleteHint}
              onClick={() => remove(circle.id)}
            >
              {tCircles.delete}
            </button>
          )}
        </div>
      </form>
    </Sheet>
  );
}
