/** The numbers a scale is marked with: nothing, and two or three round ones up to the most. */
export function marksUpTo(most: number): readonly number[] {
  if (most <= 0) return [0];
  const rough = most / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power);
  const marks: number[] = [];
  for (let mark = 0; mark <= most; mark += step) marks.push(mark);
  return marks;
}

/** Where a year begins among months, and not so often that their names would touch. */
export function yearsAmong(months: readonly string[], room: number): readonly { at: number; year: string }[] {
  const starts = months.flatMap((month, at) => (month.endsWith('-01') ? [{ at, year: month.slice(0, 4) }] : []));
  const every = Math.max(1, Math.ceil((starts.length * 44) / room));
  return starts.filter((_, at) => at % every === 0);
}
