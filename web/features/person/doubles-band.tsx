import { Link } from '@tanstack/react-router';
import type { PersonPage } from '../../../src/contract/shapes.ts';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { useKeys } from '../../lib/keys.ts';
import { t } from '../../lib/strings.ts';
import { tPerson } from '../../lib/strings-person.ts';

/** Who may be the same person: one key each, for the first in line. */
export function DoublesBand({ person }: { readonly person: PersonPage }) {
  const first = person.doubles[0];
  const same = (id: string): void => void perform(client.merge({ body: { keep: person.id, merge: id } }));
  const apart = (id: string): void => void perform(client.notSame({ body: { a: person.id, b: id } }));
  useKeys(
    t.keys.doubles,
    first === undefined
      ? []
      : [
          { keys: 's', label: tPerson.contactKeys.same, run: () => same(first.id) },
          { keys: 'n', label: tPerson.contactKeys.notSame, run: () => apart(first.id) },
        ],
  );
  return (
    <section aria-label={tPerson.doubles} className="rounded-card bg-sky-soft px-4 py-4 desk:px-6">
      <h2 className="small-head text-sky">{tPerson.doubles}</h2>
      <ul className="mt-2 grid gap-2">
        {person.doubles.map((other, at) => (
          <li key={other.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <p className="flex-[1_1_16rem]">
              <Link to="/people/$id" params={{ id: other.id }} className="font-serif text-lead hover:underline">
                {other.name}
              </Link>{' '}
              <span className="text-small text-soft">
                {[other.headline ?? '', ...other.reasons].filter((part) => part !== '').join(' · ')}
              </span>
            </p>
            <button type="button" className="act act-go" onClick={() => same(other.id)}>
              {tPerson.same} {at === 0 && <kbd>s</kbd>}
            </button>
            <button type="button" className="act" onClick={() => apart(other.id)}>
              {tPerson.notSame} {at === 0 && <kbd>n</kbd>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
