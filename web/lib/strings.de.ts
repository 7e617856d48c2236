import type { TableField } from '../../src/domain/table-fields.ts';
import type { Channel, ExchangeKind, FactKind, MomentKind, ReasonKind } from '../../src/domain/words.ts';
import { comingDay, dayCount, daysFrom, longDay, number, type PartOfDay, plainDay, relativeDay } from './days.ts';
import type { Strings } from './strings.ts';

/** German, to a friend: „du“, no titles, and people rather than contacts. Nobody’s gender is guessed. */

const SMALL = [
  'keine',
  'eine',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
];
/** Of people, rows, conversations and all else that is feminine: „eine“, „drei“, „1.200“. */
const asWord = (count: number): string => SMALL[count] ?? number(count);
const capital = (text: string): string => text.replace(/^./u, (first) => first.toUpperCase());
const people = (count: number): string => (count === 1 ? '1 Person' : `${number(count)} Personen`);
const peopleInWords = (count: number): string => `${capital(asWord(count))} ${count === 1 ? 'Person' : 'Personen'}`;
/** „einmal“, „dreimal“, „14-mal“. */
const times = (count: number): string =>
  count === 1 ? 'einmal' : SMALL[count] === undefined ? `${number(count)}-mal` : `${SMALL[count]}mal`;
const list = (parts: readonly string[]): string => new Intl.ListFormat('de', { type: 'conjunction' }).format(parts);

const someOf = (names: readonly string[]): string =>
  names.length > 4 ? list([...names.slice(0, 3), `${asWord(names.length - 3)} mehr`]) : list(names);
const isNear = (day: string, now: string): boolean => Math.abs(daysFrom(now, day)) <= 1;
const isThisWeek = (day: string, now: string): boolean => {
  const days = daysFrom(now, day);
  return days > 1 && days < 7;
};
/** „morgen“, „am Freitag“, „am 21. August“. */
const onComing = (day: string, now: string): string =>
  isNear(day, now) ? comingDay(day, now) : `am ${comingDay(day, now)}`;
/** „bis morgen“, „bis Freitag“, „bis zum 21. August“. */
const byComing = (day: string, now: string): string =>
  isNear(day, now) || isThisWeek(day, now) ? `bis ${comingDay(day, now)}` : `bis zum ${comingDay(day, now)}`;

/** A place as it stands, unless it brings its own preposition or article: nobody can tell whether it is „im“ or „in der“. */
const atPlace = (place: string): string =>
  /^(?:im|in|am|an|auf|bei|beim|zu|zum|zur|vor|nach|at|on|by|near)\s/iu.test(place) ? place : `Ort: ${place}`;

const channels: Record<Channel, string> = {
  email: 'E-Mail',
  phone: 'Anruf',
  text: 'SMS',
  whatsapp: 'WhatsApp',
  signal: 'Signal',
  telegram: 'Telegram',
  messenger: 'Messenger',
  linkedin: 'LinkedIn',
  instagram: 'Instagram',
  facebook: 'Facebook',
  x: 'X',
  mastodon: 'Mastodon',
  video: 'Videoanruf',
  'in-person': 'Treffen',
  card: 'Karte',
  event: 'Veranstaltung',
  other: 'Auf anderem Weg',
};

const factKinds: Record<FactKind, string> = {
  family: 'Familie',
  interest: 'Interessen',
  work: 'Arbeit',
  goal: 'Ziele',
  challenge: 'Sorgen',
  success: 'Erfolge',
  preference: 'Vorlieben',
  need: 'Braucht',
  offer: 'Bietet',
  'gift-idea': 'Geschenkideen',
  'how-we-met': 'Wie ihr euch kennt',
  other: 'Außerdem',
};

const exchangeKinds: Record<ExchangeKind, string> = {
  given: 'Ich habe gegeben',
  received: 'Ich habe bekommen',
  asked: 'Ich habe gebeten',
  thanked: 'Ich habe gedankt',
};

const momentKinds: Record<MomentKind, string> = {
  job: 'Neue Stelle',
  promotion: 'Beförderung',
  award: 'Auszeichnung',
  achievement: 'Erfolg',
  graduation: 'Abschluss',
  move: 'Umzug',
  engagement: 'Verlobung',
  wedding: 'Hochzeit',
  birth: 'Ein Kind',
  'good-news': 'Gute Nachricht',
  loss: 'Verlust',
  illness: 'Krankheit',
  'job-loss': 'Stelle verloren',
  separation: 'Trennung',
  'hard-time': 'Schwere Zeit',
};

const reasonLeads: Record<ReasonKind, string> = {
  'follow-up': 'Dranbleiben.',
  reply: 'Eine Antwort.',
  promise: 'Ein Versprechen.',
  occasion: 'Ein besonderer Tag.',
  moment: 'Etwas Neues.',
  'check-in': 'Nachfragen.',
  rhythm: 'Zeit, sich zu melden.',
  quiet: 'Es wird still.',
  gathering: 'Ihr könnt euch sehen.',
  resource: 'Zum Weitergeben.',
  introduction: 'Zwei, die sich kennen sollten.',
  news: 'Neues von dir.',
  dormant: 'Lange nichts gehört.',
  reminder: 'Du wolltest erinnert werden.',
};

function rhythm(days: number): string {
  if (days === 1) return 'jeden Tag';
  if (days === 7) return 'jede Woche';
  if (days % 7 === 0 && days < 57) return `alle ${days / 7} Wochen`;
  if (days >= 28 && days <= 31) return 'jeden Monat';
  if (days >= 360 && days <= 370) return 'jedes Jahr';
  const months = Math.round(days / 30.44);
  if (months >= 2 && Math.abs(days - months * 30.44) <= 3)
    return months % 12 === 0 ? `alle ${months / 12} Jahre` : `alle ${months} Monate`;
  return `alle ${number(days)} Tage`;
}

const tableFields: Record<TableField, readonly [group: string, name: string]> = {
  name: ['Name', 'Ganzer Name'],
  'first-name': ['Name', 'Vorname'],
  'middle-name': ['Name', 'Zweiter Vorname'],
  'last-name': ['Name', 'Nachname'],
  prefix: ['Name', 'Titel vor dem Namen'],
  suffix: ['Name', 'Zusatz nach dem Namen'],
  nickname: ['Name', 'Spitzname'],
  'phonetic-first-name': ['Name', 'Vorname, wie man ihn spricht'],
  'phonetic-last-name': ['Name', 'Nachname, wie man ihn spricht'],
  email: ['Erreichbar', 'E-Mail'],
  'email-work': ['Erreichbar', 'E-Mail, Arbeit'],
  'email-home': ['Erreichbar', 'E-Mail, privat'],
  phone: ['Erreichbar', 'Telefon'],
  'phone-mobile': ['Erreichbar', 'Mobiltelefon'],
  'phone-work': ['Erreichbar', 'Telefon, Arbeit'],
  'phone-home': ['Erreichbar', 'Telefon, privat'],
  'phone-main': ['Erreichbar', 'Telefonzentrale'],
  fax: ['Erreichbar', 'Fax'],
  'fax-work': ['Erreichbar', 'Fax, Arbeit'],
  'fax-home': ['Erreichbar', 'Fax, privat'],
  pager: ['Erreichbar', 'Pager'],
  website: ['Erreichbar', 'Website'],
  'website-work': ['Erreichbar', 'Website, Arbeit'],
  'website-home': ['Erreichbar', 'Website, privat'],
  linkedin: ['Erreichbar', 'LinkedIn'],
  x: ['Erreichbar', 'X'],
  instagram: ['Erreichbar', 'Instagram'],
  facebook: ['Erreichbar', 'Facebook'],
  skype: ['Erreichbar', 'Skype'],
  im: ['Erreichbar', 'Messenger'],
  company: ['Arbeit', 'Firma'],
  department: ['Arbeit', 'Abteilung'],
  title: ['Arbeit', 'Position'],
  role: ['Arbeit', 'Beruf'],
  birthday: ['Tage', 'Geburtstag'],
  anniversary: ['Tage', 'Hochzeitstag'],
  'birth-year': ['Tage', 'Geburtsjahr'],
  'birth-month': ['Tage', 'Geburtsmonat'],
  'birth-day': ['Tage', 'Tag der Geburt'],
  address: ['Anschrift', 'Ganze Anschrift'],
  'address-work': ['Anschrift', 'Ganze Anschrift, Arbeit'],
  'address-home': ['Anschrift', 'Ganze Anschrift, privat'],
  street: ['Anschrift', 'Straße'],
  'street-work': ['Anschrift', 'Straße, Arbeit'],
  'street-home': ['Anschrift', 'Straße, privat'],
  'street-other': ['Anschrift', 'Straße, sonstige'],
  'po-box': ['Anschrift', 'Postfach'],
  'po-box-work': ['Anschrift', 'Postfach, Arbeit'],
  'po-box-home': ['Anschrift', 'Postfach, privat'],
  'po-box-other': ['Anschrift', 'Postfach, sonstiges'],
  city: ['Anschrift', 'Ort'],
  'city-work': ['Anschrift', 'Ort, Arbeit'],
  'city-home': ['Anschrift', 'Ort, privat'],
  'city-other': ['Anschrift', 'Ort, sonstiger'],
  region: ['Anschrift', 'Bundesland oder Kanton'],
  'region-work': ['Anschrift', 'Bundesland oder Kanton, Arbeit'],
  'region-home': ['Anschrift', 'Bundesland oder Kanton, privat'],
  'region-other': ['Anschrift', 'Bundesland oder Kanton, sonstige'],
  postcode: ['Anschrift', 'Postleitzahl'],
  'postcode-work': ['Anschrift', 'Postleitzahl, Arbeit'],
  'postcode-home': ['Anschrift', 'Postleitzahl, privat'],
  'postcode-other': ['Anschrift', 'Postleitzahl, sonstige'],
  country: ['Anschrift', 'Land'],
  'country-work': ['Anschrift', 'Land, Arbeit'],
  'country-home': ['Anschrift', 'Land, privat'],
  'country-other': ['Anschrift', 'Land, sonstiges'],
  'house-number': ['Anschrift', 'Hausnummer'],
  notes: ['Mehr', 'Notizen'],
  tags: ['Mehr', 'Stichwörter'],
  hobby: ['Mehr', 'Hobby'],
  spouse: ['Mehr', 'Verheiratet oder zusammen mit'],
  child: ['Mehr', 'Kinder'],
  manager: ['Mehr', 'Führungskraft'],
  assistant: ['Mehr', 'Assistenz'],
  'referred-by': ['Mehr', 'Vorgestellt von'],
  related: ['Mehr', 'Jemand aus dem Umfeld'],
  photo: ['Mehr', 'Adresse des Fotos'],
  id: ['Mehr', 'Nummer der Person'],
  keep: ['Sonst', 'So behalten, wie es ist'],
  skip: ['Sonst', 'Weglassen'],
};

/** What two people are to each other, without saying whether they are men or women. */
const TIES: Readonly<Record<string, string>> = {
  spouse: 'verheiratet',
  partner: 'ein Paar',
  sweetheart: 'ein Paar',
  date: 'verabredet',
  crush: 'verliebt',
  child: 'Kind',
  parent: 'Elternteil',
  sibling: 'Geschwister',
  kin: 'verwandt',
  friend: 'befreundet',
  acquaintance: 'bekannt',
  contact: 'bekannt',
  met: 'einmal getroffen',
  colleague: 'aus der Arbeit',
  'co-worker': 'aus der Arbeit',
  neighbour: 'aus der Nachbarschaft',
  neighbor: 'aus der Nachbarschaft',
  'co-resident': 'wohnt dort auch',
  'introduced-by': 'vorgestellt von',
  introduced: 'vorgestellt',
  assistant: 'Assistenz',
  manager: 'Führungskraft',
  agent: 'Vertretung',
  emergency: 'für den Notfall',
};
const tieWord = (kind: string): string => TIES[kind.toLowerCase()] ?? kind.replaceAll('-', ' ');

const OCCASIONS: Readonly<Record<string, string>> = {
  birthday: 'Geburtstag',
  'wedding anniversary': 'Hochzeitstag',
  anniversary: 'Jahrestag',
  'name day': 'Namenstag',
  died: 'Gestorben',
};

const CALENDARS: Readonly<Record<string, string>> = {
  Chinese: 'chinesischen',
  Korean: 'koreanischen',
  Hebrew: 'jüdischen',
  Islamic: 'islamischen',
  Persian: 'persischen',
  Indian: 'indischen',
  Coptic: 'koptischen',
  Ethiopian: 'äthiopischen',
};

function occasion(label: string): string {
  const [, what = label, calendar = ''] = /^(.+) by the (\p{L}+) calendar$/u.exec(label) ?? [];
  const name = OCCASIONS[what.toLowerCase()] ?? capital(what);
  return calendar === '' ? name : `${name} nach dem ${CALENDARS[calendar] ?? calendar} Kalender`;
}

export const de: Strings = {
  app: {
    name: 'Tendril',
    skip: 'Zum Inhalt springen',
    loading: 'Einen Moment',
    oldBrowser: 'Tendril braucht einen neueren Browser: Mit einem aktuellen Chrome, Edge oder Firefox geht es.',
    demo: 'Ein erfundenes Netz zum Umsehen. Nichts davon ist echt.',
  },
  offline: {
    label: 'Auf diesem Gerät',
    away: 'Tendril ist nicht erreichbar. Lesen und schreiben geht trotzdem: Was du schreibst, bleibt erst einmal hier.',
    waits: (count) => `Bleibt hier, bis du wieder online bist: ${number(count)}`,
    delivering: (count) => `Wird gerade gespeichert: ${number(count)}`,
    kept: 'Bleibt hier, bis du wieder online bist.',
    readLater: 'Tendril liest diese Zeile, sobald es zurück ist. Festhalten kannst du sie jetzt.',
    arrived: (count) =>
      count === 1 ? 'Was hier lag, ist gespeichert.' : `Gespeichert, was hier lag: ${number(count)}.`,
    stuck: (count) =>
      count === 1
        ? 'Etwas, das du geschrieben hast, ließ sich nicht speichern.'
        : `${number(count)} Dinge, die du geschrieben hast, ließen sich nicht speichern.`,
    changedMeanwhile: 'Das wurde inzwischen anderswo geändert. Sieh es dir an, bevor du es noch einmal änderst.',
    nothingToSave: 'In dieser Zeile war nichts zu speichern.',
    acts: {
      capture: 'Eine Zeile',
      addPerson: 'Jemand Neues',
      updatePerson: 'Eine geänderte Karte',
      addTouch: 'Ein Gespräch',
      updateTouch: 'Ein geändertes Gespräch',
      done: 'In Kontakt gewesen',
      snooze: 'Verschoben',
      skip: 'Einmal ausgelassen',
      pause: 'Pause',
      resume: 'Pause beendet',
      dismiss: 'Ein Anlass weniger',
      letGo: 'Ein Rhythmus weniger',
      addFact: 'Etwas zum Merken',
      updateFact: 'Etwas Gemerktes, geändert',
      addPromise: 'Ein Versprechen',
      updatePromise: 'Ein geändertes Versprechen',
      addReminder: 'Eine Erinnerung',
      updateReminder: 'Eine geänderte Erinnerung',
    },
    toLine: 'Zurück in die Zeile',
    look: 'Ansehen',
    again: 'Trotzdem speichern',
    retry: 'Noch einmal versuchen',
    drop: 'Verwerfen',
    dropped: 'Verworfen.',
    leaveAnyway: 'Trotzdem abmelden',
    leftBehind: (count) =>
      count === 1
        ? 'Etwas, das du geschrieben hast, ist noch nicht gespeichert. Mit dem Abmelden ginge es verloren.'
        : `${number(count)} Dinge, die du geschrieben hast, sind noch nicht gespeichert. Mit dem Abmelden gingen sie verloren.`,
    onDevice: 'Auf diesem Gerät',
    onDeviceLead:
      'Einmal geöffnet, lässt sich Tendril hier auch ohne Netz lesen. Was du dann schreibst, bleibt hier und wird später gespeichert.',
    short: 'Für alles reichte der Platz nicht: Von manchen sind nur die neuesten Gespräche hier.',
    all: 'Alle sind hier, jeder Mensch mit den letzten zwanzig Gesprächen.',
    notYet: 'Noch ist niemand hier.',
    loading: (some, total) => `Bisher sind ${number(some)} von ${number(total)} Menschen hier.`,
  },
  nav: {
    label: 'Seiten',
    today: 'Heute',
    people: 'Menschen',
    circles: 'Kreise',
    pictures: 'Bilder',
    map: 'Karte deines Netzes',
    overTime: 'Über die Jahre',
    year: 'Das Jahr im Rückblick',
    import: 'Dazuholen',
    settings: 'Einstellungen',
    find: 'Suchen',
    findHint: 'suchen, tun',
    more: 'Mehr',
    history: 'Verlauf',
    sort: 'Einordnen',
  },
  errors: {
    unexpected: 'Hier ist etwas schiefgegangen. Verloren ist nichts; versuch es noch einmal.',
    title: 'Diese Seite ist gestolpert',
    retry: 'Noch einmal',
    home: 'Zurück zu Heute',
    notFound: 'Unter dieser Adresse gibt es nichts.',
    personGone:
      'Diese Person ist nicht hier. Vielleicht wurde sie gelöscht oder zusammengeführt; der Verlauf kann sie zurückholen.',
  },
  toast: {
    label: 'Was gerade geschah',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    close: 'Schließen',
    undone: (what) => `Rückgängig gemacht: ${what}`,
    left: (name, reason) => `${name}: ${reason}`,
    copied: 'Kopiert. Füg es dort ein, wo du schreibst.',
    copyFailed: 'Der Browser wollte nicht kopieren. Markier die Worte und kopier sie selbst.',
  },
  channels,
  factKinds,
  momentKinds,
  exchangeKinds,

  rhythm,
  days: {
    weekend: 'Am Wochenende',
    nextWeek: 'Nächste Woche',

    day: 'Tag',
    month: 'Monat',
    year: 'Jahr',
  },
  common: {
    save: 'Speichern',
    cancel: 'Abbrechen',
    close: 'Schließen',
    delete: 'Löschen',
    edit: 'Bearbeiten',
    add: 'Hinzufügen',
    remove: 'Entfernen',

    done: 'Erledigt',

    name: 'Name',
    email: 'E-Mail',
    phone: 'Telefon',

    optional: 'kann leer bleiben',
    copy: 'Kopieren',
    open: 'Öffnen',
  },
  welcome: {
    claimTitle: 'Bleib den Menschen nah, die dir wichtig sind',
    claimLead:
      'Tendril merkt sich, was sie dir erzählt haben, und zeigt dir jeden Tag die wenigen, denen du schreiben könntest: warum, und wie du anfängst. Es lebt auf diesem Rechner und verschickt nichts von selbst.',
    signInTitle: 'Schön, dass du da bist',
    signInLead: 'Deine Leute sind da, wo du sie gelassen hast.',
    yourName: 'Dein Name',
    email: 'E-Mail',
    password: 'Passwort',
    passwordHint: 'Mindestens zehn Zeichen. Ein kurzer Satz lässt sich gut merken.',
    code: 'Kennwort vom Start',
    codeHint: 'Es steht dort, wo Tendril gestartet wurde.',
    claim: 'Anfangen',
    signIn: 'Anmelden',
    show: 'Zeigen',
    hide: 'Verbergen',
    shortPassword: 'Das Passwort ist zu kurz: zehn Zeichen oder mehr.',
    nameNeeded: 'Wie soll Tendril dich nennen?',
    emailNeeded: 'Eine E-Mail-Adresse sieht aus wie name@example.org.',
  },
  start: {
    title: (name) => (name === '' ? 'Willkommen. Wer ist dir wichtig?' : `Willkommen, ${name}. Wer ist dir wichtig?`),
    lead: 'Fang mit dem an, was näher liegt. Nach zehn Minuten hast du ein erstes brauchbares Heute.',
    namesTitle: 'Schreib fünf Namen auf',
    namesLead:
      'Menschen, die du nicht aus den Augen verlieren willst. Sie kommen in deinen engsten Kreis „Inner“; sag zu jedem Namen, wie oft du dich melden willst.',
    nameLabel: (n) => `Name Nummer ${n}`,
    rhythmLabel: (n) => `Wie oft, Name Nummer ${n}`,
    names: [
      'Eine Schwester, ein Bruder',
      'Jemand von früher',
      'Jemand, von dem du gelernt hast',
      'Jemand aus der alten Firma',
      'Jemand, den du neulich kennengelernt hast',
    ],
    keep: 'Nah behalten',
    inner: 'Inner',
    importTitle: 'Hol ein Adressbuch dazu',
    importLead:
      'Ein LinkedIn-Export, Google Kontakte, das Adressbuch von iPhone oder Android: Die Seite zeigt, wie du an jedes kommst. LinkedIn braucht manchmal einen Tag für die Datei: Bestell sie gleich.',
    import: 'Dazuholen',
    circlesTitle: 'Kreise für den Anfang',
    circlesLead: 'Ein Kreis ist eine Gruppe mit einem Rhythmus. Nimm, was passt; alles lässt sich ändern.',
    take: 'Diese nehmen',
    taken: 'Hast du',
    finish: 'Zu Heute',
    done: (count) => `${peopleInWords(count)} ${count === 1 ? 'ist' : 'sind'} in deinem Kreis „Inner“.`,
  },
  today: {
    title: 'Heute',
    greeting: (part, name) => {
      const words: Record<PartOfDay, string> = {
        night: 'Noch wach',
        morning: 'Guten Morgen',
        afternoon: 'Guten Tag',
        evening: 'Guten Abend',
      };
      return name === '' ? `${words[part]}.` : `${words[part]}, ${name}.`;
    },
    count: (count) => `${peopleInWords(count)} heute.`,
    allDone: 'Das waren alle für heute.',
    line: ({ day, late, waiting, done }) => {
      const parts = [late === 0 ? 'Nichts eilt' : `${capital(times(late))} eilt es`];
      if (done > 0) parts.push(`${times(done)} ist es schon getan`);
      if (waiting > 0)
        parts.push(waiting === 1 ? 'eine weitere Person kann warten' : `${asWord(waiting)} weitere können warten`);
      return `${longDay(day)}. ${parts.join('; ')}.`;
    },
    list: 'Menschen, bei denen du dich heute melden könntest',
    sinceLast: (days) => dayCount(days),
    lead: (kind) => reasonLeads[kind],
    also: 'Außerdem:',
    write: (channel, spoken) => {
      switch (channel) {
        case 'phone':
          return 'Anrufen';
        case 'video':
          return 'Per Video anrufen';
        case 'email':
          return 'E-Mail schreiben';
        case 'text':
          return 'SMS schreiben';
        case 'linkedin':
        case 'instagram':
        case 'facebook':
        case 'x':
        case 'mastodon':
          return `Auf ${channels[channel]} schreiben`;
        case 'whatsapp':
        case 'signal':
        case 'telegram':
        case 'messenger':
          return `Über ${channels[channel]} schreiben`;
        case 'card':
          return 'Karte schreiben';
        default:
          return spoken;
      }
    },
    copyWords: 'Worte kopieren',
    opener: (name) => `Ein Anfang für ${name}, den du ändern kannst`,
    done: 'Erledigt',
    doneIt: 'Ist getan',
    swipeDone: 'Erledigt: wie?',
    tomorrow: 'Morgen',
    more: (name) => `Mehr zu ${name}`,
    sent: (spoken) => (spoken ? 'Habt ihr gesprochen?' : 'Hast du es abgeschickt?'),
    sentYes: (spoken) => (spoken ? 'Ja, haben wir' : 'Ja, habe ich'),
    sentNo: 'Noch nicht',
    copiedHint: 'Die Worte sind in deiner Zwischenablage.',
    how: 'Wie wart ihr in Kontakt?',
    when: 'Wann war das?',
    until: 'Bis wann?',
    other: 'Anders',
    menu: {
      open: 'Öffnen',
      already: 'Schon in Kontakt …',
      weekend: 'Am Wochenende',
      nextWeek: 'Nächste Woche',
      pick: 'An einem anderen Tag …',
      skip: 'Einmal auslassen',
      pause: 'Einen Monat pausieren',
      pauseOpen: 'Bis auf Weiteres pausieren',
      letGo: 'Loslassen',
      dismiss: (what) => `Das nicht: ${what}`,
      write: 'Schreiben',

      reasonKinds: {
        'follow-up': 'Dranbleiben',
        reply: 'Antwort',
        promise: 'Versprechen',
        occasion: 'besonderer Tag',
        moment: 'Neuigkeit',
        'check-in': 'Nachfragen',
        rhythm: 'Rhythmus',
        quiet: 'Stille',
        gathering: 'Treffen',
        resource: 'Artikel',
        introduction: 'Bekanntmachen',
        news: 'deine Neuigkeit',
        dormant: 'lange Stille',
        reminder: 'Erinnerung',
      },
    },
    waiting: (count) => `${peopleInWords(count)} ${count === 1 ? 'wartet' : 'warten'}.`,
    seeWhy: 'Warum?',
    hideWaiting: 'Ausblenden',
    waitingTitle: 'Noch nicht an der Reihe',
    takeUp: 'Vorziehen',
    waitingLead:
      'Mehr, als in einen Tag passt. Morgen zählen sie mehr, so geht niemand verloren; zieh gern jemanden vor.',
    week: 'Diese Woche',
    weekEmpty: 'Eine ruhige Woche.',
    unsorted: (count) =>
      count === 1 ? 'Eine Person hat noch keinen Kreis.' : `${number(count)} Personen haben noch keinen Kreis.`,
    sort: 'Einordnen',
    adviceTitle: 'Etwas gemächlicher',
    adviceAct: 'Zu den Kreisen',
    emptyTitle: 'Noch ist niemand hier',
    emptyLead:
      'Tendril zeigt dir jeden Tag ein paar Menschen, denen du schreiben könntest. Dafür muss es einige kennen.',
    emptyWays: [
      'Hol ein Adressbuch oder einen LinkedIn-Export dazu',
      'Schreib fünf Namen auf, die dir wichtig sind',
      'Oder schreib eine Zeile, vorerst auf Englisch: „Met Zed Ito at the mixer, talked about tidal power“',
    ],
    endLead: 'Heute braucht dich sonst niemand. Der Rest des Tages gehört dir.',
    endNext: (name, day, now) => `Als Nächstes: ${name}, ${comingDay(day, now)}.`,
    keys: {
      next: 'Nächste Person',
      previous: 'Vorige Person',
      write: 'Schreiben oder anrufen',
      done: 'Erledigt',
      tomorrow: 'Morgen',
      edit: 'Die Worte ändern',
      open: 'Die Person öffnen',
      menu: 'Mehr',
    },
  },
  capture: {
    label: 'Schreib auf, was war',
    hint: 'Auf Englisch: Lunch with Grace yesterday …',

    thinking: 'Wird gelesen …',
    someoneNew: (name) => `${name}, neu hier`,
    save: 'Speichern',
    enter: 'speichert',
    nothing: 'Noch nichts zu speichern: Schreib, wer dabei war und was geschah.',
    isQuestion: 'Das klingt nach einer Frage, zu speichern gibt es da nichts. Die Antwort steht vielleicht hier:',
    openPage: (name) => `Seite von ${name}`,
    search: (query) => `Nach „${query}“ suchen`,
    toLook: 'sucht',

    saved: ([first, ...others]) =>
      first === undefined
        ? 'Gespeichert.'
        : others.length === 0
          ? first
          : `${first} Und ${asWord(others.length)} mehr.`,
  },
  prep: {
    title: 'Bevor ihr euch seht',
    prepare: 'Vorbereiten',
    prepareFor: (what) => (what === '' ? 'Dieses Treffen vorbereiten' : `Vorbereiten: ${what}`),
    action: 'Ein Treffen vorbereiten',
    lead: 'Wo ihr stehen geblieben seid, was es Neues gibt und wonach du fragen könntest.',
    forTouch: ({ date, summary, place, now }) => {
      const days = longDay(date);
      const when = date === now ? `Heute, ${days}` : days;
      const what = [summary, place === null ? '' : atPlace(place)].filter((part) => part !== '').join(', ');
      return what === '' ? `${when}.` : `${when}: ${what}`;
    },
    who: 'Wen triffst du?',
    whoElse: 'Und wen noch?',
    chosen: 'Wen du triffst',
    full: 'Mehr als zwölf Menschen lassen sich auf einer Seite nicht vorbereiten.',
    print: 'Drucken',
    emptyTitle: 'Wen triffst du?',
    emptyLead:
      'Nenn eine Person oder mehrere, und du siehst, wo ihr stehen geblieben seid: die letzten Gespräche, was du versprochen hast und wonach du fragen könntest. Ein geplantes Treffen bringt seine Leute von selbst mit.',
    noOne: 'In diesem Plan steht niemand.',
    common: (count) => (count === 2 ? 'Was die beiden verbindet' : 'Was sie verbindet'),
    questions: 'Frag danach',
    from: ({ kind, date }) =>
      kind === 'touch'
        ? `aus eurem Gespräch vom ${plainDay(date)}`
        : kind === 'fact'
          ? `von dir notiert am ${plainDay(date)}`
          : `deine Erinnerung für den ${plainDay(date)}`,
    last: (count) => (count === 1 ? 'Das letzte Mal' : 'Die letzten Male'),
    news: 'Neu',
    planned: 'geplant',
    remember: 'Gut zu wissen',
    promises: 'Zwischen euch',
    mine: 'von dir versprochen',
    theirs: 'dir versprochen',
    met: (how) => `Wie ihr euch kennt: ${how}`,
    firstNoted: (day, what) =>
      what === '' ? `Zuerst notiert am ${plainDay(day)}.` : `Zuerst notiert am ${plainDay(day)}: ${what}`,
    lastTouch: (day, count) =>
      day === null
        ? 'Noch ist kein Gespräch notiert.'
        : `Zuletzt in Kontakt ${relativeDay(day)}${count > 1 ? `, insgesamt ${number(count)}-mal` : ''}.`,
    nothing: (name) =>
      `Über ${name} ist noch nichts notiert. Frag, was gerade los ist, und schreib danach eine Sache auf.`,
    died: (name, day) =>
      `${name} ist gestorben${day === null ? '' : ` (${day})`}. Hier wird nichts vorbereitet; was du notiert hast, bleibt.`,
    archived: (name) => `${name} ist in deinem Archiv. Vorbereitet wird nichts; das hast du notiert.`,
  },
  people: {
    title: 'Menschen',
    search: 'Name, Ort, Arbeit …',
    count: (shown, filtered) => (filtered ? `${people(shown)} gefunden` : people(shown)),
    circle: 'Kreis',
    everyone: 'Alle',

    sort: 'Reihenfolge',
    sorts: {
      name: 'Nach Namen',
      'last-touch': 'Längste Stille',
      'next-touch': 'Wer als Nächstes dran ist',
      added: 'Neueste',
      warmth: 'Die stillsten zuerst',
      city: 'Nach Stadt',
      organisation: 'Nach Organisation',
      birthday: 'Nach Geburtstag',
    },
    show: 'Zeigen',
    shows: { active: 'Aktive', archived: 'Archivierte', all: 'Alle' },
    add: 'Jemanden hinzufügen',
    list: 'Menschen',
    never: 'noch kein Kontakt',
    last: (day, now) => relativeDay(day, now),
    next: (day, now) => comingDay(day, now, 'short'),
    lastHead: 'Zuletzt',
    nextHead: 'Als Nächstes',
    columns: 'Spalten',
    column: {
      circles: 'Kreise',
      tags: 'Schlagwörter',
      organisation: 'Organisation',
      city: 'Stadt',
      email: 'E-Mail',
      phone: 'Telefon',
      birthday: 'Geburtstag',
      warmth: 'Verbindung',
      last: 'Zuletzt in Kontakt',
      next: 'Als Nächstes',
    },
    nameColumn: 'Name',
    warmths: { fine: 'Gut', cooling: 'Kühlt ab', 'at-risk': 'In Gefahr', dormant: 'Eingeschlafen' },
    filter: {
      open: (count) => (count === 0 ? 'Filter' : `Filter, ${number(count)} an`),
      title: 'Wen zeigen',
      any: 'Egal',
      tag: 'Schlagwort',
      city: 'Stadt',
      country: 'Land',
      organisation: 'Organisation',
      source: 'Herkunft',
      warmth: 'Wie die Verbindung steht',
      touch: 'Zuletzt in Kontakt',
      touches: {
        '': 'Egal wann',
        'after:7d': 'In der letzten Woche',
        'after:30d': 'Im letzten Monat',
        'after:90d': 'In den letzten drei Monaten',
        'before:30d': 'Vor mehr als einem Monat',
        'before:90d': 'Vor mehr als drei Monaten',
        'before:180d': 'Vor mehr als einem halben Jahr',
        'before:365d': 'Vor mehr als einem Jahr',
        'before:730d': 'Vor mehr als zwei Jahren',
      },
      before: 'Vor',
      after: 'Nach',
      due: 'Nur wer an der Reihe ist',
      missing: 'Was fehlt',
      lacks: {
        birthday: 'Geburtstag',
        email: 'E-Mail',
        phone: 'Telefon',
        photo: 'Foto',
        city: 'Stadt',
        organisation: 'Organisation',
        circle: 'Kreis',
        channel: 'Bevorzugter Weg',
        'how-we-met': 'Wie ihr euch kennt',
        touch: 'Jeder Kontakt',
        tag: 'Schlagwort',
      },
      result: (total) => (total === 0 ? 'Passt auf niemanden' : `${people(total)} zeigen`),
      clear: 'Alles aufheben',
      without: {
        birthday: 'ohne Geburtstag',
        email: 'ohne E-Mail',
        phone: 'ohne Telefon',
        photo: 'ohne Foto',
        city: 'ohne Stadt',
        organisation: 'ohne Organisation',
        circle: 'in keinem Kreis',
        channel: 'ohne bevorzugten Weg',
        'how-we-met': 'Kennenlernen unbekannt',
        touch: 'noch nie in Kontakt',
        tag: 'ohne Schlagwort',
      },
      since: (when) => `in Kontakt nach: ${when}`,
      until: (when) => `in Kontakt vor: ${when}`,
      ago: (days) => `heute minus ${dayCount(days)}`,
      turn: 'an der Reihe',
      drop: (what) => `Weglassen: ${what}`,
    },
    saved: {
      list: 'Gespeicherte Filter',
      save: 'Diesen Filter speichern',
      name: 'Name',
      saveTitle: 'Filter speichern',
      hint: 'Wer später passt, ist dann dabei.',
      keep: 'Speichern',
      more: (name) => `Mehr zu ${name}`,
      update: 'Änderungen speichern',
      rename: 'Umbenennen',
      renameTitle: 'Filter umbenennen',
      remove: 'Löschen',
    },
    none: 'Das passt auf niemanden. Versuch weniger Buchstaben, oder heb die Filter auf.',
    clear: 'Aufheben',
    empty: 'Hol ein Adressbuch dazu, oder trag die erste Person von Hand ein.',
    addTitle: 'Jemand Neues',

    addNone: 'Kein Kreis',
    adding: 'Hinzufügen',

    choosing: {
      label: 'Die Menschen, die du ausgewählt hast',
      begin: 'Auswählen',
      end: 'Beenden',
      count: (count) => `${number(count)} ausgewählt`,
      all: (total) => `Alle ${number(total)}`,
      progress: (done, total) => `${number(done)} von ${number(total)}`,
      working: 'Wie weit es ist',
      row: (name) => `${name} auswählen`,
      forms: { circle: 'Kreis', tag: 'Stichwort', rhythm: 'Rhythmus' },
      titles: {
        circle: (count) => `Ein Kreis für ${people(count)}`,
        tag: (count) => `Ein Stichwort für ${people(count)}`,
        rhythm: (count) => `Ein Rhythmus für ${people(count)}`,
      },
      noCircles: 'Es gibt noch keinen Kreis.',
      makeCircle: 'Einen anlegen',
      add: 'Dazunehmen',
      move: 'Verschieben',
      moveHint: 'Dazunehmen lässt sie in ihren Kreisen; Verschieben nimmt sie aus allen anderen.',
      addTag: 'Stichwort geben',
      removeTag: 'Wegnehmen',
      clearRhythm: 'kein eigener',
      rhythmHint: 'Ein eigener Rhythmus geht vor dem des Kreises.',
      more: 'Mehr für die Ausgewählten',
      archive: 'Archivieren',
      unarchive: 'Aus dem Archiv zurückholen',
      vcard: 'Als vCard sichern',
      csv: 'Als Tabelle (CSV) sichern',
      keys: 'Menschen auswählen',
      key: 'Auswählen oder weglassen',
      keyRange: 'Die nächste Person auch',
    },
  },
  near: {
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
    off: (city) => `Reise nach ${city} absagen`,
  },
  person: {
    prefers: (channel) =>
      (
        ({
          phone: 'am liebsten per Anruf',
          email: 'am liebsten per E-Mail',
          text: 'am liebsten per SMS',
          video: 'am liebsten per Video',
          'in-person': 'am liebsten persönlich',
          card: 'am liebsten per Karte',
          event: 'bei Veranstaltungen',
          other: '',
        }) satisfies Partial<Record<Channel, string>> as Partial<Record<Channel, string>>
      )[channel] ?? `am liebsten über ${channels[channel]}`,
    localTime: (time) => `dort ist es ${time}`,
    log: 'Festhalten',

    more: 'Mehr',

    archive: 'Archivieren',
    unarchive: 'Aus dem Archiv zurückholen',
    deceased: 'Ist gestorben',
    alive: '„Ist gestorben“ zurücknehmen',
    delete: 'Löschen',
    archived: 'archiviert',
    isDeceased: 'gestorben',
    paused: (until) => (until === '9999-12-31' ? 'pausiert' : `pausiert bis zum ${plainDay(until)}`),
    snoozed: (until) => `nicht vor dem ${plainDay(until)}`,
    resume: 'Fortsetzen',
    next: (day, now) => `Als Nächstes: ${comingDay(day, now)}.`,
    followUp: (day, now) => `Melde dich ${onComing(day, now)}, solange es frisch ist.`,
    nothingDue: 'Nichts steht an.',
    noRhythm: 'Kein Rhythmus, also steht von selbst nichts an.',
    thisWeek: 'Nächste Woche',
    already: 'Schon in Kontakt',
    story: 'Was bisher war',
    storyEmpty: 'Noch nichts. Halte fest, wann ihr zuletzt in Kontakt wart, oder schreib es in einer Zeile auf.',
    storyNone: 'Kein Gespräch passt dazu.',
    storyFilter: {
      label: 'In der Geschichte suchen',
      words: 'Ein Wort finden',
      channel: 'Wie',
      anyChannel: 'Auf jedem Weg',
      kind: 'Art',
      anyKind: 'Alle',
      kinds: { personal: 'Persönlich', group: 'Gruppen', plan: 'Pläne' },
    },
    older: 'Ältere zeigen',
    allShown: (count) => (count === 1 ? 'Bisher ein Gespräch.' : `Bisher ${asWord(count)} Gespräche.`),
    facts: 'Gut zu wissen',
    factsEmpty: 'Was hast du erfahren? Familie, Pläne, ein geliebtes Buch.',
    addFact: 'Etwas notieren',
    factKind: 'Art',
    factText: 'Was du dir merken willst',
    fromTouch: (day) => `aus eurem Gespräch, ${day}`,
    private: 'vertraulich',
    privateHint: 'Vertraulich: nie in einem Entwurf',

    between: 'Zwischen euch',

    giving: 'Geben und nehmen',
    addExchange: 'Etwas eintragen',
    givingEmpty: 'Was ihr füreinander tut. Nur für dich, und nie eine Rechnung.',
    exchangeText: 'Was es war',
    exchangeKind: 'Wer es war',
    favours: 'In fünf Minuten',
    favourDone: (text) => `Getan: ${text}`,
    beforeAsking: 'Bevor du um etwas bittest',
    lastGiven: (text, day) => `Von dir, ${day}: ${text}`,
    lastReceived: (text, day) => `Für dich, ${day}: ${text}`,
    nothingGiven: 'Dass du etwas gegeben hast, ist noch nicht notiert.',
    giveFirst: 'Wie du zuerst geben kannst',
    askDraft: 'Ein Entwurf, der ein Nein leicht macht',
    moments: 'Was gerade los ist',
    addMoment: 'Etwas festhalten',
    momentsEmpty:
      'Eine neue Stelle, ein Kind, ein Verlust: Tendril erinnert dich zu schreiben, und später nachzufragen.',
    momentText: 'Was geschehen ist',
    momentKind: 'Art',
    momentDay: 'Am',
    saysSource: (source, was) => (was === null ? `laut ${source}` : `laut ${source}; vorher ${was}`),
    promiseText: 'Was versprochen wurde',
    by: 'Wer',
    me: 'Von mir versprochen',
    them: 'Mir versprochen',
    due: (day, now) => byComing(day, now),
    since: (day) => `seit dem ${plainDay(day)}`,
    addPromise: 'Ein Versprechen notieren',
    kept: 'Gehalten',
    addReminder: 'Erinnere mich',
    reminderText: 'Erinnere mich an',
    on: 'Am',
    dueLabel: 'Bis wann',
    ties: 'Verbindungen',
    addTie: 'Eine Verbindung notieren',
    tieKind: 'Wie sie verbunden sind',
    tieKinds: [
      'spouse',
      'partner',
      'child',
      'parent',
      'sibling',
      'friend',
      'colleague',
      'neighbour',
      'introduced-by',
      'assistant',
      'manager',
    ],
    tieWord,
    tieWho: 'Mit wem',
    probably: (kind, via) => `wahrscheinlich ${tieWord(kind)}: ${tieWord(via.kind)} von ${via.name}`,
    keep: 'Behalten',
    keepTie: (name) => `Die Verbindung zu ${name} behalten`,
    notTie: (name) => `${name} gehört nicht dazu`,
    occasions: 'Besondere Tage',
    occasion,
    age: ({ years, about }) => `${about ? 'Etwa ' : ''}${years} ${years === 1 ? 'Jahr' : 'Jahre'} alt`,
    turns: (n) => `wird ${n}`,
    years: (n) => (n === 1 ? 'ein Jahr' : `${n} Jahre`),
    ways: 'Erreichbar über',
    waysEmpty: 'Noch keine Adresse und keine Nummer.',
    onCard: 'Aus dem Adressbuch',
    circles: 'Kreise und Rhythmus',
    ownRhythm: 'Eigener Rhythmus',
    followCircle: 'wie der Kreis',
    rhythmDays: 'Alle … Tage',
    sources: 'Woher das kommt',
    source: (label, day) => `${label}, ${plainDay(day)}`,
    missing: 'im neuesten Export nicht dabei',
    history: 'Was sich geändert hat',
    doubles: 'Vielleicht dieselbe Person',
    same: 'Dieselbe Person',
    notSame: 'Zwei Menschen',
    remove: (what) => `${what} entfernen`,
    editThing: (what) => `${what} ändern`,

    joinCircle: 'In einen Kreis',
    leave: (name) => `${name} verlassen`,

    setPhoto: 'Ein Foto auswählen',
    photoHint: 'Ein Foto auswählen, ablegen oder einfügen',

    planned: 'geplant',
    group: 'nicht persönlich',
    contactKeys: {
      edit: 'Angaben bearbeiten',
      log: 'Ein Gespräch festhalten',
      prep: 'Ein Treffen vorbereiten',
      fact: 'Etwas notieren',
      same: 'Dieselbe Person',
      notSame: 'Zwei Menschen',
    },
  },
  touch: {
    title: 'Ein Gespräch festhalten',
    editTitle: 'Dieses Gespräch ändern',
    when: 'Wann',
    how: 'Wie',
    who: 'Wer dabei war',
    direction: 'Wer den Anfang machte',
    directions: { mine: 'Ich', theirs: 'Die andere Seite', mutual: 'Beide' },
    summary: 'In einem Satz',
    summaryHint: 'Darüber gesprochen, ob noch jemand Briefe schreibt.',
    notes: 'Notizen',
    place: 'Ort',
    addPerson: 'Jemanden hinzufügen, der dabei war',
    save: 'Speichern',
    followUp: 'Erinnere mich morgen, dranzubleiben',
    said: (channel, direction, others) => {
      const base: string =
        channel === 'phone'
          ? { mine: 'Du hast angerufen', theirs: 'Anruf an dich', mutual: 'Ein Telefonat' }[direction]
          : channel === 'in-person' || channel === 'event' || channel === 'video'
            ? channels[channel]
            : direction === 'mine'
              ? `${channels[channel]} von dir`
              : direction === 'theirs'
                ? `${channels[channel]} an dich`
                : channels[channel];
      return others.length === 0
        ? base
        : others.length > 3
          ? `${base} · mit ${asWord(others.length)} anderen`
          : `${base} · mit ${list(others)}`;
    },
    at: atPlace,
    noWords: 'Ohne Worte.',
  },
  edit: {
    title: 'Angaben bearbeiten',
    name: 'Name, wie er dasteht',
    given: 'Vorname',
    surname: 'Nachname',
    nickname: 'Spitzname',
    pronouns: 'Pronomen',
    organization: 'Organisation',
    role: 'Position',
    emails: 'E-Mail',
    phones: 'Telefon',
    services: 'Profile',
    serviceName: 'Dienst',
    serviceValue: 'Adresse oder Name',
    links: 'Links',
    addresses: 'Anschriften',
    birthday: 'Geburtstag',
    yearHint: 'wenn du es weißt',
    calendar: 'Kalender',
    ourCalendar: 'Gregorianischer Kalender',
    leapMonth: 'Im Schaltmonat dieser Nummer',
    ageHint: 'Nicht bekannt? Ungefähres Alter:',
    note: 'Notiz',
    channel: 'Am liebsten über',
    noChannel: 'Ganz gleich',
    places: { none: 'Sonstige', home: 'Privat', work: 'Arbeit' },
    place: 'Art',
    addLine: (what) => `Hinzufügen: ${what}`,
    save: 'Speichern',
    birthdayIncomplete: 'Zu einem Tag gehört sein Monat.',
    birthdayImpossible: 'Dieses Datum gibt es nicht.',
    conflict:
      'Diese Angaben wurden inzwischen anderswo geändert. Schließ das Fenster und öffne es neu, um die neueren zu sehen.',
    tags: 'Stichwörter',
    tagsHint: 'Durch Kommas getrennt',
  },
  import: {
    title: 'Menschen dazuholen',
    lead: 'Die Dateien bleiben auf diesem Rechner. Eine zweimal zu lesen ändert nichts, und was du hier bearbeitet hast, wird nie überschrieben.',
    drop: 'Leg hier Dateien ab',
    dropOr: 'vCards, JSContact, Tabellen (CSV), LDIF oder gleich das ganze Zip, auch mehrere auf einmal',
    choose: 'Dateien auswählen',
    dry: 'Erst ansehen, noch nichts speichern',
    old: (days) => `Dein LinkedIn-Export ist ${dayCount(days)} alt; ein neuer bringt neue Stellen und neue Menschen.`,
    oldAct: 'Einen neuen holen',
    oldKnown: 'Ich weiß',
    guides: 'So kommst du an die Dateien',
    wait: (time) => `Dauert: ${time}`,
    file: (name) => `Die Datei: ${name}`,
    states: {
      reading: 'Wird gelesen',
      planning: 'Wird mit denen verglichen, die hier sind',
      applying: 'Wird hereingeholt',
      done: 'Fertig',
      failed: 'Es hat nicht geklappt',
      cancelled: 'Abgebrochen; nichts wurde behalten',
      undone: 'Rückgängig gemacht',
    },
    cancel: 'Abbrechen',
    progress: (done, total) => (total === null ? number(done) : `${number(done)} von ${number(total)}`),
    summary: ({ created, updated, unchanged, dry }) => {
      const be = (count: number): string => (dry ? (count === 1 ? 'wäre' : 'wären') : count === 1 ? 'ist' : 'sind');
      const parts = [
        created > 0 ? `${people(created)} ${be(created)} neu` : '',
        updated > 0 ? `${number(updated)} ${dry ? 'würden aufgefrischt' : 'aufgefrischt'}` : '',
        unchanged > 0 ? `${number(unchanged)} schon auf dem neuesten Stand` : '',
      ].filter((part) => part !== '');
      return parts.length === 0 ? 'In diesen Dateien war niemand zu finden.' : `${parts.join(', ')}.`;
    },
    bring: 'Hereinholen',
    undo: 'Rückgängig machen',
    another: 'Mehr dazuholen',
    toToday: 'Zu Heute',
    toSort: 'In Kreise einordnen',
    moreSkipped: (count, reason) =>
      reason === null ? `Und ${number(count)} weitere dieser Art.` : `Und ${number(count)} weitere: ${reason}.`,
    skipped: (count) => (count === 1 ? 'Eine Zeile wurde ausgelassen' : `${number(count)} Zeilen wurden ausgelassen`),
    missing: (count) =>
      `${people(count)} aus dieser Quelle ${count === 1 ? 'fehlt' : 'fehlen'} in der neueren Datei. Gelöscht wurde niemand.`,
    fileLine: ({ read, created, updated, unchanged }) =>
      `${number(read)} gelesen: ${number(created)} neu, ${number(updated)} aufgefrischt, ${number(unchanged)} unverändert`,

    doubles: (count) =>
      count === 1
        ? 'Ein Paar ist vielleicht dieselbe Person'
        : `${number(count)} Paare sind vielleicht je dieselbe Person`,
    doublesLead: 'Je eine Taste. Unsicher? Lass es; sie bleiben getrennt.',
    same: 'Dieselbe Person',
    notSame: 'Zwei Menschen',

    before: 'Früher',
    notes: 'Gut zu wissen',
    formats: {
      vcard: 'vCard',
      jscontact: 'JSContact',
      linkedin: 'LinkedIn',
      'google-csv': 'Google Kontakte',
      'outlook-csv': 'Outlook',
      ldif: 'LDIF',
      csv: 'Tabelle',
      unread: 'nicht gelesen',
    },
    map: {
      title: (file) => `Was steht in ${file}?`,
      lead: 'So eine Tabelle kennt Tendril noch nicht. Es hat geraten, was jede Spalte ist: Stell richtig, was nicht stimmt. Die nächste Datei mit diesen Spalten wird genauso gelesen.',
      headless: 'In der ersten Zeile steht eine Person, keine Überschrift; die Spalten haben darum Nummern.',
      columns: 'Spalten',
      field: (column) => `Was ${column} ist`,
      empty: 'in den ersten Zeilen leer',
      more: (count) =>
        count === 1
          ? 'Eine weitere Spalte bleibt, wie sie ist.'
          : `${number(count)} weitere Spalten bleiben, wie sie sind.`,
      preview: 'Die ersten Menschen, so gelesen',
      nobody:
        'Aus diesen Spalten ist noch niemand zu erkennen. Sag, welche der Name, eine E-Mail-Adresse oder eine Telefonnummer ist.',
      skipped: (count) =>
        count === 1
          ? 'Eine der ersten Zeilen nennt niemanden.'
          : `${number(count)} der ersten Zeilen nennen niemanden.`,
      born: (date) => `Geboren ${date}`,
      bring: 'Hereinholen',
      look: 'Ansehen, was geschähe',
      next: 'Zur nächsten Tabelle',
      leave: 'Datei weglassen',
      cancel: 'Zurück',
      fields: tableFields,
      known: 'Tabellen, die du erklärt hast',
      knownLead: 'Dateien mit diesen Spalten werden ohne Nachfrage gelesen.',
      knownLine: (columns) => list(columns.length > 6 ? [...columns.slice(0, 5), 'weitere'] : columns),
      forget: 'Wieder fragen',
      forgetLabel: (name) => `Bei Tabellen wie ${name} wieder fragen`,
    },
    tooMany: 'Wähl mindestens eine Datei aus.',
    open: 'Zeigen',
    fileCount: (names) =>
      names.length <= 2 ? list(names) : `${names[0] ?? ''} und ${asWord(names.length - 1)} weitere`,
    dryTag: 'nur angesehen, nichts gespeichert',
  },
  circles: {
    title: 'Kreise',
    lead: 'Gruppen mit eigenem Rhythmus. Die Größe erinnert daran, wie viele in ein Leben passen; eine Grenze ist sie nicht.',
    add: 'Neuer Kreis',
    name: 'Name',
    rhythm: 'Sich melden',
    size: 'Passt für etwa',
    days: 'Tage',
    noRhythm: 'kein Rhythmus',

    offered: 'Nimm einen fertigen',
    members: (count, size) => (size === null ? people(count) : `${number(count)} von etwa ${number(size)}`),
    due: (count) => (count === 0 ? 'niemand dran' : `${number(count)} dran`),
    over: 'Mehr, als meist hineinpasst',

    delete: 'Kreis löschen',
    unfold: 'Wer ist darin',
    fold: 'Zuklappen',
    membersOf: (name) => `Wer in ${name} ist`,
    drift: ({ cooling, late }) => {
      const parts = [
        cooling.length === 0 ? '' : `Kühlt ab: ${someOf(cooling)}.`,
        late.length === 0 ? '' : `Über dem Rhythmus: ${someOf(late)}.`,
      ].filter((part) => part !== '');
      return parts.length === 0 ? 'Niemand entfernt sich.' : parts.join(' ');
    },
    drifts: { cooling: 'kühlt ab', late: 'über dem Rhythmus' },
    allOf: (count) => `Alle ${number(count)} ansehen`,
    moveTo: (name) => `Nach ${name} verschieben`,
    takeOut: (name) => `Aus ${name} nehmen`,
    dropHere: 'Hier ablegen',
    dragHint: 'Zieh jemanden in einen anderen Kreis, oder drück auf den Namen für ein Menü.',
    addTitle: 'Neuer Kreis',
    editTitle: (name) => `${name} bearbeiten`,
    sort: (count) => `${number(count)} einordnen`,
    acquaintances: (count) =>
      `${people(count)} in keinem Kreis: Bekannte, die nur auftauchen, wenn es einen Grund gibt.`,
    deleteHint: 'Die Menschen darin bleiben.',
    empty: 'Noch kein Kreis. Nimm für den Anfang die vier unten, oder leg einen eigenen an.',

    rhythmChoices: [7, 14, 30, 60, 90, 180, 365],

    sizeOf: (size) => `etwa ${number(size)}`,
  },
  triage: {
    title: 'Menschen einordnen',
    progress: (at, of) => `${number(at)} von ${number(of)}`,
    leave: 'Bei den Bekannten lassen',
    leaveShort: 'Bekannt',
    back: 'Zurücknehmen',
    skip: 'Jetzt nicht',
    done: 'Alle sind eingeordnet.',
    doneLead: 'Wer in einem Kreis ist, findet zu seiner Zeit den Weg zu Heute.',
    toToday: 'Zu Heute',
    toCircles: 'Zu den Kreisen',
    noCircles: 'Erst kommen die Kreise: Nimm diese vier, dann ordne ein.',
    saving: (count) => `${number(count)} unterwegs`,
    suggestion: 'Vorschlag',
    failed: (name, why) => `${name} wurde nicht eingeordnet: ${why}`,

    previous: 'Zurück',
    doubles: 'Vielleicht dieselbe Person wie',
    keys: {
      into: (name) => `In den Kreis ${name}`,
      leave: 'Bei den Bekannten lassen',
      suggestion: 'Wie vorgeschlagen',
      undo: 'Zurücknehmen',
      next: 'Jetzt nicht',
      previous: 'Zurück',
      same: 'Dieselbe Person',
      notSame: 'Zwei Menschen',
    },
    hint: 'Ziffern ordnen ein, Enter nimmt den Vorschlag, a lässt, z nimmt zurück, Pfeile blättern.',
    swipeHint: 'Wisch für den Vorschlag, zur anderen Seite für später.',
    nothing: 'Niemand wartet aufs Einordnen.',
    nothingLead: 'Neue Menschen aus Dateien und Notizen tauchen hier auf.',
  },
  settings: {
    title: 'Einstellungen',
    you: 'Du',
    ownerName: 'Dein Name',
    language: 'Sprache',
    languageHint: 'Entwürfe schreibt Tendril auf Englisch, und auf Englisch liest es, was du aufschreibst.',
    locale: 'Datum und Zahlen',
    localeHint: 'Ein Sprachkürzel: de-AT, en-GB, fr-CA',
    zone: 'Zeitzone',
    country: 'Land',
    countryHint: 'Für Telefonnummern ohne Landesvorwahl',
    today: 'Heute',
    capacity: 'Menschen am Tag',
    capacityHint: 'Wenige genügen. Was nicht hineinpasst, wartet, bis es dran ist.',
    notice: 'Vorlauf vor einem Geburtstag',
    noticeDays: (days) => (days === 0 ? 'am Tag selbst' : dayCount(days)),
    leap: 'Am 29. Februar geboren',
    holidays: 'Feiertage dort, wo jemand wohnt',
    holidayChoices: { on: 'Neben anderen Gründen erwähnt', off: 'Nicht erwähnt' },
    leapRules: { 'feb-28': 'Gefeiert am 28. Februar', 'mar-1': 'Gefeiert am 1. März' },
    saved: 'Gespeichert.',
    badLocale: 'Dieses Sprachkürzel kennt der Browser nicht.',
    tokens: 'Schlüssel für andere Programme',
    tokensLead: 'Mit einem Schlüssel darf ein Programm von dir über die API lesen, oder lesen und schreiben.',
    tokenName: 'Wofür ist er?',
    tokenScope: 'Darf',
    scopes: { read: 'lesen', write: 'lesen und schreiben' },
    create: 'Schlüssel anlegen',
    revoke: 'Sperren',
    created: 'Kopier ihn jetzt: Er wird nur einmal gezeigt.',
    used: (when) => (when === null ? 'nie benutzt' : `zuletzt benutzt: ${when}`),
    noTokens: 'Noch keiner.',
    calendar: {
      title: 'In deinem Kalender',
      lead: 'Geburtstage, Versprechen, Pläne und wer an der Reihe ist, in jedem Kalender, der eine Adresse abonnieren kann.',
      create: 'Adresse anlegen',
      replace: 'Neue Adresse anlegen',
      replaceHint: 'Mit der neuen Adresse endet die alte.',
      end: 'Abschalten',
      address: 'Die Adresse deines Kalenders',
      created:
        'Kopier sie jetzt: Sie wird nur einmal gezeigt. Wer sie hat, kann diese Tage lesen; behalte sie also für dich.',
      open: 'In einem Kalender öffnen',
      state: (made, read) =>
        `Angelegt: ${made}; ${read === null ? 'noch hat kein Kalender sie gelesen' : `zuletzt gelesen: ${read}`}.`,
    },
    theme: {
      title: 'Hell oder dunkel',
      lead: 'Auf diesem Gerät.',
      names: { system: 'Wie das Gerät es vorgibt', light: 'Hell', dark: 'Dunkel' },
    },
    digest: {
      title: 'Eine Mail am Morgen',
      lead: 'Heute in deinem Postfach: wer, warum, und wie du anfängst. Sie geht an dich und an niemanden sonst.',
      noServer:
        'Noch ist kein Mailserver genannt. Starte Tendril mit TENDRIL_SMTP_URL und TENDRIL_MAIL_FROM; die Seite zum Selbstbetrieb zeigt ein Beispiel.',
      on: 'Schicken',
      switch: { on: 'Ja', off: 'Nein' },
      hour: 'Um',
      hourHint: 'Später am selben Tag, wenn dieser Rechner schlief',
      days: 'Am',
      dayNames: { mon: 'Mo', tue: 'Di', wed: 'Mi', thu: 'Do', fri: 'Fr', sat: 'Sa', sun: 'So' },
      oneDay: 'Ein Tag muss bleiben. Wenn du keine Mails willst, wähle oben Nein.',
      address: 'An',
      addressHint: (account) =>
        account === null ? 'Eine Adresse von dir' : `Eine Adresse von dir; bleibt das Feld leer, ${account}`,
      badAddress: 'Das ist keine E-Mail-Adresse.',
      empty: 'Wenn niemand wartet',
      emptyChoices: { nothing: 'Nichts schicken', note: 'Einen kurzen Gruß schicken' },
      next: (when) => `Die nächste: ${when}.`,
      test: 'Schick mir eine zur Probe',
      testing: 'Wird geschickt …',
      tested: (to) => `Geschickt an ${to}. Schau dort nach.`,
      refused: (error) => `Der Mailserver hat sie nicht angenommen. Er sagt: ${error}`,
      last: 'Die letzten Tage',
      states: {
        due: 'wartet auf ihre Stunde',
        sending: 'wird gerade geschickt',
        delivered: 'geschickt',
        failed: 'noch nicht geschickt, wird bald wieder versucht',
        'gave-up': 'nicht geschickt',
        missed: 'versäumt',
        empty: 'niemand wartete, also wurde nichts geschickt',
      },
    },
    data: {
      title: 'Deine Daten',
      lead: 'Alles geht wieder hinaus, in offenen Formaten, jederzeit.',
      take: 'Mitnehmen',
      backup: 'Sicherung herunterladen',
      backupLead: 'Alles, wie es jetzt ist, in einer Datei.',
      backupHint: 'Zurück kommt sie mit „tendril restore DATEI“ dort, wo Tendril läuft.',
      end: 'Alles löschen …',
      endLead:
        'Menschen, Notizen, Verlauf, Fotos, Schlüssel und geheime Adressen. Du bleibst angemeldet, vor einem leeren Notizbuch.',
      endTitle: 'Alles löschen?',
      endText:
        'Das lässt sich nicht rückgängig machen. Ältere Sicherungen behalten, was in ihnen steht, bis du auch sie löschst.',
      endBackup: 'Vorher auf dem Server eine Sicherung anlegen',
      endType: 'Schreib „alles löschen“',
      endWords: 'alles löschen',
      endAct: 'Alles löschen',
      endedTitle: 'Alles ist gelöscht',
      ended: (backup) =>
        backup === null ? 'Das Notizbuch ist leer.' : `Eine Sicherung von vorher liegt auf dem Server unter ${backup}.`,
      ending: 'Wird gelöscht …',
    },
    formats: {
      archive: ['Archiv', 'Alles: jede Tabelle als JSON-Zeilen, Fotos, vCards. Ein Zip.'],
      vcard: ['vCard 4.0', 'Menschen mit ihren Fotos, für neuere Adressbücher.'],
      vcard3: ['vCard 3.0 (älter)', 'Dasselbe für iPhone, Google und Outlook.'],
      jscontact: ['JSContact', 'Menschen als JSON, nach RFC 9553.'],
      csv: ['CSV-Tabelle', 'Menschen mit den Spalten von Google, für eine Tabellenkalkulation.'],
      ics: ['Kalender', 'Geburtstage, Jahrestage und wer an der Reihe ist.'],
    },
    history: 'Verlauf',
    historyLead: 'Jede Änderung, und der Weg zurück.',
    signOut: 'Abmelden',
    account: 'Konto',
    signedInAs: (email) => `Angemeldet als ${email}.`,
    see: 'Verlauf öffnen',
  },
  history: {
    title: 'Verlauf',
    lead: 'Jede Änderung, die neueste zuerst. Auch ein Schritt zurück ist ein Schritt.',
    undo: 'Rückgängig',
    undone: 'zurückgenommen',
    changes: (count) => (count === 1 ? 'eine Änderung' : `${number(count)} Änderungen`),
    empty: 'Noch ist nichts geschehen.',
    by: (actor) => (actor === 'you' ? 'du' : actor),
    older: 'Ältere zeigen',

    open: 'läuft',
  },
  find: {
    title: 'Suchen',
    label: 'Menschen und Notizen finden, oder etwas tun',
    hint: 'Ein Name, ein Wort, oder was zu tun ist',
    none: (q) => `Nichts gefunden für „${q}“.`,

    capture: 'Schreib auf, was war',
    start: 'Mit fünf Namen beginnen',
    keys: 'Die Tasten zeigen',
  },
  keys: {
    title: 'Tasten',
    general: 'Überall',
    today: 'Heute',
    person: 'Eine Person',
    triage: 'Einordnen',
    doubles: 'Doppelte',
    capture: 'Schreib auf, was war',
    search: 'Suchen',
    help: 'Diese Tasten zeigen',
    goToday: 'Zu Heute',
    goPeople: 'Zu den Menschen',
    goCircles: 'Zu den Kreisen',
    goPrep: 'Ein Treffen vorbereiten',
    goImport: 'Menschen dazuholen',
    goSettings: 'Zu den Einstellungen',
    undo: 'Das Letzte zurücknehmen',
    mod: { mac: '⌘', other: 'Strg' },
  },
};
