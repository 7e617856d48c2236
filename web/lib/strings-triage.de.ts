import { number } from './days.ts';
import type { TriageStrings } from './strings-triage.en.ts';

/** The words of sorting people in German. */

export const de: TriageStrings = {
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
};
