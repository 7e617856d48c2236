import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CaptureResult } from '../../../src/contract/shapes.ts';
import { messageOf, sayActed } from '../../lib/acts.ts';
import { client, refresh } from '../../lib/api.ts';
import { cutIntoSegments, keepAnswers } from '../../lib/capture-text.ts';
import { newId } from '../../lib/new-id.ts';
import { t } from '../../lib/strings.ts';
import { showToast } from '../../lib/toasts.ts';
import { CapturePreview, type LookUpPlace } from './capture-preview.tsx';
import { CAPTURE_ID } from './focus.ts';
import { usePrefill } from './prefill.ts';

/** How long the keys must rest before the line is read, in milliseconds. */
const REST = 160;

interface Reading {
  readonly sent: string;
  readonly result: CaptureResult;
}

/** Reads the line a moment after the keys rest; an answer to an older line never overtakes a newer one. */
function useReading(
  text: string,
  answers: Readonly<Record<string, string>>,
): { readonly reading: Reading | undefined; readonly problem: string | undefined } {
  const [reading, setReading] = useState<Reading>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    if (text.trim() === '') {
      setReading(undefined);
      setProblem(undefined);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      client.capture({ body: { text, dryRun: true, answers } }, { signal: stop.signal }).then(
        (result) => {
          setReading({ sent: text, result });
          setProblem(undefined);
        },
        (error: unknown) => {
          if (!stop.signal.aborted) setProblem(messageOf(error));
        },
      );
    }, REST);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, answers]);
  return { reading, problem };
}

const NO_ANSWERS: Readonly<Record<string, string>> = {};

/** One free line, read as it is typed and shown back in plain sentences before anything is saved. */
export function Capture() {
  const [text, setText] = useState('');
  const [answers, setAnswers] = useState(NO_ANSWERS);
  const [open, setOpen] = useState(false);
  const [saving, setSaving] = useState(false);
  const box = useRef<HTMLElement>(null);
  const { reading, problem } = useReading(text, answers);
  usePrefill((shared) => {
    setText((written) => (written.trim() === '' ? shared : `${written.trimEnd()} ${shared}`));
    document.getElementById(CAPTURE_ID)?.focus();
  });
  const navigate = useNavigate();

  const change = (next: string): void => {
    setText(next);
    setAnswers((old) => (Object.keys(old).length === 0 ? old : keepAnswers(old, next)));
  };

  const leave = (): void => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    setOpen(false);
  };

  const link = /https?:\/\/[^\s<>"“”]+/i.exec(text)?.[0];
  const keepLink = (): void => {
    const title = text
      .replace(link ?? '', ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
    change('');
    leave();
    void navigate({ to: '/resources', search: { ...(link && { url: link }), ...(title && { title }) } });
  };

  const look = (place: LookUpPlace): void => {
    setText('');
    setAnswers(NO_ANSWERS);
    leave();
    void ('query' in place
      ? navigate({ to: '/people', search: { q: place.query } })
      : navigate({ to: '/people/$id', params: { id: place.personId } }));
  };

  const save = async (): Promise<void> => {
    if (text.trim() === '' || saving) return;
    setSaving(true);
    try {
      const result = await client.capture({ body: { text, answers } }, { idempotencyKey: newId() });
      if (result.lookUp !== null) {
        const { people, query } = result.lookUp;
        const [only, ...others] = people;
        if (only !== undefined && others.length === 0) look({ personId: only.id });
        else if (only === undefined && query !== '') look({ query });
        return;
      }
      if (!result.saved) {
        // A question stands in the way; the reading shows it.
        setAnswers({ ...answers });
        return;
      }
      sayActed({ message: t.capture.saved(result.preview), stepId: result.stepId });
      setText('');
      setAnswers(NO_ANSWERS);
      refresh();
    } catch (error) {
      showToast({ text: messageOf(error), tone: 'problem' });
    } finally {
      setSaving(false);
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void save();
    } else if (event.key === 'Escape') {
      leave();
    }
  };

  // Positions answered for the trimmed text are moved by what was trimmed from its start.
  const lead = reading === undefined ? 0 : reading.sent.length - reading.sent.trimStart().length;
  const spans = (reading?.result.spans ?? []).map((span) => ({
    ...span,
    start: span.start + lead,
    end: span.end + lead,
  }));
  return (
    <section
      ref={box}
      aria-label={t.capture.label}
      className="z-20 max-desk:fixed max-desk:inset-x-3 max-desk:bottom-[calc(3.9rem+env(safe-area-inset-bottom))] desk:relative"
      onFocus={() => setOpen(true)}
      onBlur={(event) => !box.current?.contains(event.relatedTarget) && setOpen(false)}
    >
      {open && text.trim() !== '' && (
        <CapturePreview
          reading={reading?.result}
          problem={problem}
          saving={saving}
          onAnswer={(asked, answer) => {
            setAnswers({ ...answers, [asked]: answer });
            document.getElementById(CAPTURE_ID)?.focus();
          }}
          onSave={() => void save()}
          onLook={look}
          onKeepLink={link === undefined ? undefined : keepLink}
        />
      )}
      <div className="flex items-center gap-3 rounded-[1.4rem] border border-line bg-card px-[1.1rem] py-[0.62rem] shadow-card focus-within:border-leaf focus-within:ring-1 focus-within:ring-leaf">
        <div className="relative min-w-0 flex-1">
          <div aria-hidden="true" className="capture-words pointer-events-none absolute inset-0 text-transparent">
            {text === '' && <p className="truncate text-faint italic">{t.capture.hint}</p>}
            {cutIntoSegments(text, spans, reading?.sent ?? '').map((segment, at) =>
              segment.kind === undefined ? (
                segment.text
              ) : (
                <mark key={`${at.toString()}-${segment.text}`} data-kind={segment.kind}>
                  {segment.text}
                </mark>
              ),
            )}
          </div>
          <textarea
            id={CAPTURE_ID}
            aria-label={t.capture.label}
            className="capture-words relative block w-full resize-none overflow-hidden bg-transparent [field-sizing:content] outline-none"
            rows={1}
            maxLength={10_000}
            autoComplete="off"
            enterKeyHint="done"
            value={text}
            onChange={(event) => change(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        {text === '' && <kbd className="max-desk:hidden">c</kbd>}
      </div>
    </section>
  );
}
