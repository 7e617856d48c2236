import { t } from '../lib/strings.ts';

/** The place of what is on its way, in its shape, so that nothing jumps. */
export function Loading({ rows = 3, height = '6rem' }: { readonly rows?: number; readonly height?: string }) {
  return (
    <div role="status" className="grid gap-4">
      <span className="sr-only">{t.app.loading}</span>
      {Array.from({ length: rows }, (_, at) => (
        <div key={`row-${at.toString()}`} className="pulse rounded-card bg-sunk" style={{ height }} />
      ))}
    </div>
  );
}
