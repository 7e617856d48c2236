import { calendarName, movingCalendar } from '../keeping/calendars.ts';
import type { Occasion } from './candidate.ts';
import { plain } from './phrases.ts';

/** The kind by its JSContact name. */
export function occasionKind({ kind }: Occasion): string {
  if (kind === 'birthday') return 'birth';
  return kind === 'anniversary' ? 'wedding' : kind;
}

/** `birthday`, `wedding anniversary`, `birthday by the Chinese calendar`. */
export function dayLabel(occasion: Occasion): string {
  const calendar = movingCalendar(occasion.date);
  const label = occasionKind(occasion) === 'birth' ? 'birthday' : occasionLabel(occasion);
  return calendar === undefined ? label : `${label} by the ${calendarName(calendar)} calendar`;
}

/** What to call an occasion that is no birthday: `wedding anniversary`, `name day`. */
export function occasionLabel(occasion: Occasion): string {
  if (occasionKind(occasion) === 'wedding') return 'wedding anniversary';
  const label = plain(occasion.label ?? '') || plain(occasion.kind);
  // "Name Day" reads as a name in the middle of a sentence; "PhD" stays as it is.
  return label.replace(/\b\p{Lu}\p{Ll}+\b/gu, (word, at: number) =>
    at === 0 || /^(Day|Anniversary|Birthday|Date)$/.test(word) ? word.toLowerCase() : word,
  );
}
