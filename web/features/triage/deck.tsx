import { Link } from '@tanstack/react-router';
import type { Circle, TriageCard } from '../../../src/contract/shapes.ts';
import { Face } from '../../components/face.tsx';
import { Icon } from '../../components/icon.tsx';
import { SwipeLabels } from '../../components/swipe-labels.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { withDays } from '../../lib/days.ts';
import { useKeys } from '../../lib/keys.ts';
import { t } from '../../lib/strings.ts';
import { tCircles } from '../../lib/strings-circles.ts';
import { tImport } from '../../lib/strings-import.ts';
import { tTriage } from '../../lib/strings-triage.ts';
import { useSwipe } from '../../lib/use-swipe.ts';
import type { DeckControls } from './use-deck.ts';

interface DeckProps {
  readonly deck: DeckControls;
  readonly card: TriageCard;
  readonly circles: readonly Circle[];
}

/** One person, large, and the keys that say where they belong. */
export function Deck({ deck, card, circles }: DeckProps) {
  const { person } = card;
  const double = card.doubles[0];
  const known = card.known.filter((line) => line !== person.headline && line !== person.place);
  const same = (): void => {
    if (double === undefined) return;
    deck.drop(double.id);
    void perform(client.merge({ body: { keep: person.id, merge: double.id } }));
  };
  const apart = (): void => {
    if (double !== undefined) void perform(client.notSame({ body: { a: person.id, b: double.id } }), { silent: true });
  };
  const { suggestion } = card;
  const suggested =
    suggestion === null
      ? undefined
      : (circles.find((circle) => circle.id === suggestion.circleId)?.name ?? tTriage.leaveShort);
  const swipe = useSwipe<HTMLElement>({
    start: deck.skip,
    ...(suggestion === null ? {} : { end: () => deck.decide(suggestion.circleId) }),
  });
  useKeys(t.keys.triage, [
    ...circles.slice(0, 9).map((circle, at) => ({
      keys: String(at + 1),
      label: tTriage.keys.into(circle.name),
      run: () => deck.decide(circle.id),
    })),
    ...(suggestion === null || suggested === undefined
      ? []
      : [{ keys: 'enter', label: tTriage.keys.suggestion, run: () => deck.decide(suggestion.circleId) }]),
    { keys: 'a', label: tTriage.keys.leave, run: () => deck.decide(null) },
    { keys: '0', label: tTriage.keys.leave, run: () => deck.decide(null) },
    { keys: 'z', label: tTriage.keys.undo, run: deck.takeBack },
    { keys: 'arrowright', label: tTriage.keys.next, run: deck.skip },
    { keys: 'arrowleft', label: tTriage.keys.previous, run: deck.previous },
    ...(double === undefined
      ? []
      : [
          { keys: 's', label: tTriage.keys.same, run: same },
          { keys: 'n', label: tTriage.keys.notSame, run: apart },
        ]),
  ]);

  return (
    <div>
      <section
        key={person.id}
        aria-label={person.name}
        aria-live="polite"
        {...swipe}
        className="card swipes relative appear grid justify-items-center gap-2 px-5 py-5 text-center desk:px-6 desk:py-9"
      >
        <SwipeLabels end={suggested} start={tTriage.skip} />
        <span className="max-desk:hidden">
          <Face id={person.id} initials={person.initials} photo={person.photo} size={5.5} />
        </span>
        <span className="desk:hidden">
          <Face id={person.id} initials={person.initials} photo={person.photo} size={3.6} />
        </span>
        <h2 dir="auto" className="text-[1.65rem] leading-tight desk:mt-2 desk:text-display">
          <Link to="/people/$id" params={{ id: person.id }} className="hover:underline hover:decoration-line">
            {person.name}
          </Link>
        </h2>
        <p className="text-soft">{[person.headline, person.place].filter((part) => part !== null).join(' · ')}</p>
        {known.length > 0 && (
          <ul className="voice mt-2 text-soft">
            {known.map((line) => (
              <li key={line}>{withDays(line)}</li>
            ))}
          </ul>
        )}
        {suggestion !== null && suggested !== undefined && (
          <p className="mt-2 rounded-[1rem] bg-leaf-soft px-3 py-1 text-small text-leaf">
            {tTriage.suggestion}: {suggested} · {suggestion.text}
          </p>
        )}
        {double !== undefined && <DoubleLine double={double} onSame={same} onApart={apart} />}
      </section>
      <div className="mt-4 grid grid-cols-2 gap-2">
        {circles.map((circle, at) => (
          <button
            key={circle.id}
            type="button"
            className={`card flex min-h-14 items-center justify-between gap-3 px-4 py-2 text-start transition-colors hover:border-leaf hover:bg-leaf-soft active:scale-[0.99] ${suggestion?.circleId === circle.id ? 'border-leaf!' : ''}`}
            onClick={() => deck.decide(circle.id)}
          >
            <span>
              <span className="block font-serif text-lead leading-tight">{circle.name}</span>
              <span className="text-small text-faint">
                {circle.rhythmDays === null ? tCircles.noRhythm : t.rhythm(circle.rhythmDays)}
              </span>
            </span>
            {at < 9 && <kbd>{at + 1}</kbd>}
          </button>
        ))}
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-1.5">
        <button type="button" className="act act-line" onClick={() => deck.decide(null)}>
          <span className="max-desk:hidden">{tTriage.leave}</span>
          <span className="desk:hidden">{tTriage.leaveShort}</span> <kbd>a</kbd>
        </button>
        <span className="flex-1" />
        <button type="button" className="act" disabled={!deck.canTakeBack} onClick={deck.takeBack}>
          {tTriage.back} <kbd>z</kbd>
        </button>
        <button type="button" className="act act-round" aria-label={tTriage.previous} onClick={deck.previous}>
          <Icon name="left" />
        </button>
        <button type="button" className="act act-round" aria-label={tTriage.skip} onClick={deck.skip}>
          <Icon name="right" />
        </button>
      </div>
      <p className="mt-4 text-center text-small text-faint max-desk:hidden">{tTriage.hint}</p>
      <p className="mt-4 text-center text-small text-faint desk:hidden">{tTriage.swipeHint}</p>
    </div>
  );
}

function DoubleLine({
  double,
  onSame,
  onApart,
}: {
  readonly double: TriageCard['doubles'][number];
  readonly onSame: () => void;
  readonly onApart: () => void;
}) {
  return (
    <div className="mt-3 grid justify-items-center gap-1 rounded-soft bg-sky-soft px-4 py-3">
      <p>
        <span className="text-small text-sky">{tTriage.doubles}</span>{' '}
        <Link to="/people/$id" params={{ id: double.id }} className="font-serif text-lead hover:underline">
          {double.name}
        </Link>
      </p>
      <p className="text-small text-soft">
        {[double.headline ?? '', ...double.reasons].filter((part) => part !== '').join(' · ')}
      </p>
      <span className="flex gap-1">
        <button type="button" className="act act-go" onClick={onSame}>
          {tImport.same} <kbd>s</kbd>
        </button>
        <button type="button" className="act" onClick={onApart}>
          {tImport.notSame} <kbd>n</kbd>
        </button>
      </span>
    </div>
  );
}
