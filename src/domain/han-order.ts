/** What stands for a Chinese letter in a key: the Latin letter its reading begins with, where ordered so, and its place. */
export type HanKey = (letter: string) => string;

const FIRST = 0x4e00;
const LAST = 0x9fff;
/** The first letters, in order of reading, of each Latin letter a reading may begin with (none begin with i, u or v). */
const READINGS = 'a吖 b八 c嚓 d咑 e妸 f发 g旮 h哈 j丌 k咔 l垃 m妈 n拏 o噢 p妑 q七 r呥 s仨 t他 w穵 x夕 y丫 z帀'.split(
  ' ',
);

const made = new Map<string, HanKey>();

/**
 * Chinese letters in the order of their reading (or, for traditional Chinese, of their strokes), read off the runtime's
 * collator: some tenths of a second the first time, and only as good as the runtime's knowledge.
 */
export function hanKey(locale: string): HanKey {
  const known = made.get(locale) ?? readOrder(locale);
  made.set(locale, known);
  return known;
}

function readOrder(locale: string): HanKey {
  const collator = new Intl.Collator(locale);
  const byReading = collator.compare('阿', '一') < 0 && collator.compare('一', '帀') < 0;
  const letters = Array.from({ length: LAST - FIRST + 1 }, (_, i) => String.fromCharCode(FIRST + i)).sort(
    collator.compare,
  );
  const latinOf = new Map(READINGS.map((pair) => [pair.charAt(1), pair.charAt(0)]));
  const keys = new Map<string, string>();
  let latin = '';
  for (const [place, letter] of letters.entries()) {
    if (byReading) latin = latinOf.get(letter) ?? latin;
    keys.set(letter, latin + placeKey(place));
  }
  return (letter) => keys.get(letter) ?? letter;
}

/** Two private characters, which folding leaves alone and no other letter stands behind. */
function placeKey(place: number): string {
  return String.fromCharCode(0xe100 + Math.floor(place / 0x100), 0xe200 + (place % 0x100));
}
