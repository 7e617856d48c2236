import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Section } from '../../components/section.tsx';
import { shortDay } from '../../lib/days.ts';
import { gatheringQueries } from '../../lib/gathering-queries.ts';
import { tGatherings } from '../../lib/strings-gatherings.ts';

/** Where one meets a person, or met them. */
export function GatheringsOfPerson({ id }: { readonly id: string }) {
  const { data } = useQuery(gatheringQueries.ofPerson(id));
  if (data === undefined || data.gatherings.length === 0) return null;
  return (
    <Section title={tGatherings.ofPerson.title}>
      <ul className="grid gap-2">
        {data.gatherings.map((one) => (
          <li key={`${one.id} ${one.since}`} className="wrap-anywhere">
            <Link to="/gatherings/$id" params={{ id: one.id }} search={{ date: one.since }} className="link" dir="auto">
              {one.name}
            </Link>
            <p className="text-small text-faint">
              {shortDay(one.since)} ·{' '}
              {one.part === 'met' ? tGatherings.ofPerson.met(one.said) : tGatherings.parts[one.part]}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
