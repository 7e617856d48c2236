import { type FormEvent, useState } from 'react';
import type { Touch } from '../../../src/contract/shapes.ts';
import { CHANNELS, type Channel, DIRECTIONS, type Direction } from '../../../src/domain/words.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { today } from '../../lib/days.ts';
import { newId } from '../../lib/new-id.ts';
import { t } from '../../lib/strings.ts';
import { PersonPicker } from './person-picker.tsx';

interface TouchSheetProps {
  /** The conversation to change; absent for a new one. */
  readonly touch?: Touch;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly channel: Channel;
  readonly onClose: () => void;
}

/** Writes down one contact: when, how, with whom, and what was said. */
export function TouchSheet({ touch, people, channel, onClose }: TouchSheetProps) {
  const [form, setForm] = useState({
    date: touch?.date ?? (today() as string),
    channel,
    direction: touch?.direction ?? ('mutual' satisfies Direction as Direction),
    summary: touch?.summary ?? '',
    notes: touch?.notes ?? '',
    place: touch?.place ?? '',
    followUp: touch?.followUp ?? false,
  });
  const [present, setPresent] = useState(people);
  const set = (part: Partial<typeof form>): void => setForm({ ...form, ...part });

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = {
      ...form,
      place: form.place.trim() === '' ? null : form.place.trim(),
      people: present.map((person) => person.id),
    };
    void perform(
      touch === undefined
        ? client.addTouch({ body: { ...body, id: newId() } })
        : client.updateTouch({ params: { id: touch.id }, body }),
    );
    onClose();
  };

  return (
    <Sheet open onClose={onClose} title={touch === undefined ? t.touch.title : t.touch.editTitle}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label={t.touch.summary}>
          {(props) => (
            <textarea
              {...props}
              className="input voice"
              rows={2}
              maxLength={2_000}
              placeholder={t.touch.summaryHint}
              value={form.summary}
              onChange={(event) => set({ summary: event.target.value })}
            />
          )}
        </Field>
        <div className="grid gap-4 desk:grid-cols-3">
          <Field label={t.touch.when}>
            {(props) => (
              <input
                {...props}
                type="date"
                className="input"
                value={form.date}
                onChange={(event) => set({ date: event.target.value })}
              />
            )}
          </Field>
          <div className="field">
            <span>{t.touch.how}</span>
            <Choice
              label={t.touch.how}
              value={form.channel}
              options={CHANNELS.map((known) => [known, t.channels[known]] as const)}
              onChange={(next) => set({ channel: next })}
            />
          </div>
          <div className="field">
            <span>{t.touch.direction}</span>
            <Choice
              label={t.touch.direction}
              value={form.direction}
              options={DIRECTIONS.map((known) => [known, t.touch.directions[known]] as const)}
              onChange={(direction) => set({ direction })}
            />
          </div>
        </div>
        <div className="field">
          <span>{t.touch.who}</span>
          <div className="mb-1.5 flex flex-wrap gap-1.5">
            {present.map((person) => (
              <button
                key={person.id}
                type="button"
                className="chip chip-leaf"
                disabled={present.length === 1}
                onClick={() => setPresent(present.filter((other) => other.id !== person.id))}
              >
                {person.name} {present.length > 1 && <Icon name="close" size={12} />}
                {present.length > 1 && <span className="sr-only">{t.common.remove}</span>}
              </button>
            ))}
          </div>
          <PersonPicker
            label={t.touch.addPerson}
            except={present.map((person) => person.id)}
            onPick={(picked) =>
              picked?.id !== undefined && setPresent([...present, { id: picked.id, name: picked.name }])
            }
          />
        </div>
        <Field label={t.touch.place}>
          {(props) => (
            <input
              {...props}
              className="input"
              maxLength={300}
              value={form.place}
              onChange={(event) => set({ place: event.target.value })}
            />
          )}
        </Field>
        <Field label={t.touch.notes}>
          {(props) => (
            <textarea
              {...props}
              className="input"
              rows={3}
              maxLength={50_000}
              value={form.notes}
              onChange={(event) => set({ notes: event.target.value })}
            />
          )}
        </Field>
        <label className="flex items-center gap-2 text-small text-soft">
          <input
            type="checkbox"
            className="tick"
            checked={form.followUp}
            onChange={(event) => set({ followUp: event.target.checked })}
          />
          {t.touch.followUp}
        </label>
        <button type="submit" className="act act-go justify-self-start" disabled={form.date === ''}>
          {t.touch.save}
        </button>
      </form>
    </Sheet>
  );
}
