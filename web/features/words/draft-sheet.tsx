import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Draft, PersonPage } from '../../../src/contract/shapes.ts';
import { CHANNELS, type Channel, DRAFT_KINDS, type DraftKind } from '../../../src/domain/words.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { Loading } from '../../components/loading.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { messageOf } from '../../lib/acts.ts';
import { useSettled } from '../../lib/hooks.ts';
import { chooseReach } from '../../lib/reach.ts';
import { t } from '../../lib/strings.ts';
import { w } from '../../lib/strings-words.ts';
import { WriteAct } from '../today/write-act.tsx';
import { keepWriting } from '../today/writing.ts';
import { AssistantAct } from './assistant.tsx';
import { type DraftQuery, wordQueries } from './queries.ts';
import { Remarks } from './remarks.tsx';

/** Milliseconds without a key before a draft is made of what is thanked or asked for. */
const PAUSE = 400;

type Kind = DraftKind | '';

/** Any message to a person: what for, which way, and a draft to change. */
export function DraftSheet({ person, onClose }: { readonly person: PersonPage; readonly onClose: () => void }) {
  const [kind, setKind] = useState<Kind>('');
  const [channel, setChannel] = useState<Channel>(person.channel ?? person.reach[0]?.channel ?? 'email');
  const [about, setAbout] = useState('');
  const settledAbout = useSettled(about.trim(), PAUSE);
  const takesAbout = kind === 'thanks' || kind === 'ask' || kind === 'congratulations';
  const query: DraftQuery = {
    channel,
    ...(kind === '' ? {} : { kind }),
    ...(takesAbout && settledAbout !== '' ? { about: settledAbout } : {}),
  };
  const { data: draft, error, isPlaceholderData } = useQuery(wordQueries.draft(person.id, query));
  return (
    <Sheet open onClose={onClose} title={w.sheet.title(person.name)} width="38rem">
      <div className="grid gap-4">
        <div className="grid gap-3 desk:grid-cols-2">
          <Field label={w.sheet.kind}>
            {(field) => (
              <Choice<Kind>
                id={field.id}
                value={kind}
                options={[['', w.sheet.suggested], ...DRAFT_KINDS.map((one) => [one, w.kinds[one]] as const)]}
                onChange={setKind}
              />
            )}
          </Field>
          <Field label={w.sheet.channel}>
            {(field) => (
              <Choice
                id={field.id}
                value={channel}
                options={CHANNELS.map((one) => [one, t.channels[one]] as const)}
                onChange={setChannel}
              />
            )}
          </Field>
          {takesAbout && (
            <Field label={w.sheet.about} hint={w.sheet.aboutHint[kind]} className="desk:col-span-2">
              {(field) => (
                <input {...field} className="input" value={about} onChange={(event) => setAbout(event.target.value)} />
              )}
            </Field>
          )}
        </div>
        {error !== null ? (
          <p role="alert" className="text-soft">
            {messageOf(error)}
          </p>
        ) : draft === undefined || isPlaceholderData ? (
          <Loading rows={1} height="7rem" />
        ) : draft.style === 'talk' ? (
          <div>
            <h3 className="small-head mb-1.5">{w.sheet.talk}</h3>
            <p lang="en" dir="auto" className="voice">
              {draft.text}
            </p>
          </div>
        ) : (
          <Editor key={JSON.stringify(query)} person={person} draft={draft} onClose={onClose} />
        )}
      </div>
    </Sheet>
  );
}

function Editor({
  person,
  draft,
  onClose,
}: {
  readonly person: PersonPage;
  readonly draft: Draft;
  readonly onClose: () => void;
}) {
  const [own, setOwn] = useState<string>();
  const text = own ?? draft.text;
  const reach = chooseReach(person.reach, draft.channel);
  return (
    <>
      <div>
        <textarea
          lang={draft.language}
          dir="auto"
          aria-label={w.sheet.text}
          className="quote"
          rows={4}
          value={text}
          onChange={(event) => setOwn(event.target.value)}
        />
        <Remarks personId={person.id} text={text} channel={draft.channel} kind={draft.kind} />
      </div>
      <AssistantAct personId={person.id} text={text} channel={draft.channel} onTake={setOwn} />
      <div className="flex flex-wrap gap-1.5">
        <WriteAct
          item={{ channel: draft.channel }}
          draft={text}
          subject={draft.subject}
          reach={reach}
          onWriting={(channel) => {
            keepWriting(person.id, { channel, text, edited: text !== draft.text });
            onClose();
          }}
        />
        {own !== undefined && own !== draft.text && (
          <button type="button" className="act" onClick={() => setOwn(undefined)}>
            {w.sheet.another}
          </button>
        )}
      </div>
    </>
  );
}
