import { expect, it } from 'vitest';
import { addDays, type CalendarDate } from '../../src/domain/dates.ts';
import { merge } from '../../src/services/duplicates.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { dismiss, done } from '../../src/services/keeping.service.ts';
import { addMoment } from '../../src/services/moments.service.ts';
import { deletePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { getToday, getTodayPage } from '../../src/services/today.service.ts';
import { rateWaking } from '../../src/services/waking.service.ts';
import { aPerson, aTouchWith, describeNetworks, problemsOf, rowsOf, type TestNetwork } from '../support/a-network.ts';
import { NOON } from '../support/open-store.ts';

const DAY_MS = 86_400_000;
/** A Monday, when it is noon there. */
const TODAY = '2026-11-23' as CalendarDate;

/** Somebody one met every other week, until so many days ago. */
async function aSleeper(t: TestNetwork, name: string, silence = 1_300): Promise<string> {
  const id = await aPerson(t, { name });
  for (let i = 0; i < 9; i++)
    await aTouchWith(t, [id], {
      channel: 'in-person',
      date: addDays(TODAY, -silence - 14 * i),
      summary: 'We talked about tidal power',
    });
  return id;
}

async function dormantOn(t: TestNetwork, on?: string): Promise<{ name: string; text: string; opener: string }[]> {
  const { items } = await getToday(t.context(on === undefined ? {} : { on }), { all: true });
  return items.flatMap(({ name, reasons, opener }) =>
    reasons.filter(({ kind }) => kind === 'dormant').map(({ text }) => ({ name, text, opener })),
  );
}

const sleep = (t: TestNetwork, days: number) => {
  t.clock.now = NOON + days * DAY_MS;
};

describeNetworks('ties that slept for years', (open) => {
  it('come up one in a week, with a word that remembers the good old time', async () => {
    const t = await open();
    const names = ['Ada Brandt', 'Ben Okafor', 'Cleo Marsh', 'Dara Quinn'];
    for (const name of names) await aSleeper(t, name);
    await aSleeper(t, 'Eve Lind', 200);
    const seen: string[] = [];
    for (let day = 0; day < 28; day++) {
      sleep(t, day);
      const [found, ...more] = await dormantOn(t);
      expect(more).toEqual([]);
      if (found === undefined) throw new Error('Nobody is to be woken.');
      if (day % 7 === 0) seen.push(found.name);
      expect(found.name).toBe(seen.at(-1));
      expect(found.text).toMatch(
        /^You and \w+ were close once: in touch about every two weeks\. A word after four years/,
      );
      expect(found.opener).toMatch(/tidal power/);
      expect(found.opener).not.toMatch(/sorry|apolog|too long|should have|long time|a while/i);
    }
    expect(seen.toSorted()).toEqual(names);
    sleep(t, 28);
    expect(await dormantOn(t)).toEqual([]);
  });

  it('are not followed by a second in the same week, whatever becomes of the first', async () => {
    const t = await open();
    const ids = new Map<string, string>();
    for (const name of ['Ada Brandt', 'Ben Okafor']) ids.set(name, await aSleeper(t, name));
    const [first] = await dormantOn(t);
    const id = ids.get(first?.name ?? '') ?? '';
    const reason = (await getTodayPage(t.context(), { all: true })).items[0]?.reasons[0];
    const dismissed = await dismiss(t.context(), id, reason?.key ?? '');
    expect(await dormantOn(t)).toEqual([]);
    expect((await getPersonPage(t.context(), id)).waking).toBeNull();
    await undo(t.context(), dismissed.stepId);
    expect(await dormantOn(t)).toEqual([first]);
    await done(t.context(), id, { channel: 'email' });
    sleep(t, 6);
    expect((await dormantOn(t)).map(({ name }) => name)).toEqual([first?.name]);
    sleep(t, 7);
    expect((await dormantOn(t)).map(({ name }) => name).toSorted()).toEqual(['Ada Brandt', 'Ben Okafor']);
  });

  it('are asked after, once, when they were woken', async () => {
    const t = await open();
    const ada = await aSleeper(t, 'Ada Brandt');
    expect((await dormantOn(t)).map(({ name }) => name)).toEqual(['Ada Brandt']);
    expect((await getPersonPage(t.context(), ada)).waking).toMatchObject({ state: 'asleep', rating: null });
    await done(t.context(), ada, { channel: 'phone' });
    expect(await dormantOn(t)).toEqual([]);
    sleep(t, 1);
    expect((await dormantOn(t)).map(({ text }) => text)).toEqual([
      'How was it with Ada? You are in touch again, since yesterday.',
    ]);
    expect((await getPersonPage(t.context(), ada)).waking).toMatchObject({ state: 'woken', key: null });
    const rated = await rateWaking(t.context(), ada, 'glad');
    await rateWaking(t.context(), ada, 'so-so');
    expect(await dormantOn(t)).toEqual([]);
    expect((await getPersonPage(t.context(), ada)).waking).toMatchObject({ state: 'said', rating: 'so-so' });
    expect((await rowsOf(t, ['revival'])).revival).toHaveLength(1);
    expect(rated.message).toBe('Noted: you are glad to be in touch with Ada Brandt again.');
    const other = await aPerson(t, { name: 'Ada Brandt-Ito' });
    await merge(t.context(), other, ada);
    expect((await getPersonPage(t.context(), other)).waking).toMatchObject({ rating: 'so-so' });
    const deleted = await deletePerson(t.context(), other);
    expect((await rowsOf(t, ['revival'])).revival).toEqual([]);
    await undo(t.context(), deleted.stepId);
    expect((await rowsOf(t, ['revival'])).revival).toHaveLength(1);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('are left in peace: who was let rest, who has it hard, and who has died', async () => {
    const t = await open();
    const ada = await aSleeper(t, 'Ada Brandt');
    const ben = await aSleeper(t, 'Ben Okafor');
    await rateWaking(t.context(), ada, 'rest');
    await addMoment(t.context(), ben, { kind: 'loss', text: 'lost his father' });
    expect(await dormantOn(t)).toEqual([]);
    expect((await getPersonPage(t.context(), ada)).waking).toBeNull();
    expect((await getPersonPage(t.context(), ben)).waking).toBeNull();
    expect((await rowsOf(t, ['dormant_week'])).dormant_week).toEqual([]);
  });

  it('are chosen and not kept on a pretended day', async () => {
    const t = await open();
    await aSleeper(t, 'Ada Brandt');
    expect(await dormantOn(t, '2026-12-01')).toHaveLength(1);
    expect((await rowsOf(t, ['dormant_week'])).dormant_week).toEqual([]);
    await dormantOn(t);
    await dormantOn(t);
    expect((await rowsOf(t, ['dormant_week'])).dormant_week).toHaveLength(1);
  });
});
