import type { GatheringKind, GatheringPart } from '../../src/domain/words.ts';
import { number, plainDay, shortDay } from './days.ts';
import type { GatheringStrings } from './strings-gatherings.en.ts';

/** The words of gatherings and plans in German. */

const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;

const kinds: Record<GatheringKind, string> = {
  conference: 'Konferenz',
  mixer: 'Treffen',
  dinner: 'Abendessen',
  other: 'Etwas anderes',
};
const parts: Record<GatheringPart, string> = {
  invited: 'Eingeladen',
  coming: 'Kommt',
  declined: 'Kommt nicht',
  met: 'Getroffen',
};

export const de: GatheringStrings = {
  title: 'Zusammenkünfte',
  lead: 'Wer da sein wird, was du sagen willst, und wem du danach schreibst.',
  add: 'Zusammenkunft anlegen',
  addTitle: 'Eine Zusammenkunft',
  edit: 'Ändern',
  remove: 'Löschen',
  emptyTitle: 'Noch keine Zusammenkunft',
  emptyLead:
    'Eine Konferenz, ein Treffen, ein Abendessen bei dir: setz auf die Liste, wer kommt, und sieh, mit wem du reden solltest und warum.',
  coming: 'Demnächst',
  over: 'Vorbei',
  kinds,
  parts,
  days: (since, until) => (since === until ? plainDay(since) : `${shortDay(since)} bis ${shortDay(until)}`),
  people: (people, met) =>
    [
      people === 0 ? 'noch niemand auf der Liste' : count(people, 'Person', 'Personen'),
      met === 0 ? '' : `${number(met)} getroffen`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  fields: {
    name: 'Wie sie heißt',
    kind: 'Was es ist',
    place: 'Wo',
    since: 'Erster Tag',
    until: 'Letzter Tag',
    hour: 'Wann es beginnt',
    every: 'Wiederholung',
    note: 'Notizen',
  },
  every: {
    '': 'Einmal',
    week: 'Jede Woche',
    '2 weeks': 'Jede zweite Woche',
    month: 'Jeden Monat, an diesem Tag',
    'weekday of the month': 'Jeden Monat, an diesem Wochentag',
    year: 'Jedes Jahr',
  },
  keep: 'Behalten',
  gone: 'Diese Zusammenkunft ist nicht (mehr) hier.',
  back: 'Alle Zusammenkünfte',
  file: 'Kalenderdatei',
  times: 'Andere Termine',
  before: (day) => `Davor: ${shortDay(day)}`,
  after: (day) => `Danach: ${shortDay(day)}`,
  met: {
    title: 'Wen hast du getroffen?',
    hint: 'Eine Zeile genügt; nach einem Doppelpunkt, worüber ihr gesprochen habt. Am Tag danach erinnert dich Heute.',
    placeholder: 'Zed, Ada Lovelace, Grace: Gezeitenkraft',
    save: 'Notieren',
    someoneNew: (name) => `Jemand Neues: ${name}`,
  },
  followUps: {
    title: 'Danach schreiben',
    open: (left) =>
      left === 0
        ? 'Fertig: alle, die du getroffen hast, haben von dir gehört.'
        : `${count(left, 'Person wartet', 'Personen warten')} auf ein Wort.`,
    said: 'Worüber ihr gesprochen habt',
    draft: (name) => `Entwurf an ${name}`,
    done: 'Geschrieben',
    doneTo: (name) => `Ich habe ${name} geschrieben`,
    isDone: 'Erledigt',
  },
  meet: {
    title: 'Mit wem du reden solltest',
    empty: 'Setz auf die Liste, wer kommt. Bei allen, die du kennst, steht dann, warum sich ein Gespräch lohnt.',
    further: (more) => `Und ${count(more, 'weitere Person', 'weitere Personen')}, die du kennst.`,
    say: (name) => `Was du ${name} sagen willst`,
    sayHint: 'Was du sagen willst',
    ask: 'Frag',
  },
  list: {
    title: 'Auf der Liste',
    paste: 'Namen, einer pro Zeile, gern mit der Firma dahinter',
    put: 'Auf die Liste',
    want: (name) => `Du willst ${name} treffen`,
    wanted: 'Treffen',
    part: (name) => `Ob ${name} kommt`,
    take: (name) => `${name} von der Liste nehmen`,
    which: (name) => `Ist ${name} jemand, den du kennst?`,
    nobody: 'Niemand, den ich kenne',
    new: 'neu für dich',
    more: (more) => `${number(more)} weitere zeigen`,
  },
  host: {
    ideas: 'Wer sich gut verstehen könnte',
    ideasEmpty: 'Notiere, was Menschen mögen; dann findet sich, wer zusammenpasst.',
    invite: 'Einladen',
    inviteWho: (name) => `${name} einladen`,
    newFace: 'neues Gesicht',
    invitations: 'Einladungen',
    lead: 'Für jeden ein Entwurf auf Englisch. Nichts wird gesendet; Antworten notierst du auf der Liste.',
    yes: 'Ja',
    no: 'Nein',
    saysYes: (name) => `Ja, ${name} kommt`,
    saysNo: (name) => `Nein, ${name} kommt nicht`,
  },
  ofPerson: {
    title: 'Zusammenkünfte',
    met: (said) => (said === '' ? 'getroffen' : `getroffen: ${said}`),
  },
  plans: {
    title: 'Geplant',
    empty: 'Noch nichts geplant. Schreib „coffee with Ada next week“ in die Zeile.',
    question: (names, day) => `Hast du ${names} getroffen, wie für ${plainDay(day)} geplant?`,
    yes: 'Ja, getroffen',
    follow: 'Ja, und ich melde mich noch',
    no: 'Nein',
    file: (names) => `Kalenderdatei des Plans mit ${names}`,
  },
};
