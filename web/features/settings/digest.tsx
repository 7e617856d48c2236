import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Digest, Settings } from '../../../src/contract/shapes.ts';
import { WEEKDAYS, type Weekday } from '../../../src/domain/words.ts';
import { Choice } from '../../components/choice.tsx';
import { messageOf } from '../../lib/acts.ts';
import { client, queries, queryClient } from '../../lib/api.ts';
import { momentOf, shortDay, timeOf } from '../../lib/days.ts';
import { tSettings } from '../../lib/strings-settings.ts';
import { showToast } from '../../lib/toasts.ts';
import { save } from './save.ts';
import { TextSetting } from './text-setting.tsx';

const HOURS = Array.from({ length: 24 }, (_, hour) => [String(hour), `${String(hour).padStart(2, '0')}:00`] as const);
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Today by mail: when, to which address of one's own, whether it works, and what became of the last. */
export function DigestSettings({ settings }: { readonly settings: Settings }) {
  const { data: digest } = useQuery(queries.digest);
  if (digest === undefined) return null;
  if (digest.from === null) return <p className="text-small text-faint">{tSettings.digest.noServer}</p>;
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 desk:grid-cols-2">
        <div className="field">
          <span>{tSettings.digest.on}</span>
          <Choice
            label={tSettings.digest.on}
            value={settings.digest ? 'on' : 'off'}
            options={[
              ['on', tSettings.digest.switch.on],
              ['off', tSettings.digest.switch.off],
            ]}
            onChange={(choice) => void save({ digest: choice === 'on' })}
          />
        </div>
        <TextSetting
          label={tSettings.digest.address}
          hint={tSettings.digest.addressHint(settings.digestAddress === '' ? digest.to : null)}
          value={settings.digestAddress}
          problemOf={(text) => (text === '' || ADDRESS.test(text) ? undefined : tSettings.digest.badAddress)}
          onSave={(digestAddress) => void save({ digestAddress })}
        />
        {settings.digest && <Times settings={settings} />}
      </div>
      {settings.digest && digest.nextAt !== null && (
        <p className="text-small text-faint">{tSettings.digest.next(momentOf(digest.nextAt))}</p>
      )}
      <SendTest />
      <LastDays deliveries={digest.deliveries} />
    </div>
  );
}

function Times({ settings }: { readonly settings: Settings }) {
  const [days, setDays] = useState(settings.digestDays);
  const toggle = (day: Weekday): void => {
    const next = WEEKDAYS.filter((each) => (each === day ? !days.includes(day) : days.includes(each)));
    if (next.length === 0) {
      showToast({ text: tSettings.digest.oneDay, tone: 'problem' });
      return;
    }
    // Shown at once, and taken back where it could not be kept.
    setDays(next);
    void save({ digestDays: next }).then((kept) => {
      if (!kept) setDays(days);
    });
  };
  return (
    <>
      <div className="field">
        <span>{tSettings.digest.hour}</span>
        <Choice
          label={tSettings.digest.hour}
          value={String(settings.digestHour)}
          options={HOURS}
          onChange={(hour) => void save({ digestHour: Number(hour) })}
        />
        <span className="text-faint">{tSettings.digest.hourHint}</span>
      </div>
      <div className="field">
        <span>{tSettings.digest.empty}</span>
        <Choice
          label={tSettings.digest.empty}
          value={settings.digestWhenEmpty ? 'note' : 'nothing'}
          options={[
            ['nothing', tSettings.digest.emptyChoices.nothing],
            ['note', tSettings.digest.emptyChoices.note],
          ]}
          onChange={(choice) => void save({ digestWhenEmpty: choice === 'note' })}
        />
      </div>
      <fieldset className="field desk:col-span-2">
        <legend className="mb-1">{tSettings.digest.days}</legend>
        <div className="flex flex-wrap gap-x-5 gap-y-2">
          {WEEKDAYS.map((day) => (
            <label key={day} className="flex min-h-8 items-center gap-2">
              <input type="checkbox" className="tick" checked={days.includes(day)} onChange={() => toggle(day)} />
              {tSettings.digest.dayNames[day]}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}

/** What the server says stays on the page: one may want to look it up. */
function SendTest() {
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<string>();
  const send = async (): Promise<void> => {
    setBusy(true);
    setAnswer(undefined);
    try {
      const { delivered, to, error } = await client.testDigest();
      setAnswer(delivered ? tSettings.digest.tested(to) : tSettings.digest.refused(error ?? ''));
    } catch (error) {
      setAnswer(messageOf(error));
    }
    setBusy(false);
    void queryClient.invalidateQueries({ queryKey: queries.digest.queryKey });
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <button type="button" className="act act-line" disabled={busy} onClick={() => void send()}>
        {busy ? tSettings.digest.testing : tSettings.digest.test}
      </button>
      <p role="status" className="min-w-0 text-small text-soft">
        {answer}
      </p>
    </div>
  );
}

function LastDays({ deliveries }: Pick<Digest, 'deliveries'>) {
  if (deliveries.length === 0) return null;
  return (
    <section aria-label={tSettings.digest.last}>
      <h3 className="small-head mb-1.5">{tSettings.digest.last}</h3>
      <ul className="grid gap-1 text-small text-soft">
        {deliveries.map(({ day, state, deliveredAt, error }) => (
          <li key={day} className="grid grid-cols-[4.5rem_1fr]">
            <time dateTime={day} className="text-faint">
              {shortDay(day)}
            </time>
            <span className="min-w-0">
              {tSettings.digest.states[state]}
              {deliveredAt !== null && ` ${timeOf(deliveredAt)}`}
              {error !== null && <span className="block text-faint">{error}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
