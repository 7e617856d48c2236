import { expect, it } from 'vitest';
import { changeMembers, listCircles, setCircle } from '../../src/services/circles.service.ts';
import { getHistory, undo } from '../../src/services/history.service.ts';
import { dismiss } from '../../src/services/keeping.service.ts';
import {
  addFact,
  addPromise,
  addReminder,
  addTie,
  removeTie,
  updatePromise,
} from '../../src/services/memory.service.ts';
import {
  addPerson,
  allPeople,
  deletePerson,
  listPeople,
  setPhoto,
  updatePerson,
} from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { listTouches } from '../../src/services/touches.service.ts';
import { resolveWho } from '../../src/services/who.ts';
import {
  aGoogleCsv,
  aPerson,
  aTouchWith,
  describeNetworks,
  importFiles,
  problemsOf,
  rowsOf,
} from '../support/a-network.ts';

describeNetworks('people', (open) => {
  it('are added with what was said of them', async () => {
    const t = await open();
    const { id = '', message } = await addPerson(t.context(), {
      name: 'Zed Ito',
      email: 'zed@example.org',
      phone: '06 1234 5678',
      circle: 'close',
      rhythmDays: 14,
      channel: 'signal',
    });
    expect(message).toBe('Zed Ito is here.');
    const page = await getPersonPage(t.context(), id);
    expect(page).toMatchObject({
      name: 'Zed Ito',
      channel: 'signal',
      rhythmDays: 14,
      circles: [{ name: 'Close' }],
      effectiveRhythmDays: 14,
      touchCount: 0,
      warmth: null,
    });
    expect(page.reach.map((way) => [way.channel, way.href])).toEqual([
      ['signal', 'https://signal.me/#p/+31612345678'],
      ['email', 'mailto:zed@example.org'],
      ['phone', 'tel:+31612345678'],
      ['text', 'sms:+31612345678'],
      ['whatsapp', 'https://wa.me/31612345678'],
    ]);
    // An offered circle comes with its rhythm and its place among the others.
    expect((await listCircles(t.context())).circles).toMatchObject([
      { name: 'Close', rhythmDays: 30, size: 15, members: 1 },
    ]);
    expect((await rowsOf(t, ['person_state'])).person_state).toMatchObject([{ unsorted: 0 }]);
  });

  it('are refused with an address or a number that is none', async () => {
    const t = await open();
    await expect(addPerson(t.context(), { name: 'Zed Ito', email: 'zed at example' })).rejects.toMatchObject({
      code: 'invalid',
      message: '“zed at example” is no e-mail address.',
    });
    await expect(addPerson(t.context(), { name: 'Zed Ito', phone: 'none' })).rejects.toMatchObject({ code: 'invalid' });
    expect((await rowsOf(t, ['person_state'])).person_state).toEqual([]);
  });

  it('refuse a change made on an older version', async () => {
    const t = await open();
    const id = await aPerson(t);
    const { rev } = await getPersonPage(t.context(), id);
    await updatePerson(t.context(), id, { channel: 'signal', rev });
    await expect(updatePerson(t.context(), id, { channel: 'phone', rev })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('changed meanwhile'),
    });
    expect((await getPersonPage(t.context(), id)).channel).toBe('signal');
  });

  it('keep the properties of a card that nobody here understands', async () => {
    const t = await open();
    const id = await aPerson(t);
    const { card } = await getPersonPage(t.context(), id);
    const odd = { ...card, 'example.org:shoe-size': 43, vCardProps: [['x-odd', {}, 'text', 'kept']] };
    await updatePerson(t.context(), id, { card: odd });
    await updatePerson(t.context(), id, { tags: ['chess', 'tea'] });
    expect((await getPersonPage(t.context(), id)).card).toEqual({ ...odd, keywords: { chess: true, tea: true } });
    expect((await listPeople(t.context(), { tag: 'tea' })).total).toBe(1);
    expect((await listPeople(t.context(), { tag: 'te' })).total).toBe(0);
  });

  it.each(['name', 'last-touch', 'next-touch', 'added'] as const)(
    'are listed page by page by %s, each once',
    async (sort) => {
      const t = await open();
      await importFiles(t, {
        'c.csv': aGoogleCsv(
          ['Łucja', 'Lars', 'Zoë', 'zed', 'Ada', 'Ödön', '明', 'Ada'].map((name, i) => [
            name,
            `N${i}`,
            `p${i}@example.org`,
          ]),
        ),
      });
      const ids = (await allPeople(t.context(), {})).map((person) => person.id);
      await aTouchWith(t, ids.slice(0, 3), { date: '2026-11-01' });
      await setCircle(t.context(), { name: 'Club', rhythmDays: 9 });
      const [circle] = (await listCircles(t.context())).circles;
      await changeMembers(t.context(), circle?.id ?? '', { add: ids.slice(2, 5) });
      const seen: string[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await listPeople(t.context(), { sort, limit: 3, ...(cursor === undefined ? {} : { cursor }) });
        expect(page.total).toBe(8);
        seen.push(...page.items.map((person) => person.id));
        if (page.next === null) break;
        cursor = page.next;
      }
      expect(seen).toHaveLength(8);
      expect(new Set(seen)).toEqual(new Set(ids));
      if (sort === 'name') expect(seen).toEqual(ids);
      await expect(listPeople(t.context(), { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'invalid' });
    },
  );

  it('are listed by circle, active, archived or all', async () => {
    const t = await open();
    const [ada, grace] = [
      await aPerson(t, { circle: 'Close' }),
      await aPerson(t, { name: 'Grace Osei', circle: 'Close' }),
    ];
    await updatePerson(t.context(), grace, { archived: true });
    const [circle] = (await listCircles(t.context())).circles;
    expect(circle).toMatchObject({ members: 1 });
    const list = async (show: 'active' | 'archived' | 'all') =>
      (await listPeople(t.context(), { show, circle: circle?.id })).items.map((person) => person.id);
    expect([await list('active'), await list('archived'), await list('all')]).toEqual([[ada], [grace], [ada, grace]]);
    expect((await allPeople(t.context(), { circle: 'CLOSE' })).map((person) => person.id)).toEqual([ada, grace]);
    await expect(allPeople(t.context(), { circle: 'Nobody' })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('There are: Close'),
    });
  });

  it('are meant by an id, an e-mail address or a name that fits one', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt', email: 'Ada@Example.org' });
    const other = await aPerson(t, { name: 'Ada Brandt-Mol' });
    const an = await aPerson(t, { name: 'An' });
    await aPerson(t, { name: 'Anna Olt' });
    const who = async (text: string) => (await resolveWho(t.context(), text)).id;
    expect([
      await who(ada),
      await who('ADA@example.org'),
      await who(' ada brandt '),
      await who('brandt mol'),
      await who('mol'),
      await who('An'),
    ]).toEqual([ada, ada, ada, other, other, an]);
    await expect(resolveWho(t.context(), 'ada')).rejects.toMatchObject({
      code: 'ambiguous',
      details: { candidates: [{ name: 'Ada Brandt' }, { name: 'Ada Brandt-Mol' }] },
    });
    const hyphens = await aPerson(t, { name: 'Jean-Luc El-Sayed' });
    const apostrophe = await aPerson(t, { name: "Katherine O'Neil" });
    const emoji = await aPerson(t, { name: 'José Núñez 🚀' });
    for (const text of ['Jean-Luc El-Sayed', 'jean luc', 'El-Sayed']) expect(await who(text)).toBe(hyphens);
    for (const text of ["Katherine O'Neil", 'O’Neil', 'katherine oneil']) expect(await who(text)).toBe(apostrophe);
    for (const text of ['José Núñez 🚀', 'jose nunez']) expect(await who(text)).toBe(emoji);
    const sam = await aPerson(t, { name: 'Sam Fox' });
    await aPerson(t, { name: 'Samantha Cole' });
    expect(await who('Sam')).toBe(sam);
    await expect(resolveWho(t.context(), 'sa')).rejects.toMatchObject({ code: 'ambiguous' });
    await expect(resolveWho(t.context(), 'nobody')).rejects.toMatchObject({ code: 'not-found' });
    await expect(resolveWho(t.context(), 'nobody@example.org')).rejects.toMatchObject({ code: 'not-found' });
    await expect(resolveWho(t.context(), '')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('tell all that is remembered, the newest first', async () => {
    const t = await open();
    const [ada, grace] = [await aPerson(t), await aPerson(t, { name: 'Grace Osei' })];
    await addFact(t.context(), ada, { kind: 'family', text: 'Daughter Mia', private: true });
    const { id: promise = '' } = await addPromise(t.context(), ada, {
      by: 'me',
      text: 'send the book',
      due: '2026-12-01',
    });
    await updatePromise(t.context(), promise, { done: true });
    await addReminder(t.context(), ada, { date: '2026-12-02', text: 'ask about the move' });
    const { id: tie = '' } = await addTie(t.context(), ada, { kind: 'child', otherId: grace });
    for (let i = 1; i <= 23; i++)
      await aTouchWith(t, [ada, grace], { date: `2026-10-${String(i).padStart(2, '0')}`, summary: `Talk ${i}` });
    const page = await getPersonPage(t.context(), ada);
    expect(page).toMatchObject({
      facts: [{ text: 'Daughter Mia', private: true, learnedOn: '2026-11-23' }],
      promises: [{ by: 'me', due: '2026-12-01', doneOn: '2026-11-23' }],
      reminders: [{ date: '2026-12-02', doneOn: null }],
      ties: [{ kind: 'child', otherName: 'Grace Osei' }],
      touchCount: 23,
      lastTouch: '2026-10-23',
    });
    expect(page.touches.map((touch) => touch.summary)).toEqual(Array.from({ length: 20 }, (_, i) => `Talk ${23 - i}`));
    const older = await listTouches(t.context(), ada, { cursor: page.olderTouches ?? '' });
    expect(older.items.map((touch) => touch.summary)).toEqual(['Talk 3', 'Talk 2', 'Talk 1']);
    const found = await listTouches(t.context(), ada, {
      q: 'talk 2',
      channel: 'phone',
      kind: 'personal',
      limit: 3,
    });
    expect(found.items.map((touch) => touch.summary)).toEqual(['Talk 23', 'Talk 22', 'Talk 21']);
    const rest = await listTouches(t.context(), ada, { q: 'TALK 2', cursor: found.next ?? '' });
    expect(rest.items.map((touch) => touch.summary)).toEqual(['Talk 20', 'Talk 2']);
    expect((await listTouches(t.context(), ada, { kind: 'plan' })).items).toEqual([]);
    expect((await listTouches(t.context(), ada, { channel: 'card' })).items).toEqual([]);
    expect((await getPersonPage(t.context(), grace)).ties).toMatchObject([
      { kind: 'parent', otherId: ada, otherName: 'Ada Brandt' },
    ]);
    await removeTie(t.context(), tie);
    expect((await getPersonPage(t.context(), grace)).ties).toEqual([]);
  });

  it('have family that follows from the ties of others, until it is kept or denied', async () => {
    const t = await open();
    const ada = await aPerson(t);
    const [tom, mia, leo] = [
      await aPerson(t, { name: 'Tom Brandt' }),
      await aPerson(t, { name: 'Mia Brandt' }),
      await aPerson(t, { name: 'Leo Brandt' }),
    ];
    await addTie(t.context(), ada, { kind: 'husband', otherId: tom });
    await addTie(t.context(), tom, { kind: 'daughter', otherId: mia });
    await addTie(t.context(), tom, { kind: 'child', otherId: leo });
    const probable = async (id: string) => (await getPersonPage(t.context(), id)).probableTies;
    const via = { name: 'Tom Brandt' };
    expect(await probable(ada)).toMatchObject([
      { kind: 'child', otherId: mia, otherName: 'Mia Brandt', via: { ...via, kind: 'daughter' } },
      { kind: 'child', otherId: leo, via: { ...via, kind: 'child' } },
    ]);
    expect(await probable(mia)).toMatchObject([
      { kind: 'parent', otherId: ada },
      { kind: 'sibling', otherId: leo },
    ]);
    await addTie(t.context(), ada, { kind: 'child', otherId: mia });
    const { stepId } = await dismiss(t.context(), ada, `tie:${leo}`);
    expect(await probable(ada)).toEqual([]);
    await undo(t.context(), stepId ?? '');
    expect(await probable(ada)).toMatchObject([{ otherId: leo }]);
  });

  it('are called by their new name wherever others mention them', async () => {
    const t = await open();
    const [ada, grace] = [await aPerson(t), await aPerson(t, { name: 'Grace Osei' })];
    await addTie(t.context(), ada, { kind: 'spouse', otherId: grace });
    const { card } = await getPersonPage(t.context(), grace);
    await updatePerson(t.context(), grace, { card: { ...card, name: { full: 'Grace Obi' } } });
    expect((await getPersonPage(t.context(), ada)).ties).toMatchObject([{ otherName: 'Grace Obi' }]);
  });

  it('have a history of their own', async () => {
    const t = await open();
    const [ada, grace] = [await aPerson(t), await aPerson(t, { name: 'Grace Osei' })];
    await aTouchWith(t, [ada, grace]);
    await addFact(t.context(), grace, { kind: 'work', text: 'Tides' });
    const titles = async (person: string) =>
      (await getHistory(t.context(), { person })).items.map((step) => step.title);
    expect(await titles(ada)).toEqual(['Logged a touch with Ada Brandt and Grace Osei', 'Added Ada Brandt']);
    expect(await titles(grace)).toEqual([
      'Remembered about Grace Osei: Tides',
      'Logged a touch with Ada Brandt and Grace Osei',
      'Added Grace Osei',
    ]);
    const first = await getHistory(t.context(), { limit: 2 });
    const rest = await getHistory(t.context(), { cursor: first.next ?? '' });
    expect([...first.items, ...rest.items].map((step) => step.title)).toEqual(
      (await getHistory(t.context(), {})).items.map((step) => step.title),
    );
  });

  it('may be called anything', async () => {
    const t = await open();
    for (const name of [
      'Ada \ud800',
      '😀😀',
      "Robert'); drop table person;--",
      '<b>Ada</b>',
      ' ',
      '‮evil',
      'ﷺ',
      'a'.repeat(2000),
      '%_\\',
      'Ada\nBrandt',
    ]) {
      const { id = '' } = await addPerson(t.context(), { name });
      expect((await getPersonPage(t.context(), id)).name, name).not.toBe('');
      await addFact(t.context(), id, { kind: 'other', text: name });
      await aTouchWith(t, [id], { summary: name });
    }
    expect(await problemsOf(t)).toEqual([]);
  });

  it('lose a photo with the person and get it back', async () => {
    const t = await open();
    const id = await aPerson(t);
    await setPhoto(t.context(), id, { bytes: new Uint8Array([137, 80]), mediaType: 'image/png', hash: 'c'.repeat(64) });
    expect((await getPersonPage(t.context(), id)).photo).toBe('c'.repeat(64));
    await setPhoto(t.context(), id, { bytes: new Uint8Array([137, 81]), mediaType: 'image/png', hash: 'd'.repeat(64) });
    expect((await getPersonPage(t.context(), id)).card).toMatchObject({ media: { photo: { blobId: 'd'.repeat(64) } } });
    await deletePerson(t.context(), id);
    await expect(
      setPhoto(t.context(), id, { bytes: new Uint8Array([1]), mediaType: 'image/png', hash: 'e'.repeat(64) }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});
