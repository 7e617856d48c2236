import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CityCount, Place, Places } from '../contract/shapes.ts';
import { lacksToBits } from '../domain/card/lacks.ts';
import { findCities, type NamedCity, type Position } from '../domain/places/gazetteer.ts';
import { countCities } from '../storage/repositories/trip.repository.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { countPeople } from './people-count.ts';
import { whileUnchanged } from './while-unchanged.ts';

/** The cities people live in, and where those are. */

/** So many cities are placed and counted, those with the most people first. */
const MOST_CITIES = 3_000;

const kept = whileUnchanged<Places>();

/** Where people live, for a map: cities that stand in one spot together, however cards spell them. */
export async function getPlaces(context: Context): Promise<Places> {
  const today = await todayOf(context);
  return kept(context, { about: 'places', today }, async () => {
    const scope = scopeOf(context);
    const cities = await countCities(scope, MOST_CITIES);
    const positions = await positionsOf(cities);
    const [placed, unplaced] = [new Map<string, Place>(), [] as CityCount[]];
    for (const [n, { name, country, count }] of cities.entries()) {
      const city: CityCount = { city: name, country, people: count };
      const at = positions[n];
      if (at === undefined) {
        unplaced.push(city);
        continue;
      }
      const spot = `${at.latitude} ${at.longitude}`;
      const there = placed.get(spot);
      placed.set(spot, {
        ...at,
        people: (there?.people ?? 0) + count,
        cities: [...(there?.cities ?? []), city],
      });
    }
    return {
      places: [...placed.values()].sort((a, b) => b.people - a.people),
      unplaced,
      unknown: await countPeople(context.store, scope, { show: 'active', lacks: lacksToBits(['city']) }),
    };
  });
}

/** Found once in a life of the process: most looks at the map ask for the same cities again. */
const found = new Map<string, Position | undefined>();
const MOST_FOUND = 20_000;

/** The gazetteer is read anew for cities not asked before: it is a megabyte that nothing else needs. */
async function positionsOf(
  cities: readonly { readonly key: string; readonly country: string | null }[],
): Promise<readonly (Position | undefined)[]> {
  const named = cities.map(({ key, country }): NamedCity => ({ key, country: isCode(country) ? country : null }));
  const nameOf = ({ key, country }: NamedCity): string => `${country ?? ''} ${key}`;
  const asked = named.filter((city) => !found.has(nameOf(city)));
  if (asked.length > 0) {
    const gazetteer = await readFile(GAZETTEER, 'utf8');
    if (found.size + asked.length > MOST_FOUND) found.clear();
    for (const [n, at] of findCities(gazetteer, asked).entries()) {
      const city = asked[n];
      if (city !== undefined) found.set(nameOf(city), at);
    }
  }
  return named.map((city) => found.get(nameOf(city)));
}

/** Lies beside this file, and beside the bundle. */
const GAZETTEER = join(import.meta.dirname, 'cities.tsv');

const isCode = (country: string | null): boolean => country !== null && /^[A-Z]{2}$/.test(country);
