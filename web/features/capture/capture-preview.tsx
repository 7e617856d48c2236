import type { CaptureResult } from '../../../src/contract/shapes.ts';
import { t } from '../../lib/strings.ts';

interface CapturePreviewProps {
  readonly reading: CaptureResult | undefined;
  readonly problem: string | undefined;
  readonly saving: boolean;
  readonly onAnswer: (asked: string, answer: string) => void;
  readonly onSave: () => void;
  readonly onLook: (place: LookUpPlace) => void;
  /** Keeps the link of the line by itself; absent when there is none. */
  readonly onKeepLink: (() => void) | undefined;
}

export type LookUp = NonNullable<CaptureResult['lookUp']>;
/** The page of somebody a question is about, or what to search for. */
export type LookUpPlace = { readonly personId: string } | { readonly query: string };

/** What was understood, in sentences, and what has to be asked. Below the line on a desk, above it on a phone. */
export function CapturePreview({
  reading,
  problem,
  saving,
  onAnswer,
  onSave,
  onLook,
  onKeepLink,
}: CapturePreviewProps) {
  const questions = reading?.questions ?? [];
  const sentences = reading?.preview ?? [];
  const lookUp = reading?.lookUp ?? null;
  const empty = lookUp === null && reading !== undefined && questions.length === 0 && sentences.length === 0;
  return (
    <div
      className="appear absolute inset-x-0 z-10 rounded-card border border-line bg-card p-4 shadow-lg max-desk:bottom-full max-desk:mb-2 max-desk:max-h-[55dvh] max-desk:overflow-y-auto desk:top-full desk:mt-2"
      aria-live="polite"
    >
      {problem !== undefined && <p className="text-warm">{problem}</p>}
      {problem === undefined && reading === undefined && <p className="text-faint">{t.capture.thinking}</p>}
      {empty && <p className="text-faint">{t.capture.nothing}</p>}
      {lookUp !== null && <LookUpOffer lookUp={lookUp} onLook={onLook} />}
      {questions.map((question) => (
        <fieldset key={question.asked} className="mb-3">
          <legend className="mb-2">{question.text}</legend>
          {question.asked === '' && <p className="text-small text-soft">{t.capture.nameThem}</p>}
          <div className="flex flex-wrap gap-2">
            {question.candidates.map((candidate) => (
              <button
                key={candidate.id}
                type="button"
                className="act act-line"
                onClick={() => onAnswer(question.asked, candidate.id)}
              >
                {candidate.name}
              </button>
            ))}
            {question.canCreate && question.asked !== '' && (
              <button type="button" className="act act-line" onClick={() => onAnswer(question.asked, 'new')}>
                {t.capture.someoneNew(question.asked)}
              </button>
            )}
          </div>
        </fieldset>
      ))}
      {onKeepLink !== undefined && (questions.length > 0 || empty) && (
        <button type="button" className="act act-line" onClick={onKeepLink}>
          {t.capture.keepLink}
        </button>
      )}
      {sentences.length > 0 && (
        <ul className="voice grid gap-1">
          {sentences.map((sentence) => (
            <li key={sentence} className="flex gap-2.5">
              <span className="mt-[0.62em] size-1.5 shrink-0 rounded-full bg-leaf" aria-hidden="true" />
              {sentence}
            </li>
          ))}
        </ul>
      )}
      {sentences.length > 0 && questions.length === 0 && (
        <div className="mt-3 flex items-center gap-2 text-small text-faint">
          <button type="button" className="act act-go" disabled={saving} onClick={onSave}>
            {t.capture.save}
          </button>
          <span className="max-desk:hidden">
            <kbd>↵</kbd> {t.capture.enter}
          </span>
        </div>
      )}
    </div>
  );
}

/** A question about somebody is answered by their page, not logged as a conversation. */
function LookUpOffer({ lookUp, onLook }: { readonly lookUp: LookUp; readonly onLook: (place: LookUpPlace) => void }) {
  const { people, query } = lookUp;
  return (
    <>
      <p className="mb-2">{t.capture.isQuestion}</p>
      <div className="flex flex-wrap items-center gap-2">
        {people.map(({ id, name }) => (
          <button key={id} type="button" className="act act-line" onClick={() => onLook({ personId: id })}>
            {t.capture.openPage(name)}
          </button>
        ))}
        {people.length === 0 && query !== '' && (
          <button type="button" className="act act-line" onClick={() => onLook({ query })}>
            {t.capture.search(query)}
          </button>
        )}
        {people.length < 2 && (
          <span className="text-small text-faint max-desk:hidden">
            <kbd>↵</kbd> {t.capture.toLook}
          </span>
        )}
      </div>
    </>
  );
}
