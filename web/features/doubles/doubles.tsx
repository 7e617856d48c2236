import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Double } from '../../../src/contract/shapes.ts';
import { perform } from '../../lib/acts.ts';
import { client, queries } from '../../lib/api.ts';
import { useKeys } from '../../lib/keys.ts';
import { t } from '../../lib/strings.ts';
import { tImport } from '../../lib/strings-import.ts';

const keyOf = (pair: Double): string => `${pair.a.id}|${pair.b.id}`;

/** Pairs that may be one person: one key each. What an import found stands first. */
export function Doubles({ first = [] }: { readonly first?: readonly Double[] }) {
  const { data } = useQuery(queries.doubles);
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  // The server's list is the truth of what is still open; the import's order is kept.
  const open = data?.items ?? first;
  const stillOpen = new Set(open.map(keyOf));
  const found = first.filter((pair) => stillOpen.has(keyOf(pair)));
  const foundKeys = new Set(found.map(keyOf));
  const pairs = [...found, ...open.filter((pair) => !foundKeys.has(keyOf(pair)))].filter(
    (pair) => !answered.has(keyOf(pair)),
  );
  const current = pairs[0];

  const answer = (pair: Double, same: boolean): void => {
    setAnswered(new Set([...answered, keyOf(pair)]));
    const call = same
      ? client.merge({ body: { keep: pair.a.id, merge: pair.b.id } })
      : client.notSame({ body: { a: pair.a.id, b: pair.b.id } });
    const reopen = (): void => setAnswered((old) => new Set([...old].filter((key) => key !== keyOf(pair))));
    void perform(call, { onFail: reopen });
  };
  useKeys(
    t.keys.doubles,
    current === undefined
      ? []
      : [
          { keys: 's', label: tImport.same, run: () => answer(current, true) },
          { keys: 'n', label: tImport.notSame, run: () => answer(current, false) },
        ],
  );

  if (pairs.length === 0) return null;
  return (
    <section className="card p-5" aria-label={tImport.doubles(pairs.length)}>
      <p className="font-serif text-lead">{tImport.doubles(pairs.length)}</p>
      <p className="text-small text-soft">{tImport.doublesLead}</p>
      <ul className="mt-3 grid gap-2">
        {pairs.slice(0, 8).map((pair, at) => (
          <li
            key={keyOf(pair)}
            className={`grid items-center gap-x-4 gap-y-2 rounded-soft px-3 py-2.5 desk:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] ${at === 0 ? 'bg-sky-soft' : ''}`}
          >
            <Side side={pair.a} />
            <Side side={pair.b} />
            <span className="flex flex-wrap items-center gap-1">
              <button
                type="button"
                className={at === 0 ? 'act act-go' : 'act act-line'}
                onClick={() => answer(pair, true)}
              >
                {tImport.same} {at === 0 && <kbd>s</kbd>}
              </button>
              <button type="button" className="act" onClick={() => answer(pair, false)}>
                {tImport.notSame} {at === 0 && <kbd>n</kbd>}
              </button>
            </span>
            <p className="text-small text-soft desk:col-span-3">{pair.reasons.join(' · ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Side({ side }: { readonly side: Double['a'] }) {
  return (
    <p className="min-w-0">
      <Link to="/people/$id" params={{ id: side.id }} className="font-serif text-[1.08rem] hover:underline">
        {side.name}
      </Link>
      <span dir="auto" className="block truncate text-small text-soft">
        {side.headline}
      </span>
    </p>
  );
}
