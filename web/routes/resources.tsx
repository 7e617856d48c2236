import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ResourceItem } from '../../src/contract/shapes.ts';
import { siteOf } from '../../src/domain/resources/address.ts';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Bookmark } from '../features/resources/bookmark.tsx';
import { KeepForm } from '../features/resources/keep-form.tsx';
import { resourceQueries } from '../features/resources/queries.ts';
import { Stumble } from '../features/shell/stumble.tsx';
import { shortDay } from '../lib/days.ts';
import { r } from '../lib/strings-resources.ts';

const route = getRouteApi('/shell/resources');

/** What is kept to be shared, and the place to keep more. */
export function ResourcesRoute() {
  const { url = '', title = '' } = route.useSearch();
  const { data, error, refetch } = useQuery(resourceQueries.list);
  if (error !== null && data === undefined) return <Stumble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHead title={r.title} lead={r.lead} />
      <KeepForm key={`${url} ${title}`} url={url} title={title} />
      <div className="mt-8">
        {data === undefined ? (
          <Loading rows={3} height="4rem" />
        ) : data.resources.length === 0 ? (
          <p className="text-soft">{r.empty}</p>
        ) : (
          <ul aria-label={r.list}>
            {data.resources.map((resource) => (
              <ResourceRow key={resource.id} resource={resource} />
            ))}
          </ul>
        )}
      </div>
      <Bookmark />
    </>
  );
}

function ResourceRow({ resource }: { readonly resource: ResourceItem }) {
  const { id, title, url, topics, shared, meant, addedOn } = resource;
  const about = [url === null ? '' : siteOf(url), topics.join(', ')].filter((part) => part !== '');
  const what = [r.meantFor(meant), r.sharedWith(shared), shortDay(addedOn)].filter((part) => part !== '');
  return (
    <li className="border-b border-line/70">
      <Link
        to="/resources/$id"
        params={{ id }}
        className="grid gap-x-4 px-2 py-3 hover:bg-card focus-visible:-outline-offset-2 desk:grid-cols-[minmax(0,1fr)_auto]"
      >
        <span className="min-w-0">
          <span dir="auto" className="block font-serif text-[1.08rem] leading-snug wrap-anywhere">
            {title}
          </span>
          <span className="block text-small wrap-anywhere text-soft">{about.join(' · ')}</span>
        </span>
        <span className="text-small text-faint">{what.join(' · ')}</span>
      </Link>
    </li>
  );
}
