import type { Warmth } from '../../src/domain/words.ts';
import { number } from './days.ts';
import type { PictureStrings } from './strings-pictures.en.ts';

/** The words of the pictures in German. */

const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;
const people = (value: number): string => count(value, 'Person', 'Personen');
const list = (parts: readonly string[]): string => new Intl.ListFormat('de', { type: 'conjunction' }).format(parts);

const bands: Record<Warmth, string> = {
  fine: 'gut',
  cooling: 'kühlt ab',
  'at-risk': 'in Gefahr',
  dormant: 'eingeschlafen',
};

export const de: PictureStrings = {
  pages: 'Bilder',
  tabs: { map: 'Karte', time: 'Über die Jahre', year: 'Das Jahr' },
  asTable: 'Als Tabelle zeigen',
  more: 'Mehr zeigen',
  bands,
  map: {
    title: 'Dein Netz',
    lead: ({ shown, total, ties, doors }) => {
      const who = shown < total ? `Die ${number(shown)} nächsten von ${people(total)}` : people(total);
      const known = ties === 0 ? '' : `, dazwischen ${count(ties, 'Verbindung', 'Verbindungen')}`;
      const opened = doors === 0 ? '' : ` ${people(doors)} kennst du durch jemanden von hier.`;
      return `${who}${known}.${opened}`;
    },
    search: 'Auf der Karte suchen',
    found: (value) => (value === 0 ? 'So heißt hier niemand.' : `${people(value)} gefunden`),
    circle: 'Kreis',
    everyone: 'Alle',
    ties: 'Linien',
    tieChoices: { all: 'Alle Verbindungen', doors: 'Wer Türen öffnete', none: 'Keine Linien' },
    noCircle: 'Kein Kreis',
    otherCircles: 'Andere Kreise',
    you: 'Du',
    label: (shown) =>
      `Eine Karte mit ${people(shown)} um dich herum, die nächsten in der Mitte. Pfeiltasten führen weiter, die Eingabetaste öffnet, plus und minus vergrößern und verkleinern.`,
    hint: 'Je näher der Mitte, desto näher. Wer zusammen arbeitet, steht auf derselben Seite.',
    doorHint: 'Eine grüne Linie führt zu dem Menschen, durch den ihr euch kennt.',
    in: 'Vergrößern',
    out: 'Verkleinern',
    fit: 'Alle zeigen',
    open: (name) => `${name} öffnen`,
    about: ({ circle, organization, ties, by, opened }) =>
      [
        [circle, organization].filter((part) => part !== null && part !== '').join(' · '),
        by.length === 0 ? '' : `Bekannt durch ${list(by)}.`,
        opened.length === 0
          ? ''
          : opened.length > 3
            ? `Öffnete die Tür zu ${people(opened.length)}.`
            : `Öffnete die Tür zu ${list(opened)}.`,
        ties === 0 ? '' : `${count(ties, 'Verbindung', 'Verbindungen')}.`,
      ].filter((part) => part !== ''),
    emptyTitle: 'Eine Karte aller, die du kennst',
    emptyLead:
      'Alle stehen um dich herum, die nächsten in der Mitte, mit denen, die sie kennen, und mit denen, durch die ihr euch kennt. Hol ein Adressbuch dazu oder trag die Ersten von Hand ein; Verbindungen stehen auf der Seite eines Menschen.',
    bring: 'Dazuholen',
    table: {
      caption: 'Alle auf der Karte',
      name: 'Name',
      circle: 'Kreis',
      organization: 'Organisation',
      knows: 'Verbindungen',
      by: 'Bekannt durch',
    },
  },
  time: {
    title: 'Über die Jahre',
    lead: 'Wie warm deine Verbindungen waren und wie du sie gehalten hast.',
    warmth: 'Wie warm deine Verbindungen sind',
    warmthLine: ({ now, before, months }) => {
      const then = months >= 12 ? 'vor einem Jahr' : 'am Anfang';
      const today = `Mit ${people(now)} bist du gut in Verbindung`;
      if (now === before) return `${today}, wie ${then}.`;
      return now > before
        ? `${today}: ${number(now - before)} mehr als ${then}.`
        : `${today}: ${number(before - now)} weniger als ${then}.`;
    },
    warmthLabel: (from, to) => `Verbindungen nach Wärme, Monat für Monat von ${from} bis ${to}`,
    warmthNote: 'Alle, die nicht im Archiv sind, nach ihrer eigenen Geschichte und dem Rhythmus von heute.',
    month: 'Monat',
    period: { month: 'Monat', year: 'Jahr' },
    contact: 'Wie ihr in Verbindung wart',
    contactLine: ({ total, mine, theirs, by }) => {
      const when = by === 'month' ? 'in diesen zwei Jahren' : 'insgesamt';
      const began =
        mine === theirs
          ? 'Gleich oft hast du begonnen wie die anderen.'
          : mine > theirs
            ? 'Öfter hast du zuerst geschrieben.'
            : 'Öfter haben die anderen zuerst geschrieben.';
      return `${count(total, 'Gespräch', 'Gespräche')} ${when}. ${began}`;
    },
    contactLabel: 'Gespräche nachdem, wer begonnen hat',
    by: 'Zeitraum',
    spans: { month: 'Zwei Jahre nach Monaten', year: 'Alle Jahre' },
    circle: 'Kreis',
    everyone: 'Alle',
    directionNotes: { mutual: 'getroffen, gesprochen', mine: 'du hast geschrieben', theirs: 'dir geschrieben' },
    channelsTitle: 'Auf welchem Weg',
    total: 'Insgesamt',
    emptyTitle: 'Die Jahre entstehen aus Gesprächen',
    emptyLead:
      'Halte ein paar fest, oder schreib eine Zeile: „Lunch with Grace yesterday“. Mit jedem Wort wächst das Bild: wie oft, auf welchem Weg, wer begann und welche Verbindungen warm bleiben.',
    none: 'Mit niemandem aus diesem Kreis gab es in dieser Zeit ein Gespräch.',
  },
  person: {
    title: 'Über die Jahre',
    label: (name, from, to) => `Gespräche mit ${name} nach Monaten, von ${from} bis ${to}`,
    line: ({ total, months }) =>
      `${count(total, 'Gespräch', 'Gespräche')} in ${months < 24 ? count(months, 'Monat', 'Monaten') : `${number(Math.round(months / 12))} Jahren`}`,
    contacts: 'Gespräche',
    warmth: 'Wärme',
  },
  year: {
    title: (year) => `Dein ${year}`,
    choose: 'Jahr',
    print: 'Drucken',
    months: (year) => `Mit wie vielen Personen du in jedem Monat von ${year} in Verbindung warst`,
    month: 'Monat',
    people: 'Personen',
    sections: {
      spoken: 'Wer da war',
      returned: 'Wer zurückkam',
      met: 'Erste Begegnungen',
      longest: 'Die langen',
      received: 'Was du bekommen hast',
      promises: 'Gehaltene Versprechen',
      occasions: 'Tage, an die du gedacht hast',
      introducers: 'Wer Türen öffnete',
      farewells: 'Abschiede',
    },
    more: (value) => `Und ${number(value)} weitere.`,
    thank:
      'Manche hier wissen vielleicht nicht, was sie dir waren. Der Name führt zur Seite, und eine Zeile ist schnell geschrieben.',
    emptyTitle: (year) => `${year} ist noch ein leeres Blatt`,
    emptyLead:
      'Was du von deinen Gesprächen festhältst, wird hier erzählt: mit wem du das Jahr verbracht hast, wer nach langer Stille zurückkam, wen du kennengelernt hast und wem zu danken ist.',
  },
};
