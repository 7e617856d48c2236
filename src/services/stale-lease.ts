/** Leases of others as they were last seen, and since when they have been so by a clock that nobody sets. */
const seen = new Map<string, { lease: string | null; since: number }>();

/**
 * Whether a lease was not renewed for so long while we looked, whatever time it names: clocks are set back, and differ
 * between machines.
 * @param what the thing that is held, by a name of its own
 * @param milliseconds how long its holder may be silent
 */
export function isStale(what: string, lease: string | null, milliseconds: number): boolean {
  const now = performance.now();
  const known = seen.get(what);
  if (known?.lease === lease) return now - known.since > milliseconds;
  seen.set(what, { lease, since: now });
  return false;
}
