import { useState } from 'react';
import type { PersonPage, Promised, Reminder } from '../../../src/contract/shapes.ts';
import { PROMISE_BY, type PromiseBy } from '../../../src/domain/words.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { EditableLine, Section } from '../../components/section.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { plusDays, shortDay, today } from '../../lib/days.ts';
import { t } from '../../lib/strings.ts';
import { tPerson } from '../../lib/strings-person.ts';
import { InlineForm } from './inline-form.tsx';

/** Promises both ways, and what one asked to be reminded of. Kept ones make room. */
export function Between({ person }: { readonly person: PersonPage }) {
  const [open, setOpen] = useState<string>();
  const promises = person.promises.filter((promise) => promise.doneOn === null);
  const reminders = person.reminders.filter((reminder) => reminder.doneOn === null);
  const close = (): void => setOpen(undefined);
  const folded = promises.length + reminders.length === 0 && open === undefined;
  return (
    <>
      <Section
        title={tPerson.between}
        act="promise"
        addLabel={tPerson.addPromise}
        onAdd={() => setOpen('new')}
        folded={folded}
      >
        {open === 'new' && <PromiseForm personId={person.id} onClose={close} />}
        {open === 'remind' && <ReminderForm personId={person.id} onClose={close} />}
        <ul>
          {promises.map((promise) => (
            <li key={promise.id}>
              {open === promise.id ? (
                <PromiseForm personId={person.id} promise={promise} onClose={close} />
              ) : (
                <PromiseLine promise={promise} onEdit={() => setOpen(promise.id)} />
              )}
            </li>
          ))}
          {reminders.map((reminder) => (
            <li key={reminder.id}>
              {open === reminder.id ? (
                <ReminderForm personId={person.id} reminder={reminder} onClose={close} />
              ) : (
                <ReminderLine reminder={reminder} onEdit={() => setOpen(reminder.id)} />
              )}
            </li>
          ))}
        </ul>
        {open === undefined && (
          <button type="button" data-act="reminder" className="act -ms-3.5" onClick={() => setOpen('remind')}>
            {tPerson.addReminder}
          </button>
        )}
      </Section>
      {folded && (
        <Section
          title={tPerson.addReminder}
          act="reminder"
          addLabel={tPerson.addReminder}
          onAdd={() => setOpen('remind')}
          folded
        >
          {null}
        </Section>
      )}
    </>
  );
}

function Tick({ label, onDone }: { readonly label: string; readonly onDone: () => void }) {
  return <input type="checkbox" className="tick mt-1" aria-label={label} checked={false} onChange={onDone} />;
}

function PromiseLine({ promise, onEdit }: { readonly promise: Promised; readonly onEdit: () => void }) {
  const now = today();
  return (
    <EditableLine label={tPerson.editThing(promise.text)} onEdit={onEdit}>
      <div className="flex gap-2.5">
        <Tick
          label={`${tPerson.kept}: ${promise.text}`}
          onDone={() => void perform(client.updatePromise({ params: { id: promise.id }, body: { done: true } }))}
        />
        <div className="min-w-0">
          <p dir="auto">{promise.text}</p>
          <p className="text-small text-faint">
            {promise.by === 'me' ? tPerson.me : tPerson.them} ·{' '}
            {promise.due === null ? (
              tPerson.since(promise.madeOn)
            ) : (
              <span className={promise.due < now ? 'text-warm' : ''}>{tPerson.due(promise.due, now)}</span>
            )}
          </p>
        </div>
      </div>
    </EditableLine>
  );
}

function ReminderLine({ reminder, onEdit }: { readonly reminder: Reminder; readonly onEdit: () => void }) {
  return (
    <EditableLine label={tPerson.editThing(reminder.text)} onEdit={onEdit}>
      <div className="flex gap-2.5">
        <Tick
          label={`${t.common.done}: ${reminder.text}`}
          onDone={() => void perform(client.updateReminder({ params: { id: reminder.id }, body: { done: true } }))}
        />
        <div className="min-w-0">
          <p dir="auto">{reminder.text}</p>
          <p className="text-small text-faint">
            {tPerson.addReminder} · {shortDay(reminder.date)}
          </p>
        </div>
      </div>
    </EditableLine>
  );
}

function PromiseForm({
  personId,
  promise,
  onClose,
}: {
  readonly personId: string;
  readonly promise?: Promised;
  readonly onClose: () => void;
}) {
  const [by, setBy] = useState<PromiseBy>(promise?.by ?? 'me');
  const [text, setText] = useState(promise?.text ?? '');
  const [due, setDue] = useState<string>(promise?.due ?? '');
  const body = { text: text.trim(), due: due === '' ? null : due };
  const save = (): void => {
    void perform(
      promise === undefined
        ? client.addPromise({ params: { id: personId }, body: { ...body, by } })
        : client.updatePromise({ params: { id: promise.id }, body }),
    );
    onClose();
  };
  return (
    <InlineForm
      ready={body.text !== ''}
      onSave={save}
      onClose={onClose}
      {...(promise === undefined
        ? {}
        : { onDelete: () => void perform(client.deletePromise({ params: { id: promise.id } })) })}
    >
      {promise === undefined && (
        <Choice
          label={tPerson.by}
          value={by}
          options={PROMISE_BY.map((who) => [who, who === 'me' ? tPerson.me : tPerson.them] as const)}
          onChange={setBy}
        />
      )}
      <input
        aria-label={tPerson.promiseText}
        dir="auto"
        placeholder={tPerson.promiseText}
        className="input"
        maxLength={2_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Field label={tPerson.dueLabel}>
        {(props) => (
          <input
            {...props}
            type="date"
            className="input"
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
        )}
      </Field>
    </InlineForm>
  );
}

function ReminderForm({
  personId,
  reminder,
  onClose,
}: {
  readonly personId: string;
  readonly reminder?: Reminder;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState(reminder?.text ?? '');
  const [date, setDate] = useState<string>(reminder?.date ?? plusDays(today(), 7));
  const body = { text: text.trim(), date };
  const save = (): void => {
    void perform(
      reminder === undefined
        ? client.addReminder({ params: { id: personId }, body })
        : client.updateReminder({ params: { id: reminder.id }, body }),
    );
    onClose();
  };
  return (
    <InlineForm
      ready={body.text !== '' && date !== ''}
      onSave={save}
      onClose={onClose}
      {...(reminder === undefined
        ? {}
        : { onDelete: () => void perform(client.deleteReminder({ params: { id: reminder.id } })) })}
    >
      <input
        aria-label={tPerson.reminderText}
        dir="auto"
        placeholder={tPerson.reminderText}
        className="input"
        maxLength={2_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Field label={tPerson.on}>
        {(props) => (
          <input
            {...props}
            type="date"
            className="input"
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
        )}
      </Field>
    </InlineForm>
  );
}
