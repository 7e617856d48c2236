import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Circle } from '../../../src/contract/shapes.ts';
import { LACKS, WARMTHS } from '../../../src/domain/words.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { queries } from '../../lib/api.ts';
import { isDay } from '../../lib/days.ts';
import type { FilterField, PeopleSearch } from '../../lib/people-search.ts';
import { tPeople } from '../../lib/strings-people.ts';
import { countryName } from './where.ts';

export type ChangeFilter = (part: Partial<Record<FilterField, string | undefined>>) => void;

interface FilterSheetProps {
  readonly search: PeopleSearch;
  readonly circles: readonly Circle[];
  /** How many fit by now. */
  readonly total: number;
  readonly onChange: ChangeFilter;
  readonly onClear: () => void;
  readonly onClose: () => void;
}

/** Everything the list can be asked; each answer shows at once behind the sheet. */
export function FilterSheet({ search, circles, total, onChange, onClear, onClose }: FilterSheetProps) {
  const { data: facets } = useQuery(queries.facets);
  const words = tPeople.filter;
  const tags = (facets?.tags ?? []).map(({ name }) => [name, name] as const);
  const countries = (facets?.countries ?? []).map(({ key }) => [key, countryName(key)] as const);
  const sources = (facets?.sources ?? []).map(({ key, name }) => [key, name] as const);
  const circle = circles.find(({ id, name }) => search.circle === id || search.circle === name)?.name;
  return (
    <Sheet open onClose={onClose} title={words.title}>
      <div className="grid grid-cols-2 gap-x-4 gap-y-4 max-desk:gap-x-3">
        <Pick
          label={tPeople.circle}
          value={circle ?? search.circle}
          options={circles.map(({ name }) => [name, name] as const)}
          onChange={(value) => onChange({ circle: value })}
        />
        <Pick label={words.tag} value={search.tag} options={tags} onChange={(tag) => onChange({ tag })} />
        <Typed
          label={words.city}
          value={search.city}
          offered={(facets?.cities ?? []).map(({ name }) => name)}
          onChange={(city) => onChange({ city })}
        />
        <Pick
          label={words.country}
          value={search.country}
          options={countries}
          onChange={(country) => onChange({ country })}
        />
        <Typed
          label={words.organisation}
          value={search.organisation}
          offered={(facets?.organisations ?? []).map(({ name }) => name)}
          onChange={(organisation) => onChange({ organisation })}
        />
        <Pick
          label={words.source}
          value={search.source}
          options={sources}
          onChange={(source) => onChange({ source })}
        />
        <Pick
          label={words.warmth}
          value={search.warmth}
          options={WARMTHS.map((warmth) => [warmth, tPeople.warmths[warmth]] as const)}
          onChange={(warmth) => onChange({ warmth })}
        />
        <Field label={tPeople.show}>
          {({ id }) => (
            <Choice
              id={id}
              value={search.show ?? 'active'}
              options={[
                ['active', tPeople.shows.active],
                ['archived', tPeople.shows.archived],
                ['all', tPeople.shows.all],
              ]}
              onChange={(show) => onChange({ show: show === 'active' ? undefined : show })}
            />
          )}
        </Field>
        <LastTouch search={search} onChange={onChange} />
        <label className="col-span-2 flex min-h-9 items-center gap-2.5">
          <input
            type="checkbox"
            className="size-4 accent-leaf"
            checked={search.due !== undefined}
            onChange={(event) => onChange({ due: event.target.checked ? 'true' : undefined })}
          />
          {words.due}
        </label>
        <Missing search={search} onChange={onChange} />
      </div>
      <div className="sticky -bottom-(--space-5) -mb-(--space-5) mt-4 flex flex-wrap gap-2 bg-card pt-3 pb-(--space-5)">
        <button type="button" className="act act-go" onClick={onClose}>
          {words.result(total)}
        </button>
        <button type="button" className="act" onClick={onClear}>
          {words.clear}
        </button>
      </div>
    </Sheet>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string | undefined) => void;
}

/** One of a few, or any; what is chosen is offered even where nobody has it any more. */
function Pick({ label, value = '', options, onChange }: PickProps) {
  const there = value === '' || options.some(([option]) => option === value);
  const all = [['', tPeople.filter.any] as const, ...options, ...(there ? [] : [[value, value] as const])];
  return (
    <Field label={label}>
      {({ id }) => (
        <Choice id={id} value={value} options={all} onChange={(next) => onChange(next === '' ? undefined : next)} />
      )}
    </Field>
  );
}

interface TypedProps extends Omit<PickProps, 'options'> {
  readonly offered: readonly string[];
}

/** One of many: typed, the most frequent offered. */
function Typed({ label, value = '', offered, onChange }: TypedProps) {
  const list = useId();
  return (
    <Field label={label}>
      {(props) => (
        <>
          <input
            {...props}
            className="input"
            list={list}
            value={value}
            maxLength={120}
            placeholder={tPeople.filter.any}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
          />
          <datalist id={list}>
            {offered.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

interface PartProps {
  readonly search: PeopleSearch;
  readonly onChange: ChangeFilter;
}

/** So long ago, or from day to day. */
function LastTouch({ search, onChange }: PartProps) {
  const { lastBefore = '', lastAfter = '' } = search;
  const words = tPeople.filter;
  const said = lastBefore !== '' ? `before:${lastBefore}` : lastAfter !== '' ? `after:${lastAfter}` : '';
  const spans = Object.entries(words.touches);
  const day = (field: 'lastBefore' | 'lastAfter', label: string) => (
    <Field label={label}>
      {(props) => (
        <input
          {...props}
          type="date"
          className="input"
          value={isDay(search[field] ?? '') ? search[field] : ''}
          onChange={(event) => onChange({ [field]: event.target.value === '' ? undefined : event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <fieldset className="col-span-2 grid grid-cols-2 gap-3">
      <legend className="sr-only">{words.touch}</legend>
      <Field label={words.touch} className="col-span-2">
        {({ id }) => (
          <Choice
            id={id}
            value={said in words.touches ? said : ''}
            options={spans.map(([value, text]) => [value, text] as const)}
            onChange={(value) => {
              const [side, span] = value.split(':');
              onChange({
                lastBefore: side === 'before' ? span : undefined,
                lastAfter: side === 'after' ? span : undefined,
              });
            }}
          />
        )}
      </Field>
      {day('lastAfter', words.after)}
      {day('lastBefore', words.before)}
    </fieldset>
  );
}

function Missing({ search, onChange }: PartProps) {
  const missing = new Set((search.missing ?? '').split(',').filter(Boolean));
  return (
    <fieldset className="col-span-2">
      <legend className="mb-1.5 text-small text-soft">{tPeople.filter.missing}</legend>
      <div className="flex flex-wrap gap-1.5">
        {LACKS.map((lack) => {
          const on = missing.has(lack);
          return (
            <button
              key={lack}
              type="button"
              aria-pressed={on}
              className={`act min-h-8! px-3! max-desk:min-h-11! ${on ? 'bg-leaf-soft text-leaf' : 'act-line'}`}
              onClick={() => {
                const next = LACKS.filter((each) => (each === lack ? !on : missing.has(each)));
                onChange({ missing: next.length === 0 ? undefined : next.join(',') });
              }}
            >
              {tPeople.filter.lacks[lack]}
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
