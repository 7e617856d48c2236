import { useQuery } from '@tanstack/react-query';
import type { Circle } from '../../../src/contract/shapes.ts';
import { LACKS, WARMTHS } from '../../../src/domain/words.ts';
import { Icon } from '../../components/icon.tsx';
import { queries } from '../../lib/api.ts';
import { plainDay } from '../../lib/days.ts';
import { FILTER_FIELDS, type FilterField, type PeopleSearch } from '../../lib/people-search.ts';
import { tPeople } from '../../lib/strings-people.ts';
import type { ChangeFilter } from './filter-sheet.tsx';
import { countryName } from './where.ts';

interface FilterChipsProps {
  readonly search: PeopleSearch;
  readonly circles: readonly Circle[];
  readonly onChange: ChangeFilter;
}

/** What the list is filtered by, each part with its way out. */
export function FilterChips({ search, circles, onChange }: FilterChipsProps) {
  const { data: facets } = useQuery({ ...queries.facets, enabled: search.source !== undefined });
  const chips = FILTER_FIELDS.flatMap((field) => {
    const value = search[field];
    return field === 'q' || value === undefined ? [] : partsOf(field, value);
  });
  if (chips.length === 0) return null;
  const words = (field: FilterField, value: string): string => {
    if (field === 'circle') return circles.find(({ id }) => id === value)?.name ?? value;
    if (field === 'source') return facets?.sources.find(({ key }) => key === value)?.name ?? value;
    return textOf(field, value);
  };
  return (
    <ul
      className="mb-3 flex gap-1.5 py-1 max-desk:-mx-4 max-desk:overflow-x-auto max-desk:px-4 desk:flex-wrap"
      aria-label={tPeople.filter.title}
    >
      {chips.map(({ field, value, rest }) => (
        <li key={`${field} ${value}`} className="shrink-0">
          <button
            type="button"
            className="chip chip-leaf min-h-8 max-desk:min-h-11"
            aria-label={tPeople.filter.drop(words(field, value))}
            onClick={() => onChange({ [field]: rest })}
          >
            {words(field, value)} <Icon name="close" size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface Part {
  readonly field: FilterField;
  readonly value: string;
  /** What is left of the field without this part. */
  readonly rest: string | undefined;
}

function partsOf(field: FilterField, value: string): Part[] {
  if (field !== 'missing') return [{ field, value, rest: undefined }];
  const all = value.split(',');
  return all.map((one) => {
    const rest = all.filter((other) => other !== one).join(',');
    return { field, value: one, rest: rest === '' ? undefined : rest };
  });
}

function textOf(field: FilterField, value: string): string {
  const words = tPeople.filter;
  const when = () => (value.endsWith('d') ? words.ago(Number(value.slice(0, -1))) : plainDay(value));
  switch (field) {
    case 'country':
      return countryName(value);
    case 'warmth': {
      const warmth = WARMTHS.find((each) => each === value);
      return warmth === undefined ? value : tPeople.warmths[warmth];
    }
    case 'lastBefore':
      return words.until(when());
    case 'lastAfter':
      return words.since(when());
    case 'due':
      return words.turn;
    case 'missing': {
      const lack = LACKS.find((each) => each === value);
      return lack === undefined ? value : words.without[lack];
    }
    case 'show':
      return value === 'archived' ? tPeople.shows.archived : tPeople.shows.all;
    default:
      return value;
  }
}
