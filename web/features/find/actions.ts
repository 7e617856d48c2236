import type { KeyGroup } from '../../lib/keys.ts';
import { t } from '../../lib/strings.ts';
import { w } from '../../lib/strings-words.ts';

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
  | '/resources'
  | '/words'
  | '/cards'
  | '/introductions'
  | '/gatherings';

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
export function matchActions(text: string, groups: readonly KeyGroup[], { go, here, capture, keys }: ActionTools) {
  const ofPage = groups
    .filter((group) => group.name !== t.keys.general)
    .flatMap((group) =>
      group.bindings.map((binding) => ({
        id: `${group.name}-${binding.keys}`,
        title: binding.label,
        note: [group.name, binding.keys].join(' · '),
        run: here(binding.run),
      })),
    );
  const actions = [
    ...ofPage,
    { id: 'capture', title: t.find.capture, note: 'c', run: capture },
    { id: 'today', title: t.nav.today, note: 'g t', run: go('/') },
    { id: 'people', title: t.nav.people, note: 'g p', run: go('/people') },
    { id: 'circles', title: t.nav.circles, note: 'g c', run: go('/circles') },
    { id: 'map', title: t.nav.map, note: 'g n', run: go('/pictures') },
    { id: 'pictures', title: t.nav.overTime, note: '', run: go('/pictures/over-time') },
    { id: 'year', title: t.nav.year, note: 'g y', run: go('/pictures/year') },
    { id: 'prep', title: t.prep.action, note: 'g m', run: go('/prep') },
    { id: 'resources', title: t.nav.resources, note: '', run: go('/resources') },
    { id: 'introductions', title: t.nav.introductions, note: '', run: go('/introductions') },
    { id: 'gatherings', title: t.nav.gatherings, note: '', run: go('/gatherings') },
    { id: 'news', title: t.nav.news, note: '', run: go('/news') },
    { id: 'goals', title: t.nav.goals, note: '', run: go('/goals') },
    { id: 'sort', title: t.nav.sort, note: '', run: go('/sort') },
    { id: 'import', title: t.nav.import, note: 'g i', run: go('/import') },
    { id: 'history', title: t.nav.history, note: '', run: go('/history') },
    { id: 'start', title: t.find.start, note: '', run: go('/start') },
    { id: 'words', title: w.words.title, note: '', run: go('/words') },
    { id: 'cards', title: w.words.cards, note: '', run: go('/cards') },
    { id: 'settings', title: t.nav.settings, note: 'g s', run: go('/settings') },
    { id: 'keys', title: t.find.keys, note: '?', run: keys },
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
