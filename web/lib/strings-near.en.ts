import { number, plainDay } from './days.ts';
import { people } from './phrases.en.ts';
import type { Catalogue } from './strings.ts';

/** The words of who lives near a city in English: a part of the catalogue that is not in the first load. */

export const en = {
  title: 'Near a city',
  lead: 'Where are you going, and who lives there?',
  open: 'Near a city',
  city: 'City',
  placeholder: 'Lisbon',
  found: (count: number, city: string) =>
    count === 0 ? `Nobody you know lives in ${city}, as far as their cards say.` : `${people(count)} in ${city}`,
  list: (city: string) => `People in ${city}`,
  more: (count: number) => `And ${people(count)} more`,
  unknown: (count: number) => `Of ${people(count)} the city is not known.`,
  hint: 'Type a city, or plan a trip: Today then reminds you of whom you keep up with there, in time to agree on a place.',
  trips: 'Trips',
  plan: 'Plan a trip',
  planTitle: 'A trip',
  since: 'First day there',
  until: 'Last day there',
  keep: 'Plan it',
  days: (since: string, until: string) =>
    since === until ? plainDay(since) : `${plainDay(since)} to ${plainDay(until)}`,
  live: (count: number) => (count === 0 ? 'nobody you know lives there' : `${people(count)} there`),
  map: {
    title: 'Where your people live',
    label: (cities: number) =>
      `A map of the world with the ${cities === 1 ? 'city' : `${number(cities)} cities`} your people live in. Arrow keys go from one to the next, Enter shows who lives there, plus and minus zoom.`,
    people: (count: number) => people(count),
    unplaced: (cities: number) =>
      cities === 1 ? 'One place is not on the map:' : `${number(cities)} places are not on the map:`,
    rest: (count: number) => `and ${number(count)} more`,
    credit: 'Cities: GeoNames, CC BY 4.0. Outlines: Natural Earth.',
    table: { caption: 'Where your people live', city: 'City', country: 'Country', people: 'People' },
  },
  change: (city: string) => `Change the trip to ${city}`,
  off: (city: string) => `Call off the trip to ${city}`,
};

export type NearStrings = Catalogue<typeof en>;
