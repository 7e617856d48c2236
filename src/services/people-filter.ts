import type { PeopleChoice, PeopleFilter } from '../contract/shapes.ts';
import { idsAfter, type StateFilter } from '../storage/repositories/person.repository.ts';
import type { Scope } from '../storage/store.ts';
import { findCircle } from './circles.service.ts';
import { searchPeople } from './find.service.ts';

/** Which people a filter means: the list, what is done to many and what is exported read it here, and so alike. */

/** As many people as a search answers. */
const MOST_FOUND = 300;
const SLICE = 500;

/** Words to search for become the people they find, best first. A circle that is not there (any more) has nobody in it. */
export async function toStateFilter(scope: Scope, filter: PeopleFilter): Promise<StateFilter> {
  const { q = '', circle, tag, show = 'active' } = filter;
  const found = q.trim() === '' ? undefined : await searchPeople(scope, q, MOST_FOUND);
  return {
    show,
    ...(circle === undefined ? {} : { circleId: (await findCircle(scope, circle))?.id ?? circle }),
    ...(tag === undefined ? {} : { tag }),
    ...(found === undefined ? {} : { ids: [...found.sure, ...found.perhaps] }),
  };
}

/** Everyone who is meant, each once. */
export async function idsOfChoice(scope: Scope, choice: PeopleChoice): Promise<string[]> {
  if ('ids' in choice) return [...new Set(choice.ids)];
  const filter = await toStateFilter(scope, choice.filter);
  const except = new Set(choice.except);
  const ids: string[] = [];
  for (let after = ''; ; ) {
    const slice = await idsAfter(scope, filter, { after, limit: SLICE });
    ids.push(...slice.filter((id) => !except.has(id)));
    const last = slice.at(-1);
    if (last === undefined || slice.length < SLICE) return ids;
    after = last;
  }
}
