import { expect, it } from 'vitest';
import { capture } from '../../src/services/capture.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { allPeople } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { getToday } from '../../src/services/today.service.ts';
import {
  aPerson,
  aTouchWith,
  DERIVED,
  describeNetworks,
  LOGGED,
  problemsOf,
  rowsOf,
  type TestNetwork,
} from '../support/a-network.ts';

const log = (t: TestNetwork, text: string, options: { dryRun?: boolean; answers?: Record<string, string> } = {}) =>
  capture(t.context(), { text, ...options });

describeNetworks('capture', (open) => {
  it('of someone new makes a person, an organisation, a touch and tomorrow’s follow-up', async () => {
    const t = await open();
    const result = await log(t, 'Met Zed Ito from Kanda at the OCEAN mixer, talked about tidal power');
    expect(result).toMatchObject({
      saved: true,
      touch: { date: '2026-11-23', direction: 'mutual' },
      people: [{ name: 'Zed Ito', created: true }],
      questions: [],
    });
    const id = result.people[0]?.id ?? '';
    const page = await getPersonPage(t.context(), id);
    expect(page).toMatchObject({ name: 'Zed Ito', headline: 'Kanda', touchCount: 1, lastTouch: '2026-11-23' });
    expect(page.touches[0]).toMatchObject({ id: result.touch?.id, followUp: true, source: 'capture' });
    expect((await getToday(t.context(), {})).items).toEqual([]);
    t.clock.now += 86_400_000;
    const { date, items } = await getToday(t.context(), {});
    expect(date).toBe('2026-11-24');
    expect(items).toMatchObject([
      {
        personId: id,
        reasons: [{ kind: 'follow-up', text: expect.stringContaining('tidal power') }],
        opener: expect.stringMatching(/tidal power/i),
      },
    ]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('of a question saves nothing, and says whose page may answer it', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    const before = await rowsOf(t, LOGGED);
    expect(await log(t, 'How is Ada doing?')).toMatchObject({
      saved: false,
      stepId: null,
      touch: null,
      people: [],
      questions: [],
      preview: [],
      lookUp: { people: [{ id: ada, name: 'Ada Brandt' }] },
    });
    expect((await log(t, 'Who is the plumber?', { dryRun: true })).lookUp).toEqual({ people: [], query: 'plumber' });
    expect((await log(t, 'Coffee with Ada', { dryRun: true })).lookUp).toBeNull();
    expect(await rowsOf(t, LOGGED)).toEqual(before);
  });

  it('of a lunch with two keeps the touch, the fact and the promise with the right people', async () => {
    const t = await open();
    const [grace, ada] = [await aPerson(t, { name: 'Grace Osei' }), await aPerson(t, { name: 'Ada Brandt' })];
    const result = await log(
      t,
      "Lunch with Grace and Ada yesterday, Ada's daughter starts school, send her the book by Friday",
    );
    expect(result).toMatchObject({
      saved: true,
      touch: { date: '2026-11-22', channel: 'in-person', direction: 'mutual' },
    });
    expect(result.people.map((person) => [person.id, person.created])).toEqual([
      [grace, false],
      [ada, false],
    ]);
    const [first, second] = [await getPersonPage(t.context(), grace), await getPersonPage(t.context(), ada)];
    expect(first).toMatchObject({ lastTouch: '2026-11-22', facts: [], promises: [] });
    expect(second).toMatchObject({
      lastTouch: '2026-11-22',
      facts: [{ kind: 'family', text: expect.stringContaining('starts school'), touchId: result.touch?.id }],
      promises: [{ by: 'me', text: expect.stringContaining('book'), due: '2026-11-27' }],
    });
    expect(second.touches[0]?.people.map((person) => person.id)).toEqual([grace, ada]);
  });

  it('of a plan shows it as one, and does not restart the rhythm', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt', rhythmDays: 7 });
    await aTouchWith(t, [ada], { date: '2026-11-10' });
    const result = await log(t, 'Coffee with Ada next Tuesday at 10:30');
    expect(result).toMatchObject({
      saved: true,
      plans: [{ personId: ada, date: expect.stringMatching(/^2026-(?:11-24|12-01)$/) }],
    });
    const page = await getPersonPage(t.context(), ada);
    expect(page.lastTouch).toBe('2026-11-10');
    expect(page.touches[0]).toMatchObject({ plan: true });
  });

  it('puts a birthday on the card', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    const result = await log(t, "Ada's birthday is 5 March");
    expect(result.saved).toBe(true);
    expect((await getPersonPage(t.context(), ada)).occasions).toMatchObject([
      { kind: 'birth', date: { month: 3, day: 5 }, next: '2027-03-05' },
    ]);
    await log(t, 'Ada was born on 5 March 1980');
    const { occasions } = await getPersonPage(t.context(), ada);
    expect(occasions).toMatchObject([{ kind: 'birth', date: { year: 1980, month: 3, day: 5 }, turns: 47 }]);
  });

  it('saves nothing while it has a question, and goes on with the answer', async () => {
    const t = await open();
    const [one, two] = [await aPerson(t, { name: 'Ada Brandt' }), await aPerson(t, { name: 'Ada Osei' })];
    const before = await rowsOf(t, [...LOGGED, ...DERIVED, 'change', 'step']);
    const asked = await log(t, 'Called Ada about the move');
    expect(asked).toMatchObject({ saved: false, stepId: null, questions: [{ asked: 'Ada' }] });
    expect(asked.questions[0]?.candidates.map((candidate) => candidate.id).sort()).toEqual([one, two].sort());
    expect(await rowsOf(t, [...LOGGED, ...DERIVED, 'change', 'step'])).toEqual(before);
    const answered = await log(t, 'Called Ada about the move', { answers: { Ada: two } });
    expect(answered).toMatchObject({ saved: true, people: [{ id: two, created: false }] });
    expect((await getPersonPage(t.context(), two)).touches).toMatchObject([
      { channel: 'phone', summary: expect.stringContaining('move') },
    ]);
    const fresh = await log(t, 'Called Ada about the boat', { answers: { Ada: 'new' } });
    expect(fresh).toMatchObject({ saved: true, people: [{ created: true }] });
    expect(await allPeople(t.context(), {})).toHaveLength(3);
    const unknown = await log(t, 'Called Ada about the boat', { answers: { Ada: 'an id that nobody has' } });
    expect(unknown.saved).toBe(false);
  });

  it('tried dry says what would be saved, and saves nothing', async () => {
    const t = await open();
    const before = await rowsOf(t, [...LOGGED, ...DERIVED, 'change', 'step']);
    const dry = await log(t, 'Met Zed Ito from Kanda at the OCEAN mixer, talked about tidal power', { dryRun: true });
    expect(dry).toMatchObject({ saved: false, stepId: null, people: [{ name: 'Zed Ito', created: true }] });
    expect(dry.preview[0]).toBe('Someone new: Zed Ito, Kanda.');
    expect(await rowsOf(t, [...LOGGED, ...DERIVED, 'change', 'step'])).toEqual(before);
  });

  it.each([
    'Met Zed Ito from Kanda at the OCEAN mixer, talked about tidal power',
    'Called Mina Sato and Zed Ito yesterday, send Mina the paper by Friday',
    'Lunch with Ada, her daughter Mia starts school',
  ])('delivered twice is saved once and answered the same: %s', async (text) => {
    const t = await open();
    await aPerson(t, { name: 'Ada Brandt' });
    const context = t.context({ requestId: 'queued-on-the-train' });
    const first = await capture(context, { text });
    expect(first.saved).toBe(true);
    const before = await rowsOf(t, [...LOGGED, ...DERIVED]);
    expect(await capture(context, { text })).toEqual(first);
    expect(await rowsOf(t, [...LOGGED, ...DERIVED])).toEqual(before);
  });

  it('undone is gone whole, the new person with it', async () => {
    const t = await open();
    const before = await rowsOf(t, [...LOGGED, ...DERIVED]);
    const { stepId } = await log(
      t,
      'Met Zed Ito from Kanda at the OCEAN mixer, talked about tidal power, send him the paper tomorrow',
    );
    expect((await undo(t.context(), stepId ?? '')).left).toEqual([]);
    expect(await rowsOf(t, [...LOGGED, ...DERIVED])).toEqual(before);
  });

  it('knows people by nickname and by part of a name, and archived ones too', async () => {
    const t = await open();
    const { card } = await getPersonPage(t.context(), await aPerson(t, { name: 'Elizabeth Zimmer' }));
    expect(card.uid).toMatch(/^urn:uuid:/);
    const result = await log(t, 'Texted Zimmer');
    expect(result).toMatchObject({
      saved: true,
      touch: { channel: 'text', direction: 'mine' },
      people: [{ name: 'Elizabeth Zimmer', created: false }],
    });
  });

  it('refuses a reader', async () => {
    const t = await open();
    await expect(capture(t.context({ scope: 'read' }), { text: 'Called Ada', dryRun: true })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
