import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonPage } from '../../../src/contract/shapes.ts';
import { Choice } from '../../components/choice.tsx';
import { Icon } from '../../components/icon.tsx';
import { Section } from '../../components/section.tsx';
import { perform } from '../../lib/acts.ts';
import { client, queries } from '../../lib/api.ts';
import { t } from '../../lib/strings.ts';
import { tCircles } from '../../lib/strings-circles.ts';
import { tPerson } from '../../lib/strings-person.ts';

/** Which circles they are in, and a rhythm of their own if the circle's does not fit. */
export function CirclesEditor({ person }: { readonly person: PersonPage }) {
  const { data } = useQuery(queries.circles);
  const [other, setOther] = useState(false);
  const joined = new Set(person.circles.map((circle) => circle.id));
  const free = (data?.circles ?? []).filter((circle) => !joined.has(circle.id));
  const setRhythm = (rhythmDays: number | null): void =>
    void perform(client.updatePerson({ params: { id: person.id }, body: { rhythmDays } }));
  const change = (circleId: string, body: { add: string[] } | { remove: string[] }): void =>
    void perform(client.changeMembers({ params: { id: circleId }, body }));

  const days = [
    ...new Set([...tCircles.rhythmChoices, ...(person.rhythmDays === null ? [] : [person.rhythmDays])]),
  ].sort((a, b) => a - b);
  return (
    <Section title={tPerson.circles}>
      <div className="flex flex-wrap items-center gap-1.5">
        {person.circles.map((circle) => (
          <button
            key={circle.id}
            type="button"
            className="chip chip-leaf"
            aria-label={tPerson.leave(circle.name)}
            onClick={() => change(circle.id, { remove: [person.id] })}
          >
            {circle.name} <Icon name="close" size={12} />
          </button>
        ))}
        {free.length > 0 && (
          <Choice
            label={tPerson.joinCircle}
            className="w-auto! min-h-8! rounded-full! py-1! text-small!"
            value=""
            options={[['', tPerson.joinCircle], ...free.map((circle) => [circle.id, circle.name] as const)]}
            onChange={(id) => id !== '' && change(id, { add: [person.id] })}
          />
        )}
      </div>
      <div className="mt-3 flex items-center gap-2 text-small text-soft">
        <span id="own-rhythm">{tPerson.ownRhythm}</span>
        {other ? (
          <input
            type="number"
            min={1}
            max={3660}
            aria-label={tPerson.rhythmDays}
            className="input w-24! min-h-8! py-1!"
            defaultValue={person.rhythmDays ?? ''}
            onBlur={(event) => {
              setOther(false);
              const value = event.target.valueAsNumber;
              if (Number.isInteger(value) && value >= 1 && value <= 3660 && value !== person.rhythmDays)
                setRhythm(value);
            }}
            onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
          />
        ) : (
          <Choice
            label={tPerson.ownRhythm}
            className="w-auto! min-h-8! py-1! text-small!"
            value={person.rhythmDays === null ? '' : String(person.rhythmDays)}
            options={[
              ['', tPerson.followCircle],
              ...days.map((count) => [String(count), t.rhythm(count)] as const),
              ['other', tPerson.rhythmDays],
            ]}
            onChange={(value) => (value === 'other' ? setOther(true) : setRhythm(value === '' ? null : Number(value)))}
          />
        )}
      </div>
    </Section>
  );
}
