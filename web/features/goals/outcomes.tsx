import { useState } from 'react';
import type { Goal, Outcome } from '../../../src/contract/long-game.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { Section } from '../../components/section.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { shortDay } from '../../lib/days.ts';
import { n } from '../../lib/strings-news.ts';
import { InlineForm } from '../person/inline-form.tsx';
import { PersonPicker } from '../touch/person-picker.tsx';
import { ThanksLine } from './thanks.tsx';

/** What came of ties: with whom, who introduced whom, and the thanks. */
export function Outcomes({
  outcomes,
  goals,
}: {
  readonly outcomes: readonly Outcome[];
  readonly goals: readonly Goal[];
}) {
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={n.goals.outcomes}
      {...(outcomes.length === 0 ? {} : { addLabel: n.goals.addOutcome, onAdd: () => setAdding(true) })}
    >
      {adding && <OutcomeForm goals={goals} onClose={() => setAdding(false)} />}
      {outcomes.length === 0 && !adding && (
        <div className="card grid justify-items-start gap-3 p-4">
          <p className="text-soft">{n.goals.outcomesEmpty}</p>
          <button type="button" className="act act-line" onClick={() => setAdding(true)}>
            {n.goals.addOutcome}
          </button>
        </div>
      )}
      <ul className="grid gap-3">
        {outcomes.map((outcome) => (
          <li key={outcome.id}>
            <OutcomeCard outcome={outcome} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OutcomeCard({ outcome }: { readonly outcome: Outcome }) {
  const { text, date, people, doors, thanks } = outcome;
  return (
    <article aria-label={text} className="card grid gap-3 p-4">
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h3 dir="auto" className="voice text-start text-[1.15rem] leading-snug wrap-anywhere">
            {text}
          </h3>
          <p className="text-small text-soft">
            {shortDay(date)} · {people.map(({ name }) => name).join(', ')}
          </p>
        </div>
        <button
          type="button"
          className="act act-round max-desk:min-h-11 max-desk:w-11"
          aria-label={n.goals.removeOutcome}
          title={n.goals.removeOutcome}
          onClick={() => void perform(client.deleteOutcome({ params: { id: outcome.id } }))}
        >
          <Icon name="close" size={14} />
        </button>
      </header>
      {doors.length > 0 && (
        <ol className="grid gap-1">
          {doors.map(({ who, by }) => (
            <li key={by.id}>{n.goals.introduced(by.name, who.name)}</li>
          ))}
        </ol>
      )}
      {thanks.length > 0 && (
        <section aria-label={n.goals.thanks}>
          <h4 className="small-head">{n.goals.thanks}</h4>
          {thanks.map((one) => (
            <ThanksLine key={one.personId} thanks={one} text={text} />
          ))}
        </section>
      )}
    </article>
  );
}

function OutcomeForm({ goals, onClose }: { readonly goals: readonly Goal[]; readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [goalId, setGoalId] = useState('');
  const [people, setPeople] = useState<readonly { readonly id: string; readonly name: string }[]>([]);
  const save = (): void => {
    const body = { text: text.trim(), people: people.map(({ id }) => id), goalId: goalId === '' ? null : goalId };
    void perform(client.addOutcome({ body }), { onDone: onClose });
  };
  return (
    <InlineForm ready={text.trim() !== '' && people.length > 0} onSave={save} onClose={onClose}>
      <Field label={n.goals.outcomeText}>
        {(props) => (
          <input
            {...props}
            dir="auto"
            className="input"
            maxLength={2_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-1.5">
        {people.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className="chip chip-leaf"
            onClick={() => setPeople(people.filter((one) => one.id !== id))}
          >
            {name} <Icon name="close" size={12} />
            <span className="sr-only">{n.goals.unlink(name)}</span>
          </button>
        ))}
      </div>
      <PersonPicker
        label={n.goals.outcomeWho}
        except={people.map(({ id }) => id)}
        onPick={(picked) => {
          const id = picked?.id;
          if (picked !== undefined && id !== undefined) setPeople([...people, { id, name: picked.name }]);
        }}
      />
      {goals.length > 0 && (
        <Field label={n.goals.outcomeGoal}>
          {({ id }) => (
            <Choice
              id={id}
              value={goalId}
              options={[['', n.goals.noGoal] as const, ...goals.map((goal) => [goal.id, goal.text] as const)]}
              onChange={setGoalId}
            />
          )}
        </Field>
      )}
    </InlineForm>
  );
}
