import type { Double } from '../../contract/shapes.ts';
import { count, oneLine, type Page } from './text.ts';

/** Pairs that may be one person each. */
export function renderDoubles(doubles: readonly Double[], page: Page): string {
  if (doubles.length === 0) return 'Nobody seems to be here twice.\n';
  const lines = doubles.flatMap((double) => [...doubleLines(double, page), '']);
  return `${lines.join('\n')}${count(doubles.length, 'pair')}. Make two one: tendril merge WHO WHO. Keep them apart: tendril not-same WHO WHO.\n`;
}

/** One pair: who they are, and what speaks for it. */
export function doubleLines({ a, b, band, reasons }: Double, page: Page): string[] {
  const { style } = page;
  const line = (who: Double['a']) =>
    `  ${style.bold(who.name)}${who.headline ? `, ${oneLine(who.headline)}` : ''}  ${style.dim(who.id)}`;
  const sure = band === 'certain' ? 'Almost certainly' : band === 'likely' ? 'Likely' : 'Possibly';
  return [`${sure} one person: ${reasons.join(', ')}`, line(a), line(b)];
}
