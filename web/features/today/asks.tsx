import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { BodyInput } from '../../../src/contract/routes.ts';
import { CHANNELS, type Channel } from '../../../src/domain/words.ts';
import { Choice } from '../../components/choice.tsx';
import { nextMonday, nextWeekend, plusDays } from '../../lib/days.ts';
import { useReturn } from '../../lib/hooks.ts';
import { isSpoken } from '../../lib/reach.ts';
import { t } from '../../lib/strings.ts';

/** A question asked in place of the card's acts. The first answer has the focus; Escape goes back. */
function Ask({
  question,
  onCancel,
  children,
}: {
  readonly question: string;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}) {
  const group = useRef<HTMLFieldSetElement>(null);
  useEffect(() => group.current?.querySelector<HTMLElement>('button, input')?.focus(), []);
  return (
    <fieldset
      ref={group}
      className="appear flex w-full flex-wrap items-center gap-1.5"
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <legend className="float-start me-2 py-1.5 text-small font-medium text-ink">{question}</legend>
      {children}
      <button type="button" className="act" onClick={onCancel}>
        {t.common.cancel}
      </button>
    </fieldset>
  );
}

/** How many ways to offer before the rest hide behind “Another way”. */
const OFFERED = 5;

export function AskHow({
  channels,
  onPick,
  onCancel,
}: {
  readonly channels: readonly Channel[];
  readonly onPick: (channel: Channel) => void;
  readonly onCancel: () => void;
}) {
  const [first, ...others] = channels.slice(0, OFFERED);
  const rest = CHANNELS.filter((channel) => !channels.slice(0, OFFERED).includes(channel));
  return (
    <Ask question={t.today.how} onCancel={onCancel}>
      {first !== undefined && (
        <button type="button" className="act act-go" onClick={() => onPick(first)}>
          {t.channels[first]}
        </button>
      )}
      {others.map((channel) => (
        <button key={channel} type="button" className="act act-line" onClick={() => onPick(channel)}>
          {t.channels[channel]}
        </button>
      ))}
      <Choice
        label={t.today.other}
        className="w-auto! min-h-8! rounded-full! py-1! text-small!"
        value=""
        options={[['', t.today.other], ...rest.map((channel) => [channel, t.channels[channel]] as const)]}
        onChange={(channel) => channel !== '' && onPick(channel)}
      />
    </Ask>
  );
}

export function AskUntil({
  today,
  onPick,
  onCancel,
}: {
  readonly today: string;
  readonly onPick: (day: string) => void;
  readonly onCancel: () => void;
}) {
  const [day, setDay] = useState('');
  return (
    <Ask question={t.today.until} onCancel={onCancel}>
      <button type="button" className="act act-line" onClick={() => onPick(plusDays(today, 1))}>
        {t.today.tomorrow}
      </button>
      <button type="button" className="act act-line" onClick={() => onPick(nextWeekend(today))}>
        {t.days.weekend}
      </button>
      <button type="button" className="act act-line" onClick={() => onPick(nextMonday(today))}>
        {t.days.nextWeek}
      </button>
      <input
        type="date"
        aria-label={t.days.day}
        className="input w-auto!"
        min={plusDays(today, 1)}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <button type="button" className="act act-go" disabled={day <= today} onClick={() => onPick(day)}>
        {t.common.save}
      </button>
    </Ask>
  );
}

interface AskAlreadyProps {
  readonly today: string;
  readonly channels: readonly Channel[];
  readonly onPick: (body: BodyInput<'done'>) => void;
  readonly onCancel: () => void;
}

export function AskAlready({ today, channels, onPick, onCancel }: AskAlreadyProps) {
  const [day, setDay] = useState<string>(plusDays(today, -1));
  const [channel, setChannel] = useState<Channel>(channels[0] ?? 'other');
  return (
    <Ask question={t.today.when} onCancel={onCancel}>
      <input
        type="date"
        aria-label={t.days.day}
        className="input w-auto!"
        max={today}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <Choice
        label={t.touch.how}
        className="w-auto!"
        value={channel}
        options={[...new Set([...channels, ...CHANNELS])].map((known) => [known, t.channels[known]] as const)}
        onChange={setChannel}
      />
      <button
        type="button"
        className="act act-go"
        disabled={day === '' || day > today}
        onClick={() => onPick({ date: day, channel })}
      >
        {t.common.save}
      </button>
    </Ask>
  );
}

/** Opening a message is not sending it: only a yes is logged. Waits with the focus on the answer when one comes back. */
export function AskSent({
  channel,
  onYes,
  onNo,
}: {
  readonly channel: Channel;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  const yes = useRef<HTMLButtonElement>(null);
  const spoken = isSpoken(channel);
  useReturn(() => yes.current?.focus());
  return (
    <fieldset className="appear flex w-full flex-wrap items-center gap-1.5">
      <legend className="float-start me-2 py-1.5 text-small font-medium text-ink">{t.today.sent(spoken)}</legend>
      <button ref={yes} type="button" data-act="done" className="act act-go" onClick={onYes}>
        {t.today.sentYes(spoken)}
      </button>
      <button type="button" className="act" onClick={onNo}>
        {t.today.sentNo}
      </button>
      {!spoken && <p className="text-small text-faint max-desk:w-full">{t.today.copiedHint}</p>}
    </fieldset>
  );
}
