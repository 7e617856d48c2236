import { useState } from 'react';
import type { MetResult } from '../../../src/contract/gathering-shapes.ts';
import { messageOf, sayActed } from '../../lib/acts.ts';
import { client, refresh } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { tGatherings } from '../../lib/strings-gatherings.ts';
import { showToast } from '../../lib/toasts.ts';

/** One row of names while one is there. What it does not know it asks, and saves nothing before. */
export function MetForm({ id, date }: { readonly id: string; readonly date: string | undefined }) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<MetResult['questions']>([]);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [saving, setSaving] = useState(false);
  const save = async (given: Readonly<Record<string, string>>): Promise<void> => {
    setSaving(true);
    try {
      const body = { text: text.trim(), date, answers: { ...given } };
      const result = await client.metThere({ params: { id }, body }, { idempotencyKey: newId() });
      setAsked(result.questions);
      if (result.questions.length > 0) return;
      setText('');
      setAnswers({});
      sayActed(result);
      refresh();
    } catch (error) {
      showToast({ text: messageOf(error), tone: 'problem' });
    } finally {
      setSaving(false);
    }
  };
  const answer = (name: string, who: string): void => {
    const given = { ...answers, [name]: who };
    setAnswers(given);
    void save(given);
  };
  return (
    <form
      className="card grid gap-3 p-4 desk:p-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '' && !saving) void save(answers);
      }}
    >
      <label htmlFor={`met-${id}`} className="font-serif text-title">
        {tGatherings.met.title}
      </label>
      <textarea
        id={`met-${id}`}
        className="input"
        rows={2}
        maxLength={10_000}
        aria-describedby={`met-${id}-hint`}
        placeholder={tGatherings.met.placeholder}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAsked([]);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }
        }}
      />
      <div aria-live="polite">
        {asked.map((question) => (
          <fieldset key={question.asked} className="mb-2">
            <legend className="mb-1.5">{question.text}</legend>
            <div className="flex flex-wrap gap-2">
              {question.candidates.map((candidate) => (
                <button
                  key={candidate.id}
                  type="button"
                  className="act act-line"
                  onClick={() => answer(question.asked, candidate.id)}
                >
                  {candidate.headline === null ? candidate.name : `${candidate.name}, ${candidate.headline}`}
                </button>
              ))}
              <button type="button" className="act act-line" onClick={() => answer(question.asked, 'new')}>
                {tGatherings.met.someoneNew(question.asked)}
              </button>
            </div>
          </fieldset>
        ))}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p id={`met-${id}-hint`} className="max-w-prose text-small text-soft">
          {tGatherings.met.hint}
        </p>
        <button type="submit" className="act act-go" disabled={text.trim() === '' || saving}>
          {tGatherings.met.save}
        </button>
      </div>
    </form>
  );
}
