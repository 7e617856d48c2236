import { useState } from 'react';
import type { Acted } from '../../../src/contract/routes.ts';
import type { PersonPage } from '../../../src/contract/shapes.ts';
import { Icon } from '../../components/icon.tsx';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { nextMonday, today } from '../../lib/days.ts';
import { likelyChannels } from '../../lib/reach.ts';
import { t } from '../../lib/strings.ts';
import { tPerson } from '../../lib/strings-person.ts';
import { w } from '../../lib/strings-words.ts';
import { AskAlready, AskHow, AskSent, AskUntil } from '../today/asks.tsx';
import { sentBy, stopWriting, useWriting } from '../today/writing.ts';

type Mode = 'rest' | 'how' | 'already' | 'until';

/** What is next with this person, why, and what became of it. */
export function NextBand({ person, onDraft }: { readonly person: PersonPage; readonly onDraft: () => void }) {
  const [mode, setMode] = useState<Mode>('rest');
  const writing = useWriting(person.id);
  const params = { id: person.id };
  const now = today();
  const channels = likelyChannels({
    channel: person.channel ?? person.reach[0]?.channel ?? 'in-person',
    reach: person.reach,
  });
  const rest = (): void => setMode('rest');
  const act = (call: Promise<Acted>): void => {
    rest();
    void perform(call);
  };

  const later =
    person.pausedUntil !== null
      ? tPerson.paused(person.pausedUntil)
      : person.snoozedUntil !== null && person.snoozedUntil > now
        ? tPerson.snoozed(person.snoozedUntil)
        : undefined;
  const sentence =
    person.reasons.length > 0
      ? person.reasons.map((reason) => reason.text).join(' ')
      : person.followUpOn !== null
        ? tPerson.followUp(person.followUpOn, now)
        : person.nextTouch !== null
          ? tPerson.next(person.nextTouch, now)
          : person.effectiveRhythmDays === null
            ? tPerson.noRhythm
            : tPerson.nothingDue;

  const drafted = person.opener !== null && person.reasons.length > 0;
  // These reasons tell how long it has been already.
  const saysHowLong = person.reasons.some((reason) => reason.kind === 'quiet' || reason.kind === 'rhythm');

  return (
    <section
      aria-label={t.nav.today}
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-4 desk:px-6 ${person.reasons.length > 0 ? 'leaf-band' : 'rounded-card bg-sunk'}`}
    >
      {/* A draft is read in one line of the page, with what to do about it below. */}
      <div className={drafted ? 'w-full' : 'flex-[1_1_20rem]'}>
        <p className="voice">{sentence}</p>
        {person.warmthText !== null && !saysHowLong && (
          <p className="mt-0.5 text-small text-soft">{person.warmthText}</p>
        )}
        {drafted && (
          <p
            lang={person.draft?.language ?? 'en'}
            dir="auto"
            className="voice mt-2 max-w-3xl border-s-2 border-leaf/40 ps-3 whitespace-pre-line text-soft italic"
          >
            {person.opener}
          </p>
        )}
      </div>
      <div className={`flex flex-wrap items-center gap-1 ${mode === 'rest' && writing === undefined ? '' : 'w-full'}`}>
        {writing !== undefined ? (
          <AskSent
            channel={writing.channel}
            onNo={() => stopWriting(person.id)}
            onYes={() => {
              stopWriting(person.id);
              act(client.done({ params, body: sentBy(writing) }));
            }}
          />
        ) : mode === 'how' ? (
          <AskHow
            channels={channels}
            onPick={(channel) => act(client.done({ params, body: { channel } }))}
            onCancel={rest}
          />
        ) : mode === 'already' ? (
          <AskAlready
            today={now}
            channels={channels}
            onPick={(body) => act(client.done({ params, body }))}
            onCancel={rest}
          />
        ) : mode === 'until' ? (
          <AskUntil today={now} onPick={(until) => act(client.snooze({ params, body: { until } }))} onCancel={rest} />
        ) : (
          <>
            {later !== undefined && (
              <>
                <span className="chip">{later}</span>
                <button type="button" className="act" onClick={() => act(client.resume({ params, body: {} }))}>
                  {tPerson.resume}
                </button>
              </>
            )}
            {person.reasons.length > 0 && (
              <button type="button" className="act" onClick={() => setMode('how')}>
                {t.today.done}
              </button>
            )}
            {!person.deceased && (
              <button type="button" data-act="draft" className="act" onClick={onDraft}>
                {w.sheet.open}
              </button>
            )}
            <button type="button" data-act="already" className="act" onClick={() => setMode('already')}>
              {tPerson.already}
            </button>
            {person.reasons.length > 0 && (
              <button
                type="button"
                data-act="snooze"
                className="act max-desk:hidden"
                onClick={() => act(client.snooze({ params, body: { until: nextMonday(now) } }))}
              >
                {tPerson.thisWeek}
              </button>
            )}
            {person.reasons.length > 0 && (
              <Menu
                trigger={
                  <button type="button" className="act act-round" aria-label={t.today.more(person.name)}>
                    <Icon name="more" />
                  </button>
                }
              >
                <MenuItem onClick={() => act(client.snooze({ params, body: { until: nextMonday(now) } }))}>
                  {tPerson.thisWeek}
                </MenuItem>
                <MenuItem onClick={() => setMode('until')}>{t.today.menu.pick}</MenuItem>
                <MenuItem onClick={() => act(client.skip({ params, body: {} }))}>{t.today.menu.skip}</MenuItem>
                {person.reasons.map((reason) => (
                  <MenuItem key={reason.key} onClick={() => act(client.dismiss({ params, body: { key: reason.key } }))}>
                    {t.today.menu.dismiss(t.today.menu.reasonKinds[reason.kind])}
                  </MenuItem>
                ))}
              </Menu>
            )}
          </>
        )}
      </div>
    </section>
  );
}
