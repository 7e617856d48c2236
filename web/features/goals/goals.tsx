import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Goal } from '../../../src/contract/long-game.ts';
import { Field } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { Section } from '../../components/section.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { isDay } from '../../lib/days.ts';
import { n } from '../../lib/strings-news.ts';
import { longGame } from '../news/queries.ts';
import { InlineForm } from '../person/inline-form.tsx';
import { PersonPicker } from '../touch/person-picker.tsx';

/** The owner's goals; the open ones first, each with the people it touches. */
export function Goals({ goals }: { readonly goals: readonly Goal[] }) {
  const [adding, setAdding] = useState(false);
  const sorted = [...goals].sort((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open'));
  return (
    <Section
      title={n.goals.section}
      {...(goals.length === 0 ? {} : { addLabel: n.goals.add, onAdd: () => setAdding(true) })}
    >
      {adding && <GoalForm onClose={() => setAdding(false)} />}
      {goals.length === 0 && !adding && (
        <div className="card grid justify-items-start gap-3 p-4">
          <p className="text-soft">{n.goals.empty}</p>
          <button type="button" className="act act-go" onClick={() => setAdding(true)}>
            {n.goals.add}
          </button>
        </div>
      )}
      <ul className="grid gap-3">
        {sorted.map((goal) => (
          <li key={goal.id}>
            <GoalCard goal={goal} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function GoalForm({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [due, setDue] = useState('');
  const save = (): void => {
    void perform(client.addGoal({ body: { text: text.trim(), due: isDay(due) ? due : null } }), { onDone: onClose });
  };
  return (
    <InlineForm ready={text.trim() !== ''} onSave={save} onClose={onClose}>
      <Field label={n.goals.text}>
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
      <Field label={n.goals.by}>
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

function GoalCard({ goal }: { readonly goal: Goal }) {
  const [asking, setAsking] = useState(false);
  const isOpen = goal.state === 'open';
  const become = (state: Goal['state']): void => {
    void perform(client.updateGoal({ params: { id: goal.id }, body: { state } }));
  };
  return (
    <article aria-label={goal.text} className="card grid gap-3 p-4">
      <header className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h3 dir="auto" className="text-start font-serif text-[1.15rem] leading-snug wrap-anywhere">
            {goal.text}
          </h3>
          <p className="text-small text-soft">
            {[isOpen ? '' : n.goals.states[goal.state], goal.due === null ? '' : n.goals.until(goal.due)]
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
        </div>
        <button
          type="button"
          className="act act-round max-desk:min-h-11 max-desk:w-11"
          aria-label={n.goals.remove}
          title={n.goals.remove}
          onClick={() => void perform(client.deleteGoal({ params: { id: goal.id } }))}
        >
          <Icon name="close" size={14} />
        </button>
      </header>
      {goal.people.length > 0 && (
        <ul className="grid gap-1">
          {goal.people.map(({ id, personId, name, why }) => (
            <li key={id} className="flex items-center gap-2">
              <span className="min-w-0 flex-1 wrap-anywhere">
                <Link to="/people/$id" params={{ id: personId }} className="font-medium hover:underline" dir="auto">
                  {name}
                </Link>
                {why !== '' && (
                  <span className="block text-small text-soft" lang="en">
                    {why}
                  </span>
                )}
              </span>
              <button
                type="button"
                className="act act-round max-desk:min-h-11 max-desk:w-11"
                aria-label={n.goals.unlink(name)}
                title={n.goals.unlink(name)}
                onClick={() => void perform(client.removeGoalPerson({ params: { id } }))}
              >
                <Icon name="close" size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {asking && <Helpers goal={goal} />}
      <div className="flex flex-wrap gap-1">
        {isOpen && !asking && (
          <button type="button" className="act act-line" onClick={() => setAsking(true)}>
            {n.goals.suggest}
          </button>
        )}
        {isOpen ? (
          <>
            <button type="button" className="act" onClick={() => become('reached')}>
              {n.goals.reach}
            </button>
            <button type="button" className="act" onClick={() => become('let-go')}>
              {n.goals.letGo}
            </button>
          </>
        ) : (
          <button type="button" className="act" onClick={() => become('open')}>
            {n.goals.reopen}
          </button>
        )}
      </div>
    </article>
  );
}

/** Who could help, with the reason that is kept with them. */
function Helpers({ goal }: { readonly goal: Goal }) {
  const { data } = useQuery(longGame.helpers(goal.id));
  const link = (personId: string, why: string): void => {
    void perform(client.addGoalPerson({ params: { id: goal.id }, body: { personId, why } }));
  };
  return (
    <div className="grid gap-2 rounded-card bg-sunk p-3">
      {data !== undefined && data.people.length === 0 && <p className="text-small text-soft">{n.goals.suggestNone}</p>}
      <ul className="grid gap-1">
        {(data?.people ?? []).map(({ personId, name, why }) => (
          <li key={personId} className="flex items-start gap-2">
            <span className="min-w-0 flex-1 wrap-anywhere">
              {name}
              <span className="block text-small text-soft" lang="en">
                {why.join(' ')}
              </span>
            </span>
            <button
              type="button"
              className="act act-round max-desk:min-h-11 max-desk:w-11"
              aria-label={n.goals.link(name)}
              title={n.goals.link(name)}
              onClick={() => link(personId, why[0] ?? '')}
            >
              <Icon name="plus" size={16} />
            </button>
          </li>
        ))}
      </ul>
      <PersonPicker
        label={n.goals.byName}
        except={goal.people.map(({ personId }) => personId)}
        onPick={(picked) => picked?.id !== undefined && link(picked.id, '')}
      />
    </div>
  );
}
