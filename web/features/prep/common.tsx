import { Link } from '@tanstack/react-router';
import type { Prep } from '../../../src/contract/shapes.ts';
import { t } from '../../lib/strings.ts';

/** What they share, one plain sentence each. */
export function PrepCommon({ prep }: { readonly prep: Prep }) {
  const title = t.prep.common(prep.people.length);
  return (
    <section aria-label={title} className="leaf-band px-4 py-4 desk:px-6">
      <h2 className="small-head mb-2 text-leaf!">{title}</h2>
      <ul className="grid gap-1">
        {prep.common.map(({ kind, text, otherId }) => (
          <li key={`${kind} ${text}`} dir="auto" className="voice wrap-anywhere">
            {otherId === null ? (
              text
            ) : (
              <Link to="/people/$id" params={{ id: otherId }} className="hover:underline">
                {text}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
