import { number } from './days.ts';
import { people, someOf } from './phrases.de.ts';
import type { CirclesStrings } from './strings-circles.en.ts';

/** The words of circles in German. */

export const de: CirclesStrings = {
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
  acquaintances: (count) => `${people(count)} in keinem Kreis: Bekannte, die nur auftauchen, wenn es einen Grund gibt.`,
  deleteHint: 'Die Menschen darin bleiben.',
  empty: 'Noch kein Kreis. Nimm für den Anfang die vier unten, oder leg einen eigenen an.',

  rhythmChoices: [7, 14, 30, 60, 90, 180, 365],

  sizeOf: (size) => `etwa ${number(size)}`,
};
