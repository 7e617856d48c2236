import { useQuery } from '@tanstack/react-query';
import { Empty } from '../components/empty.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { ContactPicture } from '../features/pictures/contact-picture.tsx';
import { NetworkWarmthPicture } from '../features/pictures/network-warmth.tsx';
import { PictureTabs } from '../features/pictures/tabs.tsx';
import { Stumble } from '../features/shell/stumble.tsx';
import { queries } from '../lib/api.ts';
import { p } from '../lib/strings-pictures.ts';

/** How warm the ties were over the years, and how one kept them. */
export function OverTimeRoute() {
  const { data: warmth, error, refetch } = useQuery(queries.warmth);
  if (error !== null) return <Stumble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHead title={p.time.title} lead={p.time.lead}>
        <PictureTabs />
      </PageHead>
      {warmth === undefined ? (
        <Loading rows={2} height="22rem" />
      ) : warmth.months.length === 0 ? (
        <Empty title={p.time.emptyTitle} lead={p.time.emptyLead} />
      ) : (
        <div className="grid gap-6">
          <NetworkWarmthPicture months={warmth.months} />
          <ContactPicture />
        </div>
      )}
    </>
  );
}
