import type { TableChoice } from '../../../src/contract/shapes.ts';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { tImport } from '../../lib/strings-import.ts';

/** Kinds of tables that are read as their owner once said; each can be asked about again. */
export function KnownTables({ tables }: { readonly tables: readonly TableChoice[] }) {
  const words = tImport.map;
  if (tables.length === 0) return null;
  const forget = (signature: string): void =>
    void perform(client.forgetTable({ params: { signature } }, { idempotencyKey: newId() }));
  return (
    <section aria-label={words.known}>
      <h2 className="small-head">{words.known}</h2>
      <p className="mb-2 text-small text-faint">{words.knownLead}</p>
      <ul>
        {tables.map(({ signature, name, columns }) => (
          <li key={signature} className="flex flex-wrap items-center gap-x-4 border-b border-line/70 py-2">
            <span className="min-w-0 flex-1">
              <span className="block truncate">{name}</span>
              <span className="block truncate text-small text-faint">
                {words.knownLine(columns.map((column) => column.name))}
              </span>
            </span>
            <button
              type="button"
              className="act"
              aria-label={words.forgetLabel(name)}
              onClick={() => forget(signature)}
            >
              {words.forget}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
