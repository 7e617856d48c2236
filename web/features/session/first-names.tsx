import { type FormEvent, useState } from 'react';
import { Choice } from '../../components/choice.tsx';
import { messageOf } from '../../lib/acts.ts';
import { client, refresh } from '../../lib/api.ts';
import { t } from '../../lib/strings.ts';
import { tStart } from '../../lib/strings-start.ts';
import { showToast } from '../../lib/toasts.ts';

/** In days; the first is that of the circle they go into. */
const RHYTHMS = ['7', '14', '30', '91'] as const;
type Rhythm = (typeof RHYTHMS)[number];

/** Five lines for five names. They go into the Inner circle, made if it is not there yet. */
export function FirstNames() {
  const [names, setNames] = useState<readonly string[]>(tStart.names.map(() => ''));
  const [rhythms, setRhythms] = useState<readonly Rhythm[]>(tStart.names.map(() => '7'));
  const [kept, setKept] = useState(0);
  const [busy, setBusy] = useState(false);
  const filled = names
    .map((name, at) => ({ name: name.trim(), rhythm: rhythms[at] ?? '7' }))
    .filter(({ name }) => name !== '');

  const keep = async (): Promise<void> => {
    setBusy(true);
    let done = 0;
    try {
      const { circles, offered } = await client.listCircles();
      const inner = circles.find((circle) => circle.name === tStart.inner);
      const offer = offered.find((circle) => circle.name === tStart.inner);
      if (inner === undefined)
        await client.addCircle({ body: offer ?? { name: tStart.inner, rhythmDays: 7, size: 5 } });
      // One after another, so that they stay in the order they were thought of.
      for (const { name, rhythm } of filled) {
        // The circle's own rhythm stays the circle's, so that changing it later moves them too.
        const own = rhythm === '7' ? {} : { rhythmDays: Number(rhythm) };
        await client.addPerson({ body: { name, circle: tStart.inner, ...own } });
        done++;
      }
      showToast({ text: tStart.done(kept + done) });
    } catch (error) {
      showToast({ text: messageOf(error), tone: 'problem' });
    }
    setKept(kept + done);
    const left = filled.slice(done);
    setNames(tStart.names.map((_, at) => left[at]?.name ?? ''));
    setRhythms(tStart.names.map((_, at) => left[at]?.rhythm ?? '7'));
    setBusy(false);
    refresh();
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (filled.length > 0) void keep();
  };

  return (
    <form onSubmit={submit} className="card p-4 desk:p-6">
      <h2>{tStart.namesTitle}</h2>
      <p className="mt-1 mb-4 text-soft">{tStart.namesLead}</p>
      <div className="grid gap-2">
        {names.map((name, at) => (
          <div key={tStart.names[at]} className="grid grid-cols-[minmax(0,1fr)_auto] gap-2">
            <input
              className="input voice"
              dir="auto"
              aria-label={tStart.nameLabel(at + 1)}
              placeholder={tStart.names[at]}
              autoComplete="off"
              maxLength={200}
              value={name}
              onChange={(event) => setNames(names.with(at, event.target.value))}
            />
            <Choice<Rhythm>
              label={tStart.rhythmLabel(at + 1)}
              className="w-auto!"
              value={rhythms[at] ?? '7'}
              options={RHYTHMS.map((days) => [days, t.rhythm(Number(days))] as const)}
              onChange={(days) => setRhythms(rhythms.with(at, days))}
            />
          </div>
        ))}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <button type="submit" className="act act-go" disabled={busy || filled.length === 0}>
          {tStart.keep}
        </button>
        {kept > 0 && (
          <p className="text-small text-leaf" role="status">
            {tStart.done(kept)}
          </p>
        )}
      </div>
    </form>
  );
}
