/** One measurement, as `--json` prints it. */
export interface Row {
  readonly name: string;
  /** How many people and touches the network holds; null where it does not matter. */
  readonly people: number | null;
  readonly touches: number | null;
  readonly unit: 'ms' | 's' | 'MB' | 'kB';
  /** Null when it could not be measured: the reason is on stderr. */
  readonly p50: number | null;
  readonly p95: number | null;
  /** The least the machine could do for the same data, measured in the same run (its p50); null where there is no such thing. */
  readonly floor: number | null;
  readonly ratio: number | null;
  readonly target: string;
  readonly ok: boolean;
}

/** What a row is made of besides its numbers. */
export interface Subject {
  readonly name: string;
  readonly people: number | null;
  readonly touches: number | null;
}

/** The value below which this share of the samples lies, by nearest rank. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

interface Measured {
  readonly unit: Row['unit'];
  readonly samples: readonly number[];
  readonly floor?: readonly number[] | undefined;
  readonly target: string;
  /** Whether the target is met. */
  readonly ok: (found: { p50: number; p95: number; ratio: number | null }) => boolean;
}

/** A row of the samples; a measure taken once is its own p50 and p95. */
export function rowOf({ name, people, touches }: Subject, { unit, samples, floor, target, ok }: Measured): Row {
  const p50 = quantile(samples, 0.5);
  const p95 = quantile(samples, 0.95);
  const least = floor && floor.length > 0 ? quantile(floor, 0.5) : null;
  const ratio = least === null ? null : p50 / least;
  return {
    name,
    people,
    touches,
    unit,
    p50: rounded(p50),
    p95: rounded(p95),
    floor: least === null ? null : rounded(least),
    ratio: ratio === null ? null : rounded(ratio),
    target,
    ok: ok({ p50, p95, ratio }),
  };
}

/** A row for what could not be measured. */
export function missingRow({ name, people, touches }: Subject, { unit, target }: Pick<Row, 'unit' | 'target'>): Row {
  return { name, people, touches, unit, p50: null, p95: null, floor: null, ratio: null, target, ok: false };
}

/** Three digits that mean something. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
