import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TodayPage } from '../../../src/contract/shapes.ts';
import { Empty } from '../../components/empty.tsx';
import { Sprout } from '../../components/icon.tsx';
import { queries } from '../../lib/api.ts';
import { t } from '../../lib/strings.ts';
import { Nudge } from '../import/nudge.tsx';

/** The day is done: a quiet end, who is next, and time for what has grown old. */
export function TodayEnd({ page }: { readonly page: TodayPage }) {
  const coming = page.week[0];
  const { data: people } = useInfiniteQuery({
    ...queries.people({ sort: 'next-touch' }),
    enabled: coming === undefined,
  });
  const due = people?.pages[0]?.items.find((person) => person.nextTouch !== null && person.nextTouch > page.date);
  const next = coming ?? (due && { name: due.name, date: due.nextTouch ?? page.date });
  return (
    <>
      <div className="leaf-band appear flex items-center gap-5 px-6 py-8">
        <Sprout size={44} />
        <div className="voice text-lead">
          <p>{t.today.endLead}</p>
          {next !== undefined && <p className="text-soft">{t.today.endNext(next.name, next.date, page.date)}</p>}
        </div>
      </div>
      <Nudge linked />
    </>
  );
}

/** Nobody is known yet: what Today will be, and three ways to begin. */
export function TodayEmpty() {
  const [fromFile, byName, byLine] = t.today.emptyWays;
  return (
    <Empty title={t.today.emptyTitle} lead={t.today.emptyLead}>
      <ul className="mt-2 grid justify-items-center gap-3">
        <li>
          <Link to="/import" className="act act-go">
            {fromFile}
          </Link>
        </li>
        <li>
          <Link to="/start" className="act act-line">
            {byName}
          </Link>
        </li>
        <li className="max-w-md text-small text-faint">{byLine}</li>
      </ul>
    </Empty>
  );
}
