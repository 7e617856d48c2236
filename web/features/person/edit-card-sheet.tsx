import { type FormEvent, useState } from 'react';
import { ApiError } from '../../../src/client/errors.ts';
import type { PersonPage } from '../../../src/contract/shapes.ts';
import { CHANNELS, type Channel } from '../../../src/domain/words.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { applyCardForm, birthdayProblem, type CardForm, toCard, toCardForm } from '../../lib/card-form.ts';
import { t } from '../../lib/strings.ts';
import { tEdit } from '../../lib/strings-edit.ts';
import { BirthdayFields } from './birthday-fields.tsx';
import { Lines, ServiceLines } from './edit-lines.tsx';

/** Everything on a card one may want to change. What the form does not show stays as it was. */
export function EditCardSheet({ person, onClose }: { readonly person: PersonPage; readonly onClose: () => void }) {
  const card = toCard(person);
  const [form, setForm] = useState<CardForm>(() => toCardForm(card));
  const [channel, setChannel] = useState<Channel | ''>(person.channel ?? '');
  const [tags, setTags] = useState(person.tags.join(', '));
  const [rev] = useState(person.rev);
  const [conflict, setConflict] = useState(false);
  const set =
    <K extends keyof CardForm>(key: K) =>
    (value: CardForm[K]): void =>
      setForm({ ...form, [key]: value });
  const problem = birthdayProblem(form.birthday);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problem !== undefined || form.full.trim() === '') return;
    const body = {
      rev,
      card: { ...applyCardForm(card, form) },
      channel: channel === '' ? null : channel,
      tags: [
        ...new Set(
          tags
            .split(',')
            .map((tag) => tag.trim())
            .filter((tag) => tag !== ''),
        ),
      ],
    };
    void perform(client.updatePerson({ params: { id: person.id }, body }), {
      onDone: onClose,
      onFail: (error) => setConflict(error instanceof ApiError && error.status === 409),
    });
  };

  const word = (
    key: 'full' | 'given' | 'surname' | 'nickname' | 'pronouns' | 'organization' | 'title',
    label: string,
  ) => (
    <Field label={label}>
      {(props) => (
        <input
          {...props}
          className="input"
          autoComplete="off"
          maxLength={500}
          value={form[key]}
          onChange={(event) => set(key)(event.target.value)}
        />
      )}
    </Field>
  );
  return (
    <Sheet open onClose={onClose} title={tEdit.title} width="42rem">
      <form onSubmit={submit} className="-mx-6 -mb-6 flex max-h-[calc(82dvh-5.5rem)] flex-col">
        <div className="grid min-h-0 gap-5 overflow-y-auto px-6 pb-5">
          {word('full', tEdit.name)}
          <div className="grid gap-4 desk:grid-cols-2">
            {word('given', tEdit.given)}
            {word('surname', tEdit.surname)}
            {word('nickname', tEdit.nickname)}
            {word('pronouns', tEdit.pronouns)}
            {word('title', tEdit.role)}
            {word('organization', tEdit.organization)}
          </div>
          <Lines label={tEdit.emails} lines={form.emails} onChange={set('emails')} type="email" />
          <Lines label={tEdit.phones} lines={form.phones} onChange={set('phones')} type="tel" />
          <ServiceLines lines={form.services} onChange={set('services')} />
          <Lines label={tEdit.addresses} lines={form.addresses} onChange={set('addresses')} type="text" />
          <Lines label={tEdit.links} lines={form.links} onChange={set('links')} type="url" />
          <BirthdayFields value={form.birthday} problem={problem} onChange={set('birthday')} />
          <div className="grid gap-4 desk:grid-cols-2">
            <div className="field">
              <span>{tEdit.channel}</span>
              <Choice
                label={tEdit.channel}
                value={channel}
                options={[['', tEdit.noChannel], ...CHANNELS.map((known) => [known, t.channels[known]] as const)]}
                onChange={setChannel}
              />
            </div>
            <Field label={tEdit.tags} hint={tEdit.tagsHint}>
              {(props) => (
                <input {...props} className="input" value={tags} onChange={(event) => setTags(event.target.value)} />
              )}
            </Field>
          </div>
          <Field label={tEdit.note}>
            {(props) => (
              <textarea
                {...props}
                className="input"
                rows={3}
                value={form.note}
                onChange={(event) => set('note')(event.target.value)}
              />
            )}
          </Field>
          {conflict && (
            <p role="alert" className="rounded-soft bg-warm-soft px-3 py-2 text-small text-warm">
              {tEdit.conflict}
            </p>
          )}
        </div>
        <div className="flex gap-2 border-t border-line px-6 py-4">
          <button type="submit" className="act act-go" disabled={form.full.trim() === '' || problem !== undefined}>
            {tEdit.save}
          </button>
          <button type="button" className="act" onClick={onClose}>
            {t.common.cancel}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
