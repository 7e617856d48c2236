import type { KeyGroup } from '../../lib/keys.ts';
import { t } from '../../lib/strings.ts';

type Place =
  | '/'
  | '/people'
  | '/circles'
  | '/pictures'
  | '/pictures/over-time'
  | '/pictures/year'
  | '/sort'
  | '/import'
  | '/news'
  | '/goals'
  | '/history'
  | '/settings'
  | '/start'
  | '/prep'
  | '/near'
  | '/resources'
  | '/words'
  | '/cards'
  | '/introductions'
  | '/gatherings';

/** Something to do from the finder: by what it is, in the order they are listed. */
export interface Action {
  readonly id: string;
  readonly kind: 'here' | 'act' | 'page';
  readonly title: string;
  readonly note: string;
  readonly run: () => void;
}

interface ActionTools {
  readonly go: (to: Place) => () => void;
  /** Runs something on the page behind the finder, once it is closed. */
  readonly here: (run: () => void) => () => void;
  readonly capture: () => void;
  readonly keys: () => void;
}

/**
 * What one can do from the finder, narrowed by the words typed: each must begin a word of the action. First what the page
 * in view can do, by its own keys: a person's acts, a card's, the deck's.
 */
export function matchActions(
  text: string,
  groups: readonly KeyGroup[],
  { go, here, capture, keys }: ActionTools,
): readonly Action[] {
  const ofPage = groups
    .filter((group) => group.name !== t.keys.general)
    .flatMap((group) =>
      group.bindings.map((binding) => ({
        id: `${group.name}-${binding.keys}`,
        title: binding.label,
        kind: 'here' as const,
        note: binding.keys,
        run: here(binding.run),
      })),
    );
  const actions: readonly Action[] = [
    ...ofPage,
    { id: 'capture', kind: 'act', title: t.find.capture, note: 'c', run: capture },
    { id: 'prep', kind: 'act', title: t.prep.action, note: 'g m', run: go('/prep') },
    { id: 'sort', kind: 'act', title: t.nav.sort, note: '', run: go('/sort') },
    { id: 'import', kind: 'act', title: t.nav.import, note: 'g i', run: go('/import') },
    { id: 'start', kind: 'act', title: t.find.start, note: '', run: go('/start') },
    { id: 'keys', kind: 'act', title: t.find.keys, note: '?', run: keys },
    { id: 'today', kind: 'page', title: t.nav.today, note: 'g t', run: go('/') },
    { id: 'people', kind: 'page', title: t.nav.people, note: 'g p', run: go('/people') },
    { id: 'circles', kind: 'page', title: t.nav.circles, note: 'g c', run: go('/circles') },
    { id: 'introductions', kind: 'page', title: t.nav.introductions, note: 'g k', run: go('/introductions') },
    { id: 'resources', kind: 'page', title: t.nav.resources, note: 'g r', run: go('/resources') },
    { id: 'gatherings', kind: 'page', title: t.nav.gatherings, note: 'g e', run: go('/gatherings') },
    { id: 'news', kind: 'page', title: t.nav.news, note: 'g w', run: go('/news') },
    { id: 'goals', kind: 'page', title: t.nav.goals, note: 'g l', run: go('/goals') },
    { id: 'near', kind: 'page', title: t.nav.near, note: 'g o', run: go('/near') },
    { id: 'map', kind: 'page', title: t.nav.map, note: 'g n', run: go('/pictures') },
    { id: 'pictures', kind: 'page', title: t.nav.overTime, note: '', run: go('/pictures/over-time') },
    { id: 'year', kind: 'page', title: t.nav.year, note: 'g y', run: go('/pictures/year') },
    { id: 'words', kind: 'page', title: t.nav.words, note: '', run: go('/words') },
    { id: 'cards', kind: 'page', title: t.nav.cards, note: '', run: go('/cards') },
    { id: 'history', kind: 'page', title: t.nav.history, note: '', run: go('/history') },
    { id: 'settings', kind: 'page', title: t.nav.settings, note: 'g s', run: go('/settings') },
  ];
  const typed = text
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return actions.filter(({ title }) => {
    const words = title.toLocaleLowerCase().split(/\s+/);
    return typed.every((start) => words.some((word) => word.startsWith(start)));
  });
}
