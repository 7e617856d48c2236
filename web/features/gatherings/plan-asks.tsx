import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { tGatherings } from '../../lib/strings-gatherings.ts';

interface Asked {
  readonly touchId: string;
  readonly date: string;
  readonly text: string;
  readonly people: readonly { readonly name: string }[];
}

/** Plans whose day is over: one tap makes a touch of what came about. */
export function PlanAsks({ plans }: { readonly plans: readonly Asked[] }) {
  return (
    <ul className="mb-5 grid gap-3">
      {plans.map((plan) => (
        <li key={plan.touchId} className="leaf-band p-4">
          <PlanAsk plan={plan} />
        </li>
      ))}
    </ul>
  );
}

function PlanAsk({ plan: { touchId, date, text, people } }: { readonly plan: Asked }) {
  const names = people.map(({ name }) => name).join(', ');
  const answer = (body: { held: boolean; followUp?: boolean }): void =>
    void perform(client.planHeld({ params: { id: touchId }, body }));
  return (
    <fieldset className="min-w-0">
      <legend className="font-serif text-[1.08rem]">{tGatherings.plans.question(names, date)}</legend>
      {text !== '' && (
        <p dir="auto" className="wrap-anywhere text-soft">
          {text}
        </p>
      )}
      <div className="mt-2 flex flex-wrap gap-1.5">
        <button type="button" className="act act-go" onClick={() => answer({ held: true })}>
          {tGatherings.plans.yes}
        </button>
        <button type="button" className="act act-line" onClick={() => answer({ held: true, followUp: true })}>
          {tGatherings.plans.follow}
        </button>
        <button type="button" className="act" onClick={() => answer({ held: false })}>
          {tGatherings.plans.no}
        </button>
      </div>
    </fieldset>
  );
}
