/** Who introduced whom to the owner. */
export interface Introduction {
  readonly who: string;
  readonly by: string;
}

/**
 * The doors behind people, from them back to whoever opened the first: each introduction once, the nearest first. Ties that
 * lead in a circle end where they began.
 */
export function doorsBehind(
  people: readonly string[],
  introductions: readonly Introduction[],
): readonly Introduction[] {
  const byWho = Map.groupBy(introductions, ({ who }) => who);
  const reached = new Set(people);
  const chain: Introduction[] = [];
  let next: readonly string[] = people;
  while (next.length > 0) {
    const doors = next.flatMap((who) => byWho.get(who) ?? []).filter(({ by }) => !reached.has(by));
    const opened = [...new Map(doors.map((door) => [door.by, door])).values()];
    chain.push(...opened);
    for (const { by } of opened) reached.add(by);
    next = opened.map(({ by }) => by);
  }
  return chain;
}
