import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { TodayPageItem } from '../../../src/contract/shapes.ts';
import { Face } from '../../components/face.tsx';
import { SwipeLabels } from '../../components/swipe-labels.tsx';
import { daysFrom, plusDays } from '../../lib/days.ts';
import { chooseReach, likelyChannels } from '../../lib/reach.ts';
import { isErrand, toneOf, toReasonWords } from '../../lib/reasons.ts';
import { t } from '../../lib/strings.ts';
import { useSwipe } from '../../lib/use-swipe.ts';
import { AskAlready, AskHow, AskSent, AskUntil } from './asks.tsx';
import { CardActs } from './card-acts.tsx';
import { useTodayActs } from './use-today-acts.ts';
import { keepWriting, sentBy, stopWriting, useWriting } from './writing.ts';

const Remarks = lazy(async () => ({ default: (await import('../words/remarks.tsx')).Remarks }));

const RateWaking = lazy(async () => ({ default: (await import('../person/waking.tsx')).RateWaking }));

export type CardMode = 'rest' | 'how' | 'until' | 'already';

/** One person for today: who, why, how to begin, and what became of it. Every question is asked in place. */
export function TodayCard({ item, today }: { readonly item: TodayPageItem; readonly today: string }) {
  const [mode, setMode] = useState<CardMode>('rest');
  const [draft, setDraft] = useState<string>();
  const errand = isErrand(item);
  const woken = item.reasons[0]?.key.startsWith('woken:') === true;
  const [writes, setWrites] = useState(!errand && !woken);
  const writing = useWriting(item.personId);
  const acts = useTodayActs(item);
  const words = draft ?? item.opener;
  const reach = chooseReach(item.reach, item.channel);
  const [first, ...others] = item.reasons;
  const tone = first === undefined ? 'leaf' : toneOf(first.kind, item.urgent);
  const small = errand && !writes;
  const rest = (): void => setMode('rest');
  // While a question is open, its answers are what a finger is after.
  const swipes = mode === 'rest' && writing === undefined && !acts.leaving;
  const swipe = useSwipe<HTMLLIElement>(
    swipes ? { end: errand ? acts.finish : () => setMode('how'), start: () => acts.snooze(plusDays(today, 1)) } : {},
  );

  const foot =
    writing !== undefined ? (
      <AskSent
        channel={writing.channel}
        onNo={() => stopWriting(item.personId)}
        onYes={() => {
          stopWriting(item.personId);
          acts.done(sentBy(writing));
        }}
      />
    ) : mode === 'how' ? (
      <AskHow channels={likelyChannels(item)} onPick={(channel) => acts.done({ channel })} onCancel={rest} />
    ) : mode === 'until' ? (
      <AskUntil today={today} onPick={acts.snooze} onCancel={rest} />
    ) : mode === 'already' ? (
      <AskAlready today={today} channels={likelyChannels(item)} onPick={acts.done} onCancel={rest} />
    ) : woken ? (
      <>
        <Suspense>
          <RateWaking personId={item.personId} />
        </Suspense>
        <button type="button" data-act="tomorrow" className="act" onClick={() => acts.snooze(plusDays(today, 1))}>
          {t.today.tomorrow}
        </button>
      </>
    ) : (
      <CardActs
        item={item}
        today={today}
        acts={acts}
        draft={words}
        reach={reach}
        errand={errand}
        onMode={setMode}
        onWrite={writes ? undefined : () => setWrites(true)}
        onWriting={(channel) => keepWriting(item.personId, { channel, text: words, edited: words !== item.opener })}
      />
    );

  return (
    <li
      data-card={item.personId}
      tabIndex={-1}
      aria-label={item.name}
      {...swipe}
      className={`card swipes relative tone-${tone} grid grid-cols-[2.5rem_minmax(0,1fr)] gap-x-3 p-4 focus-visible:outline-offset-4 desk:grid-cols-[3rem_minmax(0,1fr)] desk:gap-x-4 ${small ? 'desk:py-4 desk:ps-6 desk:pe-4' : 'desk:p-6'} ${acts.leaving ? 'leave' : ''}`}
    >
      <SwipeLabels end={errand ? t.today.doneIt : t.today.swipeDone} start={t.today.tomorrow} />
      <Link
        to="/people/$id"
        params={{ id: item.personId }}
        tabIndex={-1}
        aria-hidden="true"
        className="self-start justify-self-center"
      >
        <Face id={item.personId} initials={item.initials} photo={item.photo} size={small ? 2.25 : 2.75} tone="none" />
      </Link>
      <div
        className={
          small
            ? 'min-w-0 desk:flex desk:flex-wrap desk:items-center desk:justify-between desk:gap-x-4 desk:gap-y-2'
            : 'min-w-0'
        }
      >
        <div className={small ? 'min-w-0 desk:flex-[1_1_20rem]' : ''}>
          <div className="flex flex-wrap items-baseline gap-x-3 max-desk:pe-9">
            <h2 dir="auto" className={small ? 'text-[1.1rem]' : ''}>
              <Link
                to="/people/$id"
                params={{ id: item.personId }}
                className="hover:underline hover:decoration-line hover:underline-offset-4"
              >
                {item.name}
              </Link>
            </h2>
            <small className="text-small text-faint">{underline(item, today)}</small>
          </div>
          {first !== undefined && <ReasonLine lead={toReasonWords(first.kind, first.text)} />}
          {others.map((reason) => (
            <p key={reason.key} className="text-small text-soft">
              {t.today.also} {reason.text}
            </p>
          ))}
        </div>
        {writes && item.opener !== '' && (
          // The words have a direction of their own, which room beside them would follow.
          <div className="max-desk:-ms-[3.25rem]">
            <textarea
              lang={item.draft.language}
              data-act="edit"
              dir="auto"
              aria-label={t.today.opener(item.name)}
              className="quote my-4"
              rows={2}
              value={words}
              onChange={(event) => setDraft(event.target.value)}
              onKeyDown={(event) =>
                event.key === 'Escape' && event.currentTarget.closest<HTMLElement>('[data-card]')?.focus()
              }
            />
          </div>
        )}
        {writes && draft !== undefined && draft !== item.opener && (
          <Suspense fallback={null}>
            <Remarks personId={item.personId} text={draft} channel={item.channel} />
          </Suspense>
        )}
        <div
          className={`flex flex-wrap items-center gap-1.5 max-desk:-ms-[3.25rem] ${writes && item.opener !== '' ? '' : 'mt-3 desk:mt-2'} ${small ? 'max-desk:ms-0! desk:mt-0!' : ''}`}
        >
          {foot}
        </div>
      </div>
    </li>
  );
}

function ReasonLine({ lead }: { readonly lead: { readonly lead: string; readonly rest: string } }) {
  return (
    <p className="mt-0.5 text-soft">
      <b className="font-[550] text-(--tone)">{lead.lead}</b> {lead.rest}
    </p>
  );
}

/** “Close · 19 days”; for someone new, where they work. */
function underline(item: TodayPageItem, today: string): string {
  const since = item.lastTouch === null ? undefined : daysFrom(item.lastTouch, today);
  const parts = [item.circle ?? item.headline ?? '', since === undefined || since < 1 ? '' : t.today.sinceLast(since)];
  return parts.filter((part) => part !== '').join(' · ');
}
