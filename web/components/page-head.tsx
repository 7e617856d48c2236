import type { ReactNode } from 'react';
import { useTitle } from '../lib/hooks.ts';
import { t } from '../lib/strings.ts';

export function PageHead({
  title,
  lead,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}) {
  useTitle(title, t.app.name);
  return (
    <header className="my-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3 desk:mt-10 desk:mb-6">
      <div className="min-w-0 max-w-xl">
        <h1 dir="auto" className="text-start max-desk:text-[1.65rem]">
          {title}
        </h1>
        {lead !== undefined && <p className="mt-2 text-soft">{lead}</p>}
      </div>
      {children}
    </header>
  );
}
