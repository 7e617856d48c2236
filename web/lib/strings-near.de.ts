import { number, plainDay } from './days.ts';
import { people } from './phrases.de.ts';
import type { NearStrings } from './strings-near.en.ts';

/** The words of who lives near a city in German. */

export const de: NearStrings = {
  title: 'In einer Stadt',
  lead: 'Wohin fährst du, und wer wohnt dort?',
  open: 'In einer Stadt',
  city: 'Stadt',
  placeholder: 'Lissabon',
  found: (count, city) =>
    count === 0 ? `In ${city} wohnt niemand, soweit es auf den Karten steht.` : `${people(count)} in ${city}`,
  list: (city) => `Menschen in ${city}`,
  more: (count) => `Noch ${people(count)}`,
  unknown: (count) => `Stadt unbekannt: ${people(count)}.`,
  hint: 'Gib eine Stadt ein, oder plan eine Reise: Heute erinnert dich dann rechtzeitig an alle dort, mit denen du in Kontakt bleibst.',
  trips: 'Reisen',
  plan: 'Reise planen',
  planTitle: 'Eine Reise',
  since: 'Erster Tag dort',
  until: 'Letzter Tag dort',
  keep: 'Planen',
  days: (since, until) => (since === until ? plainDay(since) : `${plainDay(since)} bis ${plainDay(until)}`),
  live: (count) => (count === 0 ? 'dort wohnt niemand, soweit bekannt' : `${people(count)} dort`),
  map: {
    title: 'Wo deine Leute wohnen',
    label: (cities) =>
      `Eine Weltkarte mit ${cities === 1 ? 'der Stadt' : `den ${number(cities)} Städten`}, in denen deine Leute wohnen. Pfeiltasten gehen von einer zur nächsten, Enter zeigt, wer dort wohnt, Plus und Minus ändern die Größe.`,
    people: (count) => people(count),
    unplaced: (cities) =>
      cities === 1 ? 'Ein Ort ist nicht auf der Karte:' : `${number(cities)} Orte sind nicht auf der Karte:`,
    rest: (count) => `und ${number(count)} weitere`,
    credit: 'Städte: GeoNames, CC BY 4.0. Umrisse: Natural Earth.',
    table: { caption: 'Wo deine Leute wohnen', city: 'Ort', country: 'Land', people: 'Personen' },
  },
  change: (city) => `Die Reise nach ${city} ändern`,
  off: (city) => `Reise nach ${city} absagen`,
};
