import { messageOf } from '../../lib/acts.ts';
import { t } from '../../lib/strings.ts';

/** What is shown in place of a page that failed: a sentence and two ways on. */
export function Stumble({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  return (
    <div role="alert" className="mx-auto my-16 grid max-w-md justify-items-start gap-4 px-4">
      <h1>{t.errors.title}</h1>
      <p className="text-soft">{messageOf(error)}</p>
      <div className="flex gap-2">
        <button type="button" className="act act-go" onClick={onRetry}>
          {t.errors.retry}
        </button>
        {/* A full load on purpose: whatever state broke the page is left behind. */}
        <a className="act" href="/">
          {t.errors.home}
        </a>
      </div>
    </div>
  );
}
