import type { WakingStrings } from './strings-waking.en.ts';

export const de: WakingStrings = {
  asleep: 'Lange still',
  woken: 'Wieder in Kontakt',
  howWasIt: 'Wie war es?',
  letGo: 'Ganz loslassen',
  ratings: { glad: 'Schön', 'so-so': 'Geht so', rest: 'Ruhen lassen' },
  said: {
    glad: 'Ihr habt wieder Kontakt, und das ist schön.',
    'so-so': 'Ihr habt wieder Kontakt; es ging so.',
    rest: 'Ihr habt wieder Kontakt, und du lässt es ruhen.',
  },
  happenedTo: 'Es betrifft',
  everyoneAt: (organisation) => `alle bei ${organisation}`,
};
