/** What the mail of the morning says around Today, which comes in its own words. */
export interface DigestWords {
  readonly language: 'en' | 'de';
  readonly greeting: (hour: number, firstName: string) => string;
  readonly nobody: (day: string) => string;
  readonly people: (count: number, day: string) => string;
  readonly waiting: (count: number) => string;
  readonly week: string;
  /** Of a meeting that was planned without a word on what for. */
  readonly meet: string;
  readonly ending: string;
  /** Names for the subject; none when nobody waits. */
  readonly subject: (names: readonly string[]) => string;
}

const en: DigestWords = {
  language: 'en',
  greeting: (hour, firstName) =>
    `${hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening'}${firstName === '' ? '' : `, ${firstName}`}.`,
  nobody: (day) => `Nobody waits for a word from you on ${day}. Enjoy the day.`,
  people: (count, day) => `${count === 1 ? 'One person' : `${count} people`} for ${day}.`,
  waiting: (count) => `${count === 1 ? 'One more' : `${count} more`} can wait.`,
  week: 'In the coming week',
  meet: 'you meet',
  ending:
    'Tendril sends this to you and to nobody else, because you asked for it. To turn it off, or to choose another hour: Settings, “A mail in the morning”.',
  subject: (names) =>
    names.length === 0
      ? 'Nobody waits for a word from you today'
      : `Today: ${shortList(names, 'en', (more) => `${more} more`)}`,
};

const de: DigestWords = {
  language: 'de',
  greeting: (hour, firstName) =>
    `${hour < 12 ? 'Guten Morgen' : hour < 18 ? 'Guten Tag' : 'Guten Abend'}${firstName === '' ? '' : `, ${firstName}`}.`,
  nobody: (day) => `Am ${day} wartet niemand auf ein Wort von dir. Hab einen schönen Tag.`,
  people: (count, day) => `${count === 1 ? 'Ein Mensch' : `${count} Menschen`} für ${day}.`,
  waiting: (count) => (count === 1 ? 'Noch jemand kann warten.' : `${count} weitere können warten.`),
  week: 'In der kommenden Woche',
  meet: 'ihr trefft euch',
  ending:
    'Tendril schickt das dir und niemandem sonst, weil du darum gebeten hast. Abstellen oder eine andere Stunde wählen: Einstellungen, „Eine Mail am Morgen“.',
  subject: (names) =>
    names.length === 0
      ? 'Heute wartet niemand auf ein Wort von dir'
      : `Heute: ${shortList(names, 'de', (more) => `${more} weitere`)}`,
};

/** Three at most by name. */
function shortList(
  names: readonly string[],
  language: DigestWords['language'],
  more: (count: number) => string,
): string {
  const shown = names.length > 3 ? [...names.slice(0, 2), more(names.length - 2)] : names;
  return (
    new Intl.ListFormat(language, { type: 'conjunction' })
      .format(shown)
      // No comma before the last: a subject is short.
      .replace(/,(?= and )/, '')
  );
}

/** The words for somebody with this locale: English where there are none in their language. */
export function digestWordsIn(locale: string): DigestWords {
  return /^de\b/i.test(locale) ? de : en;
}
