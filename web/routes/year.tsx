import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { YearReview } from '../../src/contract/shapes.ts';
import { Choice } from '../components/choice.tsx';
import { Empty } from '../components/empty.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { ThanksLine } from '../features/goals/thanks.tsx';
import { PictureTabs } from '../features/pictures/tabs.tsx';
import { Told } from '../features/pictures/told.tsx';
import { YearMonths } from '../features/pictures/year-months.tsx';
import { Stumble } from '../features/shell/stumble.tsx';
import { queries } from '../lib/api.ts';
import { n } from '../lib/strings-news.ts';
import { p } from '../lib/strings-pictures.ts';

const route = getRouteApi('/shell/pictures/year');

/** A year in sentences: whom it was spent with, and whom there is to thank. */
export function YearRoute() {
  const { year } = route.useSearch();
  const { data: review, error, refetch } = useQuery(queries.year(year));
  if (error !== null) return <Stumble error={error} onRetry={() => void refetch()} />;
  if (review === undefined) return <Loading rows={3} height="10rem" />;
  return (
    <>
      <PageHead
        title={p.year.title(review.year)}
        lead={review.people === 0 ? undefined : <span lang="en">{review.inShort}</span>}
      >
        <PictureTabs />
      </PageHead>
      <Chooser review={review} />
      {review.people === 0 && review.sections.length === 0 ? (
        <Empty title={p.year.emptyTitle(review.year)} lead={p.year.emptyLead} />
      ) : (
        <Review review={review} />
      )}
    </>
  );
}

function Chooser({ review }: { readonly review: YearReview }) {
  const navigate = useNavigate();
  const years = review.years.includes(review.year) ? review.years : [review.year, ...review.years];
  return (
    <div className="mb-6 flex items-center gap-2 print:hidden">
      <Choice
        label={p.year.choose}
        className="w-auto!"
        value={String(review.year)}
        options={years.map((year) => [String(year), String(year)] as const)}
        onChange={(year) => void navigate({ to: '/pictures/year', search: { year: Number(year) }, resetScroll: false })}
      />
      <button type="button" className="act act-line max-desk:hidden" onClick={() => window.print()}>
        {p.year.print}
      </button>
    </div>
  );
}

function Review({ review }: { readonly review: YearReview }) {
  return (
    <div className="year grid max-w-3xl gap-8">
      <YearMonths year={review.year} months={review.months} />
      {review.sections.map(({ kind, sentences, more }) => (
        <section key={kind} aria-label={p.year.sections[kind]}>
          <h2 className="mb-2">{p.year.sections[kind]}</h2>
          <div className="grid gap-1.5">
            {sentences.map((sentence) => (
              <Told key={sentence.text} {...sentence} />
            ))}
          </div>
          {more > 0 && <p className="mt-2 text-small text-faint">{p.year.more(more)}</p>}
        </section>
      ))}
      {review.thanks.length > 0 && (
        <section aria-label={n.year.thanks}>
          <h2 className="mb-1">{n.year.thanks}</h2>
          <p className="mb-2 text-soft print:hidden">{n.year.lead}</p>
          {review.thanks.map((thanks) => (
            <ThanksLine key={thanks.personId} thanks={thanks} text={p.year.title(review.year)} />
          ))}
        </section>
      )}
      <p className="border-t border-line pt-4 text-soft print:hidden">{p.year.thank}</p>
    </div>
  );
}
