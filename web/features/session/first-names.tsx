import { type FormEvent, useState } from 'react';
import { messageOf } from '../../lib/acts.ts';
import { client, refresh } from '../../lib/api.ts';
import { t } from '../../lib/strings.ts';
import { showToast } from '../../lib/toasts.ts';

/** Five lines for five names. They go into the Inner circle, made if it is not there yet. */
export function FirstNames() {
  const [names, setNames] = useState<readonly string[]>(t.start.names.map(() => ''));
  const [kept, setKept] = useState(0);
  const [busy, setBusy] = useState(false);
  const filled = names.map((name) => name.trim()).filter((name) => name !== '');

  const keep = async (): Promise<void> => {
    setBusy(true);
    let done = 0;
    try {
      const { circles, offered } = await client.listCircles();
      const inner = circles.find((circle) => circle.name === t.start.inner);
      const offer = offered.find((circle) => circle.name === t.start.inner);
      if (inner === undefined)
        await client.addCircle({ body: offer ?? { name: t.start.inner, rhythmDays: 7, size: 5 } });
      // One after another, so that they stay in the order they were thought of.
      for (const name of filled) {
        await client.addPerson({ body: { name, circle: t.start.inner } });
        done++;
      }
      showToast({ text: t.start.done(kept + done) });
    } catch (error) {
      showToast({ text: messageOf(error), tone: 'problem' });
    }
    setKept(kept + done);
    setNames([...filled.slice(done), ...t.start.names.map(() => '')].slice(0, t.start.names.length));
    setBusy(false);
    refresh();
  };

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (filled.length > 0) void keep();
  };

  return (
    <form onSubmit={submit} className="card p-6">
      <h2>{t.start.namesTitle}</h2>
      <p className="mt-1 mb-4 text-soft">{t.start.namesLead}</p>
      <div className="grid gap-2">
        {names.map((name, at) => (
          <input
            key={t.start.names[at]}
            className="input voice"
            aria-label={t.start.nameLabel(at + 1)}
            placeholder={t.start.names[at]}
            autoComplete="off"
            maxLength={200}
            value={name}
            onChange={(event) => setNames(names.with(at, event.target.value))}
          />
        ))}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <button type="submit" className="act act-go" disabled={busy || filled.length === 0}>
          {t.start.keep}
        </button>
        {kept > 0 && (
          <p className="text-small text-leaf" role="status">
            {t.start.done(kept)}
          </p>
        )}
      </div>
    </form>
  );
}
