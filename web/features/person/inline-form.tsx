import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { t } from '../../lib/strings.ts';

interface InlineFormProps {
  readonly ready: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly onDelete?: () => void;
  readonly children: ReactNode;
}

/** A line opened for writing, in its own place: Enter keeps, Escape leaves. */
export function InlineForm({ ready, onSave, onClose, onDelete, children }: InlineFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('textarea, input')?.focus(), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) onSave();
  };
  return (
    <form
      ref={form}
      onSubmit={submit}
      className="card appear -mx-2 my-1.5 grid gap-2.5 p-3"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && !event.shiftKey && event.target instanceof HTMLTextAreaElement) {
          event.preventDefault();
          if (ready) onSave();
        }
      }}
    >
      {children}
      <div className="flex items-center gap-1">
        <button type="submit" className="act act-go" disabled={!ready}>
          {t.common.save}
        </button>
        <button type="button" className="act" onClick={onClose}>
          {t.common.cancel}
        </button>
        {onDelete !== undefined && (
          <button
            type="button"
            className="act act-warm ms-auto"
            onClick={() => {
              onDelete();
              onClose();
            }}
          >
            {t.common.delete}
          </button>
        )}
      </div>
    </form>
  );
}
