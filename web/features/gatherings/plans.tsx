import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { urlOf } from '../../../src/client/client.ts';
import type { Plan } from '../../../src/contract/gathering-shapes.ts';
import { Section } from '../../components/section.tsx';
import { plainDay } from '../../lib/days.ts';
import { gatheringQueries } from '../../lib/gathering-queries.ts';
import { t } from '../../lib/strings.ts';
import { tGatherings } from '../../lib/strings-gatherings.ts';
import { PlanAsks } from './plan-asks.tsx';

/** What is planned with people, and what nobody said of yet whether it came about. */
export function Plans() {
  const { data } = useQuery(gatheringQueries.plans);
  const plans = data?.plans ?? [];
  const past = plans.filter((plan) => plan.past);
  const ahead = plans.filter((plan) => !plan.past);
  return (
    <Section title={tGatherings.plans.title}>
      {past.length > 0 && <PlanAsks plans={past} />}
      {data !== undefined && plans.length === 0 && <p className="text-small text-soft">{tGatherings.plans.empty}</p>}
      <ul className="grid gap-3">
        {ahead.map((plan) => (
          <li key={plan.touchId}>
            <PlanLine plan={plan} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function PlanLine({ plan: { touchId, date, text, people } }: { readonly plan: Plan }) {
  const names = people.map(({ name }) => name).join(', ');
  return (
    <>
      <p className="font-serif text-[1.05rem] leading-snug">{names}</p>
      <p dir="auto" className="wrap-anywhere text-small text-soft">
        {[plainDay(date), text].filter((part) => part !== '').join(', ')}
      </p>
      <p className="flex flex-wrap gap-x-4 text-small">
        <Link
          to="/prep"
          search={{ touch: touchId }}
          className="link"
          aria-label={t.prep.prepareFor(text === '' ? names : text)}
        >
          {t.prep.prepare}
        </Link>
        <a
          className="link"
          href={urlOf('getPlanCalendar', { params: { id: touchId } })}
          download
          aria-label={tGatherings.plans.file(names)}
        >
          {tGatherings.file}
        </a>
      </p>
    </>
  );
}
