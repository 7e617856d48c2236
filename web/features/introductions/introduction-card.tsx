import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { Introduction } from '../../../src/contract/shapes.ts';
import type { IntroductionAct, IntroductionSide } from '../../../src/domain/words.ts';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { copyText } from '../../lib/reach.ts';
import { t } from '../../lib/strings.ts';
import { tIntro } from '../../lib/strings-introductions.ts';
import { showToast } from '../../lib/toasts.ts';
import { InlineForm } from '../person/inline-form.tsx';
import { stateSentence } from './state-sentence.ts';

/** One introduction: how far it has come, what to say next, and what is done by one press. */
export function IntroductionCard({ introduction }: { readonly introduction: Introduction }) {
  const { first, second, drafts, restsUntil, outcome, state } = introduction;
  const [editing, setEditing] = useState(false);
  const next = state === 'first-yes' ? second : first;
  return (
    <article
      aria-label={tIntro.and(first.name, second.name)}
      className="card appear grid gap-3 px-4 py-4 desk:px-6 desk:py-5"
    >
      <header className="flex items-start justify-between gap-2">
        <h3 className="font-serif text-title leading-snug">
          <PairNames first={first} second={second} />
        </h3>
        {!editing && <Further introduction={introduction} onEdit={() => setEditing(true)} />}
      </header>
      <p>{stateSentence(introduction)}</p>
      {editing ? (
        <WhyForm introduction={introduction} onClose={() => setEditing(false)} />
      ) : (
        <Whys first={first} second={second} whyFirst={introduction.whyFirst} whySecond={introduction.whySecond} />
      )}
      {outcome !== null && outcome !== '' && (
        <p className="voice" dir="auto">
          {outcome}
        </p>
      )}
      {restsUntil !== null && <p className="text-small text-soft">{tIntro.rests(next.name, restsUntil)}</p>}
      {drafts.map((draft) => (
        <DraftWords key={`${draft.kind}-${draft.to.join('-')}`} introduction={introduction} draft={draft} />
      ))}
      <NextAct introduction={introduction} />
    </article>
  );
}

export function PairNames({ first, second }: Pick<Introduction, 'first' | 'second'>) {
  const [before, between, after] = tIntro.and('\u0001', '\u0002').split(/[\u0001\u0002]/);
  const link = ({ id, name }: Introduction['first']) => (
    <Link to="/people/$id" params={{ id }} className="hover:underline" dir="auto">
      {name}
    </Link>
  );
  return (
    <>
      {before}
      {link(first)}
      {between}
      {link(second)}
      {after}
    </>
  );
}

export function Whys({
  first,
  second,
  whyFirst,
  whySecond,
}: Pick<Introduction, 'first' | 'second' | 'whyFirst' | 'whySecond'>) {
  const whys = [
    [first, whyFirst],
    [second, whySecond],
  ] as const;
  return (
    <dl className="grid gap-1.5">
      {whys.map(([person, why]) =>
        why === '' ? null : (
          <div key={person.id}>
            <dt className="text-small text-faint">{tIntro.why(person.name)}</dt>
            <dd className="font-serif" dir="auto">
              {why}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

function DraftWords({
  introduction,
  draft,
}: {
  readonly introduction: Introduction;
  readonly draft: Introduction['drafts'][number];
}) {
  const [one = '', other = ''] = draft.to.map((side) => introduction[side].name);
  const title = draft.kind === 'make' ? tIntro.drafts.make(one, other) : tIntro.drafts[draft.kind](one);
  const copy = async (): Promise<void> => {
    const copied = await copyText(draft.text);
    showToast(copied ? { text: tIntro.copied } : { text: t.toast.copyFailed, tone: 'problem' });
  };
  return (
    <section aria-label={title} className="grid gap-1.5 rounded-card bg-sunk p-3">
      <p className="text-small text-faint">{title}</p>
      <p className="voice select-all" dir="auto">
        {draft.text}
      </p>
      <button type="button" className="act -ms-3 -mb-1 justify-self-start" onClick={() => void copy()}>
        {tIntro.copy}
      </button>
    </section>
  );
}

const move = (id: string, act: IntroductionAct, more: { by?: IntroductionSide; text?: string } = {}): void =>
  void perform(client.moveIntroduction({ params: { id }, body: { act, ...more } }));

/** What is likely to be done next, and its alternative. */
function NextAct({ introduction }: { readonly introduction: Introduction }) {
  const { id, state, first, second } = introduction;
  const go = (label: string, act: IntroductionAct) => (
    <button type="button" className="act act-go" onClick={() => move(id, act)}>
      {label}
    </button>
  );
  const no = (
    <button type="button" className="act" onClick={() => move(id, 'no')}>
      {tIntro.no}
    </button>
  );
  switch (state) {
    case 'idea':
      return (
        <div className="flex flex-wrap gap-1">
          {go(tIntro.asked(first.name), 'ask')}
          <button
            type="button"
            className="act"
            onClick={() => void perform(client.updateIntroduction({ params: { id }, body: { swap: true } }))}
          >
            {tIntro.swap(second.name)}
          </button>
        </div>
      );
    case 'asked-first':
    case 'asked-second':
      return (
        <div className="flex flex-wrap gap-1">
          {go(tIntro.yes((state === 'asked-first' ? first : second).name), 'yes')}
          {no}
        </div>
      );
    case 'first-yes':
      return <div>{go(tIntro.asked(second.name), 'ask')}</div>;
    case 'both-yes':
      return <div>{go(tIntro.made, 'make')}</div>;
    case 'made':
      return <OutcomeForm id={id} />;
    case 'outcome':
      return <div>{go(tIntro.thanked, 'thank')}</div>;
    default:
      return null;
  }
}

function OutcomeForm({ id }: { readonly id: string }) {
  const [text, setText] = useState('');
  const field = useId();
  return (
    <form
      className="flex flex-wrap items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') move(id, 'outcome', { text: text.trim() });
      }}
    >
      <div className="min-w-0 flex-1 basis-56">
        <label htmlFor={field} className="text-small text-faint">
          {tIntro.howItWent}
        </label>
        <input
          id={field}
          className="input"
          maxLength={2_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <button type="submit" className="act act-go" disabled={text.trim() === ''}>
        {t.common.save}
      </button>
    </form>
  );
}

/** What is seldom done. */
function Further({ introduction, onEdit }: { readonly introduction: Introduction; readonly onEdit: () => void }) {
  const { id, acts, first, second, state } = introduction;
  const mayDecline = acts.includes('no') && (state === 'first-yes' || state === 'both-yes');
  const sides: readonly IntroductionSide[] = state === 'both-yes' ? ['first', 'second'] : ['first'];
  return (
    <Menu
      trigger={
        <button type="button" className="act act-round" aria-label={tIntro.more(tIntro.and(first.name, second.name))}>
          ⋯
        </button>
      }
    >
      <MenuItem onClick={onEdit}>{tIntro.edit}</MenuItem>
      {mayDecline &&
        sides.map((by) => (
          <MenuItem key={by} onClick={() => move(id, 'no', { by })}>
            {tIntro.noOf(introduction[by].name)}
          </MenuItem>
        ))}
      {acts.includes('dismiss') && <MenuItem onClick={() => move(id, 'dismiss')}>{tIntro.letGo}</MenuItem>}
      <MenuItem onClick={() => void perform(client.deleteIntroduction({ params: { id } }))}>{t.common.delete}</MenuItem>
    </Menu>
  );
}

function WhyForm({ introduction, onClose }: { readonly introduction: Introduction; readonly onClose: () => void }) {
  const { id, first, second } = introduction;
  const [whyFirst, setWhyFirst] = useState(introduction.whyFirst);
  const [whySecond, setWhySecond] = useState(introduction.whySecond);
  const fields = [
    [first, whyFirst, setWhyFirst],
    [second, whySecond, setWhySecond],
  ] as const;
  return (
    <InlineForm
      ready
      onClose={onClose}
      onSave={() => {
        void perform(
          client.updateIntroduction({
            params: { id },
            body: { whyFirst: whyFirst.trim(), whySecond: whySecond.trim() },
          }),
        );
        onClose();
      }}
    >
      {fields.map(([person, why, set]) => (
        <label key={person.id} className="grid gap-1">
          <span className="text-small text-faint">{tIntro.whyLabel(person.name)}</span>
          <textarea
            className="input"
            rows={2}
            maxLength={2_000}
            value={why}
            onChange={(event) => set(event.target.value)}
          />
        </label>
      ))}
    </InlineForm>
  );
}
