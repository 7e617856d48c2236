import type { Triage, TriageCard } from '../contract/shapes.ts';
import type { Card } from '../domain/card/jscontact.ts';
import type { ContactHistory } from '../domain/keeping/warmth.ts';
import { listCircleRows, unsortedIds } from '../storage/repositories/circle.repository.ts';
import { findPeople, findStates, type PersonState } from '../storage/repositories/person.repository.ts';
import type { CircleTable } from '../storage/schema.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { doublesOf } from './duplicates.service.ts';
import { summaries } from './people.service.ts';
import { countsForTriage } from './triage-counts.ts';

/** Sorting many people: one at a time, with what we know and a suggestion. */
export async function getTriage(context: Context, limit = 50): Promise<Triage> {
  const scope = scopeOf(context);
  const today = await todayOf(context);
  const ids = await unsortedIds(scope, limit);
  const states = new Map((await findStates(scope, ids)).map((state) => [state.person_id, state]));
  const cards = new Map((await findPeople(scope, ids)).map((person) => [person.id, JSON.parse(person.card) as Card]));
  const circles = await listCircleRows(scope);
  const people = await summaries(
    scope,
    ids.flatMap((id) => states.get(id) ?? []),
    today,
  );
  const doubles = await doublesOf(context, ids);
  const { unsorted, sorted } = await countsForTriage(context.store, scope);
  return {
    remaining: unsorted,
    sorted,
    cards: people.map((person): TriageCard => {
      const state = states.get(person.id);
      return {
        person,
        suggestion: state ? suggest(state, circles) : null,
        known: state ? knownOf(state, cards.get(person.id)) : [],
        doubles: doubles.get(person.id) ?? [],
      };
    }),
  };
}

/** The circle whose rhythm is nearest to how often they really talked; with no history, none is guessed. */
function suggest(state: PersonState, circles: readonly CircleTable[]): TriageCard['suggestion'] {
  const history = state.history === null ? undefined : (JSON.parse(state.history) as ContactHistory);
  const gap = history?.usualGap;
  if (!history || gap === null || gap === undefined) return null;
  const rhythmic = circles.filter(
    (circle): circle is CircleTable & { rhythm_days: number } => circle.rhythm_days !== null,
  );
  const nearest = rhythmic.sort((a, b) => apart(a.rhythm_days, gap) - apart(b.rhythm_days, gap))[0];
  if (!nearest) return null;
  return { circleId: nearest.id, text: `You have talked about every ${Math.round(gap)} days: ${nearest.name} fits.` };
}

/** Rhythms compare by ratio: a week is further from a month than a year from thirteen months. */
const apart = (a: number, b: number) => Math.abs(Math.log(Math.max(a, 1)) - Math.log(Math.max(b, 1)));

function knownOf(state: PersonState, card: Card | undefined): string[] {
  const lines: string[] = [];
  if (state.touch_count > 0 && state.last_contact)
    lines.push(
      `${state.touch_count} ${state.touch_count === 1 ? 'touch' : 'touches'}, the last on ${state.last_contact}`,
    );
  const ways = [card?.emails && 'e-mail', card?.phones && 'phone', card?.addresses && 'post'].filter(
    (way) => typeof way === 'string',
  );
  if (ways.length > 0) lines.push(`Reached by ${new Intl.ListFormat('en').format(ways)}.`);
  const note = Object.values(card?.notes ?? {})[0]?.note;
  if (note) lines.push(note.slice(0, 200));
  return lines;
}
