import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ApiError } from '../../src/client/errors.ts';
import { Loading } from '../components/loading.tsx';
import { PersonCard } from '../features/resources/person-card.tsx';
import { resourceQueries } from '../features/resources/queries.ts';
import { ResourceHead } from '../features/resources/resource-head.tsx';
import { Shares } from '../features/resources/shares.tsx';
import { Stumble } from '../features/shell/stumble.tsx';
import { r } from '../lib/strings-resources.ts';

const route = getRouteApi('/shell/resources/$id');

/** One thing to share: who would value it and why, each with words of their own; and who got it. */
export function ResourceRoute() {
  const { id } = route.useParams();
  const { data: resource, error, refetch } = useQuery(resourceQueries.one(id));
  if (error instanceof ApiError && error.status === 404)
    return (
      <p role="alert" className="my-12 max-w-prose text-soft">
        {r.gone}
      </p>
    );
  if (resource === undefined)
    return error === null ? (
      <Loading rows={4} height="7rem" />
    ) : (
      <Stumble error={error} onRetry={() => void refetch()} />
    );
  return (
    <article aria-label={resource.title}>
      <ResourceHead key={resource.id} resource={resource} />
      <div className="grid gap-x-12 gap-y-8 wide:grid-cols-[minmax(0,1fr)_18rem]">
        <section aria-label={r.who}>
          <h2 className="small-head mb-3">{r.who}</h2>
          {resource.people.length === 0 && (
            <p className="text-soft">{resource.shares.length > 0 ? r.everyone : r.nobody}</p>
          )}
          <ul className="grid gap-4">
            {resource.people.map((person) => (
              <PersonCard key={person.personId} resourceId={resource.id} person={person} />
            ))}
          </ul>
          {resource.further > 0 && <p className="mt-4 text-small text-faint">{r.further(resource.further)}</p>}
        </section>
        <Shares shares={resource.shares} />
      </div>
    </article>
  );
}
