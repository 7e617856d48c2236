import type { Entry, Phone, Relation } from '../../domain/card/jscontact.ts';

type Placed = Pick<Entry, 'contexts' | 'label'>;
type PlacedPhone = Placed & Pick<Phone, 'features'>;

const PHONE_WORDS = { mobile: 'mobile', main: 'main-number', fax: 'fax', pager: 'pager' } as const;

/** Words that are relation types (RFC 6350 section 6.6.6) themselves, and words that say one more closely. */
const RELATIONS = new Map([
  ...[
    'acquaintance',
    'agent',
    'child',
    'co-resident',
    'co-worker',
    'colleague',
    'contact',
    'crush',
    'date',
    'emergency',
    'friend',
    'kin',
    'met',
    'muse',
    'neighbor',
    'parent',
    'sibling',
    'spouse',
    'sweetheart',
  ].map((type) => [type, type] as const),
  ['husband', 'spouse'],
  ['wife', 'spouse'],
  ['son', 'child'],
  ['daughter', 'child'],
  ['mother', 'parent'],
  ['father', 'parent'],
  ['brother', 'sibling'],
  ['sister', 'sibling'],
  ['relative', 'kin'],
]);

/** `Home` and `Work` are contexts, `Other` says nothing, any other word is the user's own label. */
export function readLabel(label: string): Placed {
  switch (label.toLowerCase()) {
    case '':
    case 'other':
      return {};
    case 'home':
      return { contexts: { private: true } };
    case 'work':
      return { contexts: { work: true } };
    default:
      return { label };
  }
}

/** The word that `readLabel` understands again. */
export function writeLabel({ contexts, label }: Placed): string {
  if (label !== undefined) return label;
  if (contexts?.work) return 'Work';
  return contexts?.private ? 'Home' : '';
}

/** `Mobile`, `Work Fax`, `Home Mobile`: features and context in any order; anything else is a label. */
export function readPhoneLabel(label: string): PlacedPhone {
  const placed: { contexts?: Placed['contexts']; features?: Phone['features'] } = {};
  for (const word of label.toLowerCase().split(' ')) {
    if (isPhoneWord(word)) placed.features = { ...placed.features, [PHONE_WORDS[word]]: true };
    else if (word === 'work') placed.contexts = { ...placed.contexts, work: true };
    else if (word === 'home') placed.contexts = { ...placed.contexts, private: true };
    else if (word !== 'other') return label === '' ? {} : { label };
  }
  return placed;
}

/** The words that `readPhoneLabel` understands again. */
export function writePhoneLabel({ contexts, label, features }: PlacedPhone): string {
  if (label !== undefined) return label;
  const words = Object.keys(PHONE_WORDS).filter((word) => isPhoneWord(word) && features?.[PHONE_WORDS[word]]);
  return [...(contexts?.work ? ['Work'] : []), ...(contexts?.private ? ['Home'] : []), ...words.map(capitalize)].join(
    ' ',
  );
}

function isPhoneWord(word: string): word is keyof typeof PHONE_WORDS {
  return Object.hasOwn(PHONE_WORDS, word);
}

/** A relation word: its type where there is one, and the word itself where the type says less. */
export function readRelation(label: string): Relation {
  const type = RELATIONS.get(label.toLowerCase());
  return {
    ...(type === undefined ? {} : { relation: { [type]: true } }),
    ...(label === '' || label.toLowerCase() === type ? {} : { label }),
  };
}

/** The word that `readRelation` understands again. */
export function writeRelation({ relation, label }: Relation): string {
  return label ?? capitalize(Object.keys(relation ?? {})[0] ?? '');
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
