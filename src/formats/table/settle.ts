import { fold } from '../../domain/fold.ts';
import { type Field, isField, specOf } from './fields.ts';
import type { ColumnView } from './guess.ts';

/**
 * Settles titles that mean one thing beside some columns and another beside others: `Nom` is the surname where there is a
 * `Prénom`, `Title` the `Dr` where there is a `Job Title`, `Address` the street where there is a `City`.
 */
export function settleFields(guessed: readonly Field[], views: readonly ColumnView[]): Field[] {
  const fields = [...guessed];
  settleNames(fields, views);
  settleTitles(fields, views);
  settleStreets(fields);
  settleBirthday(fields, views);
  if (!fields.some(isNameField)) findNames(fields, views);
  return fields;
}

const NAME_FIELDS: ReadonlySet<Field> = new Set<Field>(['name', 'first-name', 'last-name']);

function isNameField(field: Field): boolean {
  return NAME_FIELDS.has(field);
}

/** A column called just `Nom`, `Nombre` or `Name` is the part of the name that no other column is. */
function settleNames(fields: Field[], views: readonly ColumnView[]): void {
  const given = fields.indexOf('first-name');
  const surname = fields.indexOf('last-name');
  const name = fields.indexOf('name');
  if (name < 0 || given < 0 === surname < 0) return;
  const part = views[given < 0 ? surname : given];
  // Where the name holds the part, it is the whole name after all.
  const whole = (views[name]?.cells ?? []).filter((cell) =>
    part?.cells.some((word) => cell !== word && ` ${fold(cell)} `.includes(` ${fold(word)} `)),
  );
  if (whole.length * 2 > (views[name]?.cells.length ?? 0)) return;
  fields[name] = given < 0 ? 'first-name' : 'last-name';
}

/** Of two titles of a post, the one called just `Title` stands before the name. */
function settleTitles(fields: Field[], views: readonly ColumnView[]): void {
  const titles = fields.flatMap((field, index) => (field === 'title' ? [index] : []));
  const bare = titles.filter((index) =>
    /^(?:title|titel|titre|titolo|titulo|tytul)$/.test(fold(views[index]?.title ?? '')),
  );
  const [only] = bare;
  if (only !== undefined && bare.length === 1 && titles.length > 1 && !fields.includes('prefix'))
    fields[only] = 'prefix';
}

function settleStreets(fields: Field[]): void {
  for (const place of ['', '-work', '-home'] as const) {
    const street = `street${place}`;
    if (!isField(street) || !fields.some((field) => field === `city${place}` || field === `postcode${place}`)) continue;
    fields.forEach((field, index) => {
      if (field === `address${place}`) fields[index] = street;
    });
  }
}

/** `Birth Day` beside `Birth Month` is the day of it. */
function settleBirthday(fields: Field[], views: readonly ColumnView[]): void {
  const index = fields.indexOf('birthday');
  if (index < 0 || !fields.includes('birth-month') || fields.includes('birth-day')) return;
  if (views[index]?.cells.every((cell) => /^\d{1,2}$/.test(cell))) fields[index] = 'birth-day';
}

/** In a table whose titles name nobody: the column whose cells are all names, or two of single words side by side. */
function findNames(fields: Field[], views: readonly ColumnView[]): void {
  const contact = fields.some((field) => {
    const spec = specOf(field);
    return spec.to === 'list' && (spec.kind === 'e-mail' || spec.kind === 'phone');
  });
  if (!contact) return;
  const free = (index: number) => fields[index] === 'keep' && views[index]?.byTitle === undefined;
  const share = (index: number, look: 'word' | 'words') => {
    const { cells = [], looks } = views[index] ?? {};
    return cells.length === 0 ? 0 : (looks?.get(look) ?? 0) / cells.length;
  };
  const whole = views.findIndex((view, index) => free(index) && share(index, 'words') >= 0.6 && isVaried(view));
  const first = views.findIndex(
    (view, index) =>
      free(index) &&
      free(index + 1) &&
      isVaried(view) &&
      share(index, 'word') >= 0.6 &&
      share(index + 1, 'word') >= 0.6,
  );
  if (first >= 0 && (whole < 0 || first < whole)) {
    fields[first] = 'first-name';
    fields[first + 1] = 'last-name';
  } else if (whole >= 0) fields[whole] = 'name';
}

/** The same word in every row is a kind, a status or a country, not a name. */
function isVaried({ cells }: ColumnView): boolean {
  return new Set(cells).size > cells.length / 2;
}
