import type { FactKind } from '../src/domain/words.ts';

/** Pairs that are planted among the people of a network: who would be glad of each other, and who only sounds alike. */

/** What one of two says. */
export type Side = Partial<Record<FactKind, string>>;

/** Each helps the other, or one the other, in words of their own. */
export const GOOD: readonly (readonly [Side, Side])[] = [
  [{ need: 'a patent lawyer for the mooring buoy' }, { offer: 'advises on patents, first hour free' }],
  [{ goal: 'publish a cookbook of seaweed recipes' }, { work: 'edits cookbooks at a small press' }],
  [{ challenge: 'the greenhouse heating costs a fortune' }, { offer: 'plans heat pumps for greenhouses' }],
  [
    { need: 'a flat to rent in Rotterdam', offer: 'teaches the cello' },
    { offer: 'a Rotterdam flat to rent from March', goal: 'take up the cello again' },
  ],
  [
    { need: 'somebody to translate letters from Ottoman Turkish', offer: 'restores parquet floors' },
    { offer: 'translates Ottoman Turkish', need: 'the parquet in the hall restored' },
  ],
  [{ need: 'beta testers for a dyslexia app' }, { interest: 'dyslexia and how apps can help' }],
  [{ goal: 'keep bees on the roof' }, { offer: 'lends a beehive to beginners', interest: 'bees' }],
  [{ challenge: 'the grant application for the windmill' }, { success: 'won a grant for an old windmill' }],
  [{ goal: 'walk the Camino with a donkey' }, { interest: 'donkeys, and walks with them' }],
  [{ need: 'a sponsor for the chess club of refugees' }, { work: 'sponsors refugee sports clubs' }],
  [{ need: 'a harpsichord for the school concert' }, { offer: 'lends a harpsichord, and tunes it' }],
  [{ need: 'advice on probate after a will' }, { work: 'notary for wills and probate' }],
];

/** They share words and nothing else: what many say, what stands aside, or the same in another sense. */
export const BAD: readonly (readonly [Side, Side])[] = [
  [{ need: 'help with the new house' }, { offer: 'help with anything, new things too' }],
  [
    { goal: 'run a small business some day' },
    { interest: 'small dogs, long days at the sea, crime novels, business news' },
  ],
  [{ need: 'a good time to call, and some rest' }, { offer: 'calls at any time' }],
  [
    { challenge: 'the children and the school run' },
    { interest: 'runs half marathons, old children’s books, maps of schools' },
  ],
  [{ goal: 'read more this year' }, { offer: 'reads the electricity meter for neighbours, more often this year' }],
];
