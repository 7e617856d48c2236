/** Where cities are. */

/** Degrees north of the equator, and east of Greenwich. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

/** A city as it stands on cards: `key` as `placeKey` says, `country` as `countryKey` says, null when no card names one. */
export interface NamedCity {
  readonly key: string;
  readonly country: string | null;
}

/** One of the lines of a gazetteer: `country TAB key|key|… TAB latitude TAB longitude`, larger cities first. */
interface Line {
  readonly country: string;
  readonly keys: readonly string[];
  readonly at: Position;
}

const nameOf = ({ key, country }: NamedCity): string => `${country ?? ''}\t${key}`;

/**
 * Where each of some cities is, in their order; undefined for those the gazetteer does not have. Of several with one name the
 * largest is meant, one that is called so first of all before one that is also called so. “Cambridge, MA” and
 * “Münster (Westfalen)” are looked for without what follows, when nothing is called that.
 */
export function findCities(gazetteer: string, cities: readonly NamedCity[]): readonly (Position | undefined)[] {
  const wanted = new Set(cities.flatMap((city) => [city, shortened(city)]).map(nameOf));
  const [called, alsoCalled] = [new Map<string, Position>(), new Map<string, Position>()];
  for (const { country, keys, at } of linesOf(gazetteer)) {
    for (const [n, key] of keys.entries()) {
      const found = n === 0 ? called : alsoCalled;
      for (const name of [`${country}\t${key}`, `\t${key}`])
        if (wanted.has(name) && !found.has(name)) found.set(name, at);
    }
  }
  const at = (city: NamedCity) => called.get(nameOf(city)) ?? alsoCalled.get(nameOf(city));
  return cities.map((city) => at(city) ?? at(shortened(city)));
}

const shortened = ({ key, country }: NamedCity): NamedCity => ({
  key: (/^[^,(/]+/.exec(key)?.[0] ?? key).trim(),
  country,
});

function* linesOf(gazetteer: string): Generator<Line> {
  for (let from = 0; from < gazetteer.length; ) {
    const end = gazetteer.indexOf('\n', from);
    const [country = '', keys = '', latitude, longitude] = gazetteer
      .slice(from, end === -1 ? gazetteer.length : end)
      .split('\t');
    if (keys !== '')
      yield { country, keys: keys.split('|'), at: { latitude: Number(latitude), longitude: Number(longitude) } };
    from = end === -1 ? gazetteer.length : end + 1;
  }
}
