import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SavedFilter } from '../../../src/contract/shapes.ts';
import { Field } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { Menu, MenuItem, MenuLine } from '../../components/menu.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { perform } from '../../lib/acts.ts';
import { client, queries } from '../../lib/api.ts';
import { number } from '../../lib/days.ts';
import { countFields, filterOf, isChanged, openFilter, type PeopleSearch } from '../../lib/people-search.ts';
import { tPeople } from '../../lib/strings-people.ts';

interface SavedFiltersProps {
  readonly search: PeopleSearch;
  /** Goes to where a filter that was made, or is no more, leaves one. */
  readonly onOpen: (saved: string | undefined) => void;
}

/** Filters kept by a name, each with how many fit it now; and the way to keep the one that is open. */
export function SavedFilters({ search, onOpen }: SavedFiltersProps) {
  const { data } = useQuery(queries.filters);
  const [naming, setNaming] = useState<'save' | 'rename'>();
  const filters = data?.filters ?? [];
  const open = filters.find(({ id }) => id === search.saved);
  const canSave = open === undefined && (countFields(search) > 0 || search.q !== undefined);
  if (filters.length === 0 && !canSave) return null;
  const asked = { filter: filterOf(search), sort: search.sort ?? null };

  return (
    <nav aria-label={tPeople.saved.list} className="mb-3">
      <ul className="flex gap-1.5 overflow-x-auto py-1 max-desk:-mx-4 max-desk:px-4 desk:flex-wrap">
        {filters.map((filter) => (
          <li key={filter.id} className="flex shrink-0 items-center">
            <Link
              to="/people"
              search={openFilter(filter)}
              replace
              aria-current={filter.id === search.saved ? 'true' : undefined}
              activeOptions={{ exact: true, includeSearch: true }}
              className={`act max-desk:min-h-11 ${filter.id === search.saved ? 'bg-leaf-soft text-leaf' : 'act-line'}`}
            >
              {filter.name} <span className="text-small tabular-nums">{number(filter.count)}</span>
            </Link>
            {filter.id === search.saved && (
              <Menu
                align="start"
                trigger={
                  <button
                    type="button"
                    className="act act-round max-desk:min-h-11 max-desk:w-11"
                    aria-label={tPeople.saved.more(filter.name)}
                  >
                    <Icon name="more" />
                  </button>
                }
              >
                {isChanged(search, filter) && (
                  <>
                    <MenuItem
                      onClick={() => void perform(client.updateFilter({ params: { id: filter.id }, body: asked }))}
                    >
                      {tPeople.saved.update}
                    </MenuItem>
                    <MenuItem onClick={() => setNaming('save')}>{tPeople.saved.save}</MenuItem>
                  </>
                )}
                <MenuItem onClick={() => setNaming('rename')}>{tPeople.saved.rename}</MenuItem>
                <MenuLine />
                <MenuItem
                  onClick={() =>
                    void perform(client.deleteFilter({ params: { id: filter.id } }), {
                      onDone: () => onOpen(undefined),
                    })
                  }
                >
                  {tPeople.saved.remove}
                </MenuItem>
              </Menu>
            )}
          </li>
        ))}
        {canSave && (
          <li className="shrink-0">
            <button type="button" className="act max-desk:min-h-11" onClick={() => setNaming('save')}>
              <Icon name="plus" size={16} />
              {tPeople.saved.save}
            </button>
          </li>
        )}
      </ul>
      {naming !== undefined && (
        <NameSheet
          filter={naming === 'rename' ? open : undefined}
          onClose={() => setNaming(undefined)}
          onName={(name) => {
            setNaming(undefined);
            if (naming === 'rename' && open !== undefined)
              void perform(client.updateFilter({ params: { id: open.id }, body: { name } }));
            else void perform(client.addFilter({ body: { name, ...asked } }), { onDone: ({ id }) => onOpen(id) });
          }}
        />
      )}
    </nav>
  );
}

interface NameSheetProps {
  /** The one to rename; none for a new one. */
  readonly filter: SavedFilter | undefined;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

function NameSheet({ filter, onName, onClose }: NameSheetProps) {
  const [name, setName] = useState(filter?.name ?? '');
  const words = tPeople.saved;
  return (
    <Sheet open onClose={onClose} title={filter === undefined ? words.saveTitle : words.renameTitle} width="26rem">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') onName(name.trim());
        }}
      >
        <Field label={words.name} hint={filter === undefined ? words.hint : undefined}>
          {(props) => (
            <input
              {...props}
              className="input"
              maxLength={80}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <button type="submit" className="act act-go justify-self-start" disabled={name.trim() === ''}>
          {words.keep}
        </button>
      </form>
    </Sheet>
  );
}
