import type { ReactNode } from 'react';
import { Sprout } from './icon.tsx';

/** What a page says when there is nothing on it: what would be here, and how to begin. */
export function Empty({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="card appear grid justify-items-center gap-3 px-6 py-12 text-center">
      <Sprout size={40} />
      <p className="font-serif text-title">{title}</p>
      {lead !== undefined && <p className="max-w-md text-soft">{lead}</p>}
      {children}
    </div>
  );
}
