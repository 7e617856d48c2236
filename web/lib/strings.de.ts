import type { ExchangeKind, FactKind, MomentKind, ReasonKind } from '../../src/domain/words.ts';
import { comingDay, dayCount, longDay, number, type PartOfDay, plainDay, relativeDay } from './days.ts';
import { asWord, capital, channels, list, peopleInWords, times } from './phrases.de.ts';
import type { Strings } from './strings.ts';

/** German, to a friend: „du“, no titles, and people rather than contacts. Nobody’s gender is guessed. */

/** A place as it stands, unless it brings its own preposition or article: nobody can tell whether it is „im“ or „in der“. */
const atPlace = (place: string): string =>
  /^(?:im|in|am|an|auf|bei|beim|zu|zum|zur|vor|nach|at|on|by|near)\s/iu.test(place) ? place : `Ort: ${place}`;

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
  'quiet-time': 'Stille Zeit, ohne Worte',
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
    news: 'Deine Neuigkeiten',
    goals: 'Ziele und was daraus wurde',
    import: 'Dazuholen',
    settings: 'Einstellungen',
    find: 'Suchen',
    findHint: 'suchen, tun',
    more: 'Mehr',
    history: 'Verlauf',
    resources: 'Zum Weitergeben',
    sort: 'Einordnen',
    introductions: 'Bekanntmachen',
    gatherings: 'Zusammenkünfte und Pläne',
    gatheringsInShort: 'Zusammenkünfte',
    giving: 'Geben',
    longGame: 'Auf lange Sicht',
    near: 'In einer Stadt',
    words: 'Deine Worte',
    cards: 'Karten von Hand',
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
    keepLink: 'Den Link zum Weitergeben aufheben',
    enter: 'speichert',
    nothing: 'Noch nichts zu speichern: Schreib, wer dabei war und was geschah.',
    nameThem: 'Schreib, wer es war: „… with Dagmar Süß“, oder ein @ vor den Namen: „@Dagmar Süß“.',
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
  nudge: {
    old: (days) => `Dein LinkedIn-Export ist ${dayCount(days)} alt; ein neuer bringt neue Stellen und neue Menschen.`,
    oldAct: 'Einen neuen holen',
    oldKnown: 'Ich weiß',
  },
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
    kinds: {
      person: 'Menschen',
      touch: 'Gespräche',
      fact: 'Gut zu wissen',
      here: 'Auf dieser Seite',
      page: 'Gehe zu',
      act: 'Tun',
    },

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
