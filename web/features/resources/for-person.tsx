import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Section } from '../../components/section.tsx';
import { shortDay } from '../../lib/days.ts';
import { r } from '../../lib/strings-resources.ts';
import { resourceQueries } from './queries.ts';

const MOST_SHOWN = 3;

/** What is kept and suits somebody, and what they got; nothing where nothing is. */
export function ForPerson({ id, name }: { readonly id: string; readonly name: string }) {
  const { data } = useQuery(resourceQueries.forPerson(id));
  if (data === undefined || (data.resources.length === 0 && data.shares.length === 0)) return null;
  return (
    <Section title={r.forPerson(name)}>
      <ul className="grid gap-2">
        {data.resources.slice(0, MOST_SHOWN).map(({ resource, why }) => (
          <li key={resource.id}>
            <Link to="/resources/$id" params={{ id: resource.id }} className="link" dir="auto">
              {resource.title}
            </Link>
            <p dir="auto" className="text-small wrap-anywhere text-soft">
              {why}
            </p>
          </li>
        ))}
        {data.shares.slice(0, MOST_SHOWN).map((share) => (
          <li key={share.id} className="text-small text-faint">
            {r.personGot(share.title, shortDay(share.sharedOn ?? ''))}
            {share.reaction !== null && `: ${r.reactions[share.reaction]}`}
            {share.said !== '' && ` (“${share.said}”)`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
