/** Fills `{slot}` in a text; `{Slot}` asks for the same value with a capital first letter. */

const compiled = new Map<string, readonly string[]>();

/** Text and slot names in turn: a million touches share a few hundred texts, so each is split once. */
function split(template: string): readonly string[] {
  const known = compiled.get(template);
  if (known !== undefined) return known;
  const parts = template.split(/\{(\w+)\}/);
  compiled.set(template, parts);
  return parts;
}

/** @param slot gives the value of a slot by its name in lower case */
export function fill(template: string, slot: (name: string) => string): string {
  const parts = split(template);
  let text = parts[0] ?? '';
  for (let i = 1; i < parts.length; i += 2) {
    const name = parts[i] ?? '';
    const key = name.charAt(0).toLowerCase() + name.slice(1);
    const value = slot(key);
    text += key === name ? value : value.charAt(0).toUpperCase() + value.slice(1);
    text += parts[i + 1] ?? '';
  }
  return text;
}

/** Whether a text has this slot, in either case. */
export function hasSlot(template: string, name: string): boolean {
  return split(template).some((part, i) => i % 2 === 1 && part.toLowerCase() === name);
}

/** The item at `index` of a list that repeats for ever. */
export function cycle<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('an empty list does not repeat');
  return item;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
}

const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** A name as it stands in an e-mail address: `Łucja van ’t Hof` becomes `lucja-van-t-hof`. Not for other scripts. */
export function toHandle(latin: string): string {
  const plain = latin.toLowerCase().replace(/[łøđðþßæœı]/g, (letter) => LETTERS[letter] ?? '');
  return plain
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
