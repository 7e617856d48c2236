import type { PeopleChoice, PeopleFilter } from '../../src/contract/shapes.ts';

/** Who is chosen in a list of which only a part is loaded: some people, or all that fit but for some. */
export interface Selection {
  readonly all: boolean;
  /** The chosen ones; with `all`, those left out. */
  readonly ids: ReadonlySet<string>;
}

export const NOBODY: Selection = { all: false, ids: new Set() };
export const EVERYONE: Selection = { all: true, ids: new Set() };

export function isChosen({ all, ids }: Selection, id: string): boolean {
  return all !== ids.has(id);
}

/** @param total how many fit the filter */
export function countChosen({ all, ids }: Selection, total: number): number {
  return all ? Math.max(0, total - ids.size) : ids.size;
}

export function choose(selection: Selection, some: readonly string[], chosen: boolean): Selection {
  const ids = new Set(selection.ids);
  for (const id of some) {
    if (chosen === selection.all) ids.delete(id);
    else ids.add(id);
  }
  return { all: selection.all, ids };
}

export function toggle(selection: Selection, id: string): Selection {
  return choose(selection, [id], !isChosen(selection, id));
}

/** Where a range begins, and what was chosen then: as its other end moves, those passed over go back to how they were. */
export interface Anchor {
  readonly id: string;
  readonly before: Selection;
}

/**
 * All from the anchor to here, both included.
 * @param order ids as the list shows them; an anchor it does not hold (any more) leaves only the one here
 */
export function chooseRange({ id, before }: Anchor, here: string, order: readonly string[]): Selection {
  const [from, to] = [order.indexOf(id), order.indexOf(here)];
  const range = from < 0 || to < 0 ? [here] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return choose(before, range, true);
}

/** As the server takes it. */
export function toChoice({ all, ids }: Selection, filter: PeopleFilter): PeopleChoice {
  return all ? { filter, except: [...ids] } : { ids: [...ids] };
}
