import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RephrasePreview } from '../../../src/contract/shapes.ts';
import type { Channel } from '../../../src/domain/words.ts';
import { messageOf } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { w } from '../../lib/strings-words.ts';
import { wordQueries } from './queries.ts';

interface AssistantProps {
  readonly personId: string;
  readonly text: string;
  readonly channel: Channel;
  readonly onTake: (text: string) => void;
}

type State =
  | { readonly at: 'rest' }
  | { readonly at: 'shown'; readonly preview: RephrasePreview; readonly text: string }
  | { readonly at: 'asking'; readonly preview: RephrasePreview; readonly text: string }
  | { readonly at: 'answered'; readonly suggestion: string }
  | { readonly at: 'failed'; readonly problem: string };

/** A draft said in another way: first what would be sent, word for word, then on a yes the suggestion. */
export function AssistantAct({ personId, text, channel, onTake }: AssistantProps) {
  const { data: assistant } = useQuery(wordQueries.assistant);
  const [state, setState] = useState<State>({ at: 'rest' });
  if (assistant?.on !== true) return null;
  const params = { id: personId };
  const rest = (): void => setState({ at: 'rest' });
  const show = async (): Promise<void> => {
    try {
      setState({ at: 'shown', text, preview: await client.previewRephrase({ params, body: { text, channel } }) });
    } catch (error) {
      setState({ at: 'failed', problem: messageOf(error) });
    }
  };
  const send = async (shown: RephrasePreview, of: string): Promise<void> => {
    setState({ at: 'asking', preview: shown, text: of });
    try {
      const answer = await client.rephrase({ params, body: { text: of, channel, shown: shown.messages } });
      setState({ at: 'answered', suggestion: answer.text });
    } catch (error) {
      setState({ at: 'failed', problem: messageOf(error) });
    }
  };
  return (
    <div className="grid gap-2">
      {(state.at === 'rest' || state.at === 'failed') && (
        <button
          type="button"
          className="act act-line justify-self-start"
          disabled={text.trim() === ''}
          onClick={() => void show()}
        >
          {w.sheet.rephrase}
        </button>
      )}
      {state.at === 'failed' && (
        <p role="alert" className="text-small text-warm">
          {state.problem}
        </p>
      )}
      {(state.at === 'shown' || state.at === 'asking') && (
        <section className="card appear grid gap-2 p-3 text-small" aria-label={w.sheet.rephrase}>
          <p className="text-soft">{w.sheet.wouldSend(state.preview.model, state.preview.address)}</p>
          {state.preview.messages.map((message) => (
            <pre
              key={message.role}
              lang="en"
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
              tabIndex={0}
              className="max-h-48 overflow-auto rounded-soft bg-sunk p-2 whitespace-pre-wrap wrap-anywhere"
            >
              {message.content}
            </pre>
          ))}
          <div className="flex gap-1">
            <button
              type="button"
              className="act act-go"
              disabled={state.at === 'asking'}
              onClick={() => void send(state.preview, state.text)}
            >
              {state.at === 'asking' ? w.sheet.asking : w.sheet.send}
            </button>
            <button type="button" className="act" onClick={rest}>
              {w.sheet.keep}
            </button>
          </div>
        </section>
      )}
      {state.at === 'answered' && (
        <section className="card appear grid gap-2 p-3" aria-label={w.sheet.suggestion}>
          <h3 className="small-head">{w.sheet.suggestion}</h3>
          <p dir="auto" className="voice whitespace-pre-line">
            {state.suggestion}
          </p>
          <div className="flex gap-1">
            <button
              type="button"
              className="act act-go"
              onClick={() => {
                onTake(state.suggestion);
                rest();
              }}
            >
              {w.sheet.take}
            </button>
            <button type="button" className="act" onClick={rest}>
              {w.sheet.keep}
            </button>
          </div>
        </section>
      )}
    </div>
  );
}
