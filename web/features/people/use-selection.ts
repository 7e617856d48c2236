import { useState } from 'react';
import {
  type Anchor,
  chooseRange,
  EVERYONE,
  isChosen,
  NOBODY,
  type Selection,
  toggle as toggled,
} from '../../lib/selection.ts';

export interface Choosing {
  readonly selection: Selection;
  /** True while rows are there to be chosen rather than opened. */
  readonly active: boolean;
  readonly isChosen: (id: string) => boolean;
  readonly begin: () => void;
  readonly end: () => void;
  readonly all: () => void;
  readonly toggle: (id: string) => void;
  /** From the last one toggled to this one; `from` is where it begins when there is none. */
  readonly extend: (id: string, order: readonly string[], from?: string) => void;
}

/**
 * Choosing rows of a list, by hand or all at once.
 * @param filter of the list: who was chosen by hand stays chosen under another, but “all” meant all of this one
 */
export function useSelection(filter: string): Choosing {
  const [selection, setSelection] = useState<Selection>(NOBODY);
  const [active, setActive] = useState(false);
  const [anchor, setAnchor] = useState<Anchor>();
  const [filterThen, setFilterThen] = useState(filter);

  const end = (): void => {
    setActive(false);
    setSelection(NOBODY);
    setAnchor(undefined);
  };
  if (filter !== filterThen) {
    setFilterThen(filter);
    if (selection.all) end();
  }
  const set = (next: Selection): void => {
    setActive(true);
    setSelection(next);
  };
  return {
    selection,
    active,
    isChosen: (id) => isChosen(selection, id),
    begin: () => setActive(true),
    end,
    all: () => {
      set(EVERYONE);
      setAnchor(undefined);
    },
    toggle: (id) => {
      const next = toggled(selection, id);
      setAnchor({ id, before: next });
      set(next);
    },
    extend: (id, order, from = id) => {
      const begun = anchor !== undefined && order.includes(anchor.id) ? anchor : { id: from, before: selection };
      setAnchor(begun);
      set(chooseRange(begun, id, order));
    },
  };
}
