import { useEffect, useState, useSyncExternalStore } from 'react';
import { t } from '../lib/strings.ts';
import { closeToast, getToasts, onToasts, type Toast } from '../lib/toasts.ts';
import { Icon } from './icon.tsx';

const STAYS = 8_000;
const PROBLEM_STAYS = 14_000;

/** Speaks at the foot of the page; waits while one points at it or is inside it. */
export function Toaster() {
  const toasts = useSyncExternalStore(onToasts, getToasts);
  const [held, setHeld] = useState(false);
  return (
    <section
      aria-label={t.toast.label}
      className="pointer-events-none fixed inset-x-4 bottom-[8.6rem] print:hidden z-50 grid justify-items-center gap-2 desk:bottom-6"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <div aria-live="polite" className="contents">
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} held={held} />
        ))}
      </div>
    </section>
  );
}

function ToastLine({ toast, held }: { readonly toast: Toast; readonly held: boolean }) {
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => closeToast(toast.id), toast.tone === 'problem' ? PROBLEM_STAYS : STAYS);
    return () => clearTimeout(timer);
  }, [toast, held]);
  const { action } = toast;
  return (
    <div
      className={`appear pointer-events-auto flex max-w-lg items-start gap-2 max-desk:items-center rounded-2xl py-2 ps-4 pe-2 shadow-lg ${toast.tone === 'problem' ? 'bg-warm-soft text-warm ring-1 ring-warm/30' : 'bg-ink text-paper'}`}
    >
      <div className="py-1 text-[0.875rem]">
        <p dir="auto">{toast.text}</p>
        {toast.details.map((line) => (
          <p key={line} className="mt-1 opacity-80">
            {line}
          </p>
        ))}
      </div>
      {action !== undefined && (
        <button
          type="button"
          className="shrink-0 rounded-full px-3 py-1 text-[0.875rem] font-semibold max-desk:min-h-11 max-desk:min-w-11 underline-offset-4 hover:underline focus-visible:outline-current"
          onClick={() => {
            closeToast(toast.id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <button
        type="button"
        aria-label={t.toast.close}
        className="grid shrink-0 place-items-center rounded-full p-1.5 opacity-70 max-desk:min-h-11 max-desk:min-w-11 hover:opacity-100 focus-visible:outline-current"
        onClick={() => closeToast(toast.id)}
      >
        <Icon name="close" size={16} />
      </button>
    </div>
  );
}
