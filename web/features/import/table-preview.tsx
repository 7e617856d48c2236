import type { TablePreview as Preview } from '../../../src/contract/shapes.ts';
import { writtenDate } from '../../../src/domain/keeping/written-date.ts';
import { Loading } from '../../components/loading.tsx';
import { getLocale } from '../../lib/days.ts';
import { tImport } from '../../lib/strings-import.ts';

/** The first people of a table as they would come in. */
export function TablePreview({ preview }: { readonly preview: Preview | undefined }) {
  const words = tImport.map;
  // Two of the first people may read alike.
  const people = (preview?.people ?? []).slice(0, 3).map((person, at) => ({ person, key: `${at} ${person.name}` }));
  return (
    <section aria-label={words.preview} aria-live="polite" className="leaf-band px-5 py-4">
      <h2 className="small-head mb-3 text-soft!">{words.preview}</h2>
      {preview === undefined ? (
        <Loading rows={2} />
      ) : preview.people.length === 0 ? (
        <p className="text-warm">{words.nobody}</p>
      ) : (
        <ul className="grid gap-4">
          {people.map(({ key, person }) => (
            <li key={key} className="min-w-0">
              <p dir="auto" className="truncate font-serif text-lead">
                {person.name}
              </p>
              {person.lines.map((line) => (
                <p key={line} className="truncate text-small text-soft">
                  {line}
                </p>
              ))}
              {person.birthday !== null && (
                <p className="truncate text-small text-soft">{words.born(writtenDate(person.birthday, getLocale()))}</p>
              )}
            </li>
          ))}
        </ul>
      )}
      {preview !== undefined && preview.skipped > 0 && (
        <p className="mt-3 text-small text-soft">{words.skipped(preview.skipped)}</p>
      )}
    </section>
  );
}
