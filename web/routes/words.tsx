import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OwnWords, Wording } from '../../src/contract/shapes.ts';
import {
  DRAFT_LANGUAGES,
  type DraftLanguage,
  NEARNESSES,
  type Nearness,
  WORDING_USES,
  type WordingUse,
} from '../../src/domain/words.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { EditableLine, Section } from '../components/section.tsx';
import { InlineForm } from '../features/person/inline-form.tsx';
import { save } from '../features/settings/save.ts';
import { Stumble } from '../features/shell/stumble.tsx';
import { wordQueries } from '../features/words/queries.ts';
import { perform } from '../lib/acts.ts';
import { client, queries } from '../lib/api.ts';
import { w } from '../lib/strings-words.ts';

const STYLES = ['short', 'email', 'card'] as const;

/** How the owner greets, closes and says things: set by hand, or learned. */
export function WordsRoute() {
  const { data: words, error, refetch } = useQuery(wordQueries.words);
  if (error !== null) return <Stumble error={error} onRetry={() => void refetch()} />;
  return (
    <div className="max-w-3xl">
      <PageHead title={w.words.title} lead={w.words.lead} />
      {words === undefined ? (
        <Loading rows={2} height="10rem" />
      ) : (
        <div className="grid gap-8">
          <SetWords words={words} />
          <Learned words={words} />
          <section aria-label={w.words.cards}>
            <h2 className="small-head mb-1">{w.words.cards}</h2>
            <p className="mb-3 text-soft">{w.words.cardsLead}</p>
            <Link to="/cards" className="act act-line">
              {w.words.cardsOpen}
            </Link>
          </section>
          <AssistantSettings />
        </div>
      )}
    </div>
  );
}

function SetWords({ words }: { readonly words: OwnWords }) {
  const [open, setOpen] = useState<string>();
  const close = (): void => setOpen(undefined);
  return (
    <Section title={w.words.set} addLabel={w.words.add} onAdd={() => setOpen('new')}>
      {open === 'new' && <WordingForm places={words.places} onClose={close} />}
      {words.wordings.length === 0 && open !== 'new' && (
        <>
          <p className="text-soft">{w.words.none}</p>
          <button type="button" className="act act-line mt-3" onClick={() => setOpen('new')}>
            {w.words.add}
          </button>
        </>
      )}
      <ul className="grid gap-1">
        {words.wordings.map((wording) => (
          <li key={wording.id}>
            {open === wording.id ? (
              <WordingForm wording={wording} places={words.places} onClose={close} />
            ) : (
              <EditableLine label={w.words.edit(wording.text)} onEdit={() => setOpen(wording.id)}>
                <p dir="auto" className="voice whitespace-pre-line wrap-anywhere">
                  {wording.text}
                </p>
                <p className="text-small text-faint">{forWhat(wording)}</p>
              </EditableLine>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** “A greeting · friends · e-mails”: what is not said is for all. */
function forWhat({ use, style, near, language }: Omit<Wording, 'id' | 'text'>): string {
  const parts = [
    w.words.uses[use],
    near === null ? '' : w.words.nearnesses[near],
    style === null ? '' : w.words.styles[style],
    language === null ? '' : w.words.languages[language],
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function WordingForm({
  wording,
  places,
  onClose,
}: {
  readonly wording?: Wording;
  readonly places: OwnWords['places'];
  readonly onClose: () => void;
}) {
  const [use, setUse] = useState<WordingUse>(wording?.use ?? 'greeting');
  const [style, setStyle] = useState<(typeof STYLES)[number] | ''>(STYLES.find((one) => one === wording?.style) ?? '');
  const [near, setNear] = useState<Nearness | ''>(wording?.near ?? '');
  const [language, setLanguage] = useState<DraftLanguage | ''>(wording?.language ?? '');
  const [text, setText] = useState(wording?.text ?? '');
  const body = {
    use,
    style: style === '' ? null : style,
    near: near === '' ? null : near,
    language: language === '' ? null : language,
    text: text.trim(),
  };
  const keep = (): void =>
    void perform(
      wording === undefined ? client.addWording({ body }) : client.updateWording({ params: { id: wording.id }, body }),
      { onDone: onClose },
    );
  const frame = use === 'greeting' || use === 'sign-off';
  const offered = places.filter(({ name }) => !frame || ['name', 'full', 'sender'].includes(name));
  return (
    <InlineForm
      ready={body.text !== ''}
      onSave={keep}
      onClose={onClose}
      {...(wording === undefined
        ? {}
        : { onDelete: () => void perform(client.deleteWording({ params: { id: wording.id } })) })}
    >
      <div className="grid gap-2.5 desk:grid-cols-2">
        <Field label={w.words.use}>
          {(field) => (
            <Choice
              id={field.id}
              value={use}
              options={WORDING_USES.map((one) => [one, w.words.uses[one]] as const)}
              onChange={setUse}
            />
          )}
        </Field>
        <Field label={w.words.near}>
          {(field) => (
            <Choice<Nearness | ''>
              id={field.id}
              value={near}
              options={[['', w.words.any.near], ...NEARNESSES.map((one) => [one, w.words.nearnesses[one]] as const)]}
              onChange={setNear}
            />
          )}
        </Field>
        <Field label={w.words.style}>
          {(field) => (
            <Choice<(typeof STYLES)[number] | ''>
              id={field.id}
              value={style}
              options={[['', w.words.any.style], ...STYLES.map((one) => [one, w.words.styles[one]] as const)]}
              onChange={setStyle}
            />
          )}
        </Field>
        <Field label={w.words.language}>
          {(field) => (
            <Choice<DraftLanguage | ''>
              id={field.id}
              value={language}
              options={[
                ['', w.words.any.language],
                ...DRAFT_LANGUAGES.map((one) => [one, w.words.languages[one]] as const),
              ]}
              onChange={setLanguage}
            />
          )}
        </Field>
      </div>
      <Field label={w.words.text} hint={w.words.hint(offered.map(({ name }) => `{${name}}`).join(', '))}>
        {(field) => (
          <textarea
            {...field}
            dir="auto"
            className="input"
            rows={frame ? 2 : 5}
            value={text}
            // Here a new line is a new line.
            onKeyDown={(event) => event.key === 'Enter' && event.stopPropagation()}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </InlineForm>
  );
}

function Learned({ words }: { readonly words: OwnWords }) {
  return (
    <section aria-label={w.words.learned}>
      <h2 className="small-head mb-1">{w.words.learned}</h2>
      <p className="mb-3 text-soft">{w.words.learnedLead}</p>
      {words.habits.length === 0 && <p className="text-small text-faint">{w.words.learnedNone}</p>}
      <ul className="grid gap-3">
        {words.habits.map((habit) => (
          <li key={`${forWhat(habit)}${habit.text}`} className="flex flex-wrap items-center justify-between gap-2">
            <div className="min-w-0">
              <p dir="auto" className="voice whitespace-pre-line wrap-anywhere">
                {habit.text}
              </p>
              <p className="text-small text-faint">
                {forWhat(habit)} · {w.words.times(habit.times)}
              </p>
            </div>
            <button
              type="button"
              className="act act-line"
              onClick={() =>
                void perform(
                  client.addWording({
                    body: { use: habit.use, near: habit.near, language: habit.language, text: habit.text },
                  }),
                )
              }
            >
              {w.words.fix}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AssistantSettings() {
  const { data: assistant } = useQuery(wordQueries.assistant);
  const { data: settings } = useQuery(queries.settings);
  if (assistant === undefined || settings === undefined) return null;
  return (
    <section aria-label={w.words.assistant}>
      <h2 className="small-head mb-1">{w.words.assistant}</h2>
      <p className="mb-3 text-soft">{w.words.assistantLead}</p>
      {assistant.address === null || assistant.model === null ? (
        <p className="text-small text-faint">{w.words.assistantNone}</p>
      ) : (
        <Field label={w.words.assistantOn} hint={w.words.assistantAt(assistant.model, assistant.address)}>
          {(field) => (
            <Choice
              id={field.id}
              className="w-auto!"
              value={settings.assistant ? 'yes' : 'no'}
              options={[
                ['no', w.words.no],
                ['yes', w.words.yes],
              ]}
              onChange={(choice) => void save({ assistant: choice === 'yes' })}
            />
          )}
        </Field>
      )}
    </section>
  );
}
