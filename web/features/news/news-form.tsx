import { useState } from 'react';
import { NEWS_KINDS, type NewsKind } from '../../../src/domain/words.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { n } from '../../lib/strings-news.ts';
import { InlineForm } from '../person/inline-form.tsx';

const PER_DAY = ['1', '2', '3', '5', '8'] as const;

/** Something new with the owner, before anybody is chosen. */
export function NewsForm({ onDone, onClose }: { readonly onDone: (id: string) => void; readonly onClose: () => void }) {
  const [kind, setKind] = useState<NewsKind>('job');
  const [text, setText] = useState('');
  const [perDay, setPerDay] = useState<(typeof PER_DAY)[number]>('3');
  const save = (): void => {
    void perform(client.addNews({ body: { kind, text: text.trim(), perDay: Number(perDay) } }), {
      onDone: ({ id }) => id !== undefined && onDone(id),
    });
  };
  return (
    <InlineForm ready={text.trim() !== ''} onSave={save} onClose={onClose}>
      <Field label={n.news.text} hint={n.news.textHint}>
        {(props) => (
          <textarea
            {...props}
            className="input voice"
            rows={3}
            maxLength={2_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={n.news.kind}>
          {({ id }) => (
            <Choice
              id={id}
              value={kind}
              options={NEWS_KINDS.map((one) => [one, n.news.kinds[one]] as const)}
              onChange={setKind}
            />
          )}
        </Field>
        <Field label={n.news.perDay}>
          {({ id }) => (
            <Choice id={id} value={perDay} options={PER_DAY.map((one) => [one, one] as const)} onChange={setPerDay} />
          )}
        </Field>
      </div>
    </InlineForm>
  );
}
