import { Link } from '@tanstack/react-router';
import type { TodayPage } from '../../../src/contract/shapes.ts';
import { withoutName } from '../../../src/domain/today/without-name.ts';
import { weekdayName } from '../../lib/days.ts';
import { t } from '../../lib/strings.ts';

/** Conferences, mixers and dinners of the week, above the days of people. */
function WeekGatherings({ gatherings }: { readonly gatherings: NonNullable<TodayPage['gatherings']> }) {
  return (
    <ul className="mb-2 grid gap-2 text-small empty:hidden">
      {gatherings.map(({ id, date, name }) => (
        <li key={`${id}-${date}`} className="grid grid-cols-[3.1rem_1fr]">
          <time dateTime={date} className="text-faint">
            {weekdayName(date, 'short')}
          </time>
          <Link to="/gatherings/$id" params={{ id }} className="link w-fit">
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What is coming, and the two hints worth giving on the first page. */
export function TodayAside({ page }: { readonly page: TodayPage }) {
  if (page.people === 0) return null;
  return (
    <aside className="mt-10 grid content-start gap-6 wide:mt-[3.1rem]">
      <section>
        <h2 className="small-head mb-3">{t.today.week}</h2>
        <WeekGatherings gatherings={page.gatherings ?? []} />
        {page.week.length === 0 && (page.gatherings ?? []).length === 0 ? (
          <p className="text-small text-faint">{t.today.weekEmpty}</p>
        ) : (
          <ul className="grid gap-2 text-small">
            {page.week.map((entry) => (
              <li
                key={`${entry.date}-${entry.personId}-${entry.text}`}
                className="grid grid-cols-[3.1rem_1fr] text-soft"
              >
                <time dateTime={entry.date} className="text-faint">
                  {weekdayName(entry.date, 'short')}
                </time>
                <span>
                  <Link
                    to="/people/$id"
                    params={{ id: entry.personId }}
                    className="font-medium text-ink hover:underline"
                  >
                    <bdi>{entry.name}</bdi>
                  </Link>{' '}
                  {withoutName(entry.text, entry.name)}
                  {entry.touchId !== undefined && (
                    <Link
                      to="/prep"
                      search={{ touch: entry.touchId }}
                      className="link block w-fit"
                      aria-label={t.prep.prepareFor(entry.text === '' ? entry.name : entry.text)}
                    >
                      {t.prep.prepare}
                    </Link>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
        <Link to="/gatherings" className="link mt-3 inline-block text-small">
          {t.nav.gatherings}
        </Link>
      </section>
      {page.advice !== null && (
        <section className="leaf-band p-4">
          <h2 className="small-head mb-1.5 text-leaf">{t.today.adviceTitle}</h2>
          <p className="voice text-[1.02rem]">{page.advice}</p>
          <Link to="/circles" className="act -ms-3 mt-1 text-leaf">
            {t.today.adviceAct}
          </Link>
        </section>
      )}
      {page.unsorted > 0 && (
        <section className="text-small text-soft">
          <p>{t.today.unsorted(page.unsorted)}</p>
          <Link to="/sort" className="link mt-1 inline-block">
            {t.today.sort}
          </Link>
        </section>
      )}
    </aside>
  );
}
