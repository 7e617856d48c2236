import { expect, it } from 'vitest';
import type { Card } from '../../src/domain/card/jscontact.ts';
import { changeMembers, setCircle } from '../../src/services/circles.service.ts';
import { listDoubles, merge, notSame } from '../../src/services/duplicates.service.ts';
import { getHistory, undo } from '../../src/services/history.service.ts';
import { dismiss } from '../../src/services/keeping.service.ts';
import { addFact, addPromise, addReminder, addTie, updateFact } from '../../src/services/memory.service.ts';
import { deletePerson, updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { getToday } from '../../src/services/today.service.ts';
import { getTriage } from '../../src/services/triage.service.ts';
import {
  aLinkedInCsv,
  aPerson,
  aTouchWith,
  aVCard,
  countsOf,
  describeNetworks,
  importFiles,
  problemsOf,
  type TestNetwork,
  whole,
} from '../support/a-network.ts';

/** Ada twice, each with things of her own, and Tom, who knows both. */
async function twoOfOne(t: TestNetwork) {
  const keep = await aPerson(t, { name: 'Ada Brandt', email: 'ada@example.org' });
  const other = await aPerson(t, { name: 'Ada Brandt-Mol', phone: '06 1234 5678', rhythmDays: 9, channel: 'signal' });
  const tom = await aPerson(t, { name: 'Tom Mol' });
  const { id: close = '' } = await setCircle(t.context(), { name: 'Close' });
  const { id: club = '' } = await setCircle(t.context(), { name: 'Club' });
  await changeMembers(t.context(), close, { add: [keep, other] });
  await changeMembers(t.context(), club, { add: [other] });
  await aTouchWith(t, [keep, other], { date: '2026-11-01', summary: 'With both' });
  await aTouchWith(t, [other, tom], { date: '2026-11-10', summary: 'With the other' });
  const { id: fact = '' } = await addFact(t.context(), other, { kind: 'interest', text: 'Plays the cello' });
  await addPromise(t.context(), other, { by: 'me', text: 'send the book', due: '2026-11-23' });
  await addReminder(t.context(), other, { date: '2026-11-23', text: 'ask about the move' });
  await addTie(t.context(), other, { kind: 'spouse', otherId: tom });
  await addTie(t.context(), keep, { kind: 'colleague', otherId: other });
  await dismiss(t.context(), other, 'reply:2026-11-02');
  return { keep, other, tom, fact };
}

describeNetworks('a merge', (open) => {
  it('moves everything to the one who stays', async () => {
    const t = await open();
    const { keep, other, tom } = await twoOfOne(t);
    const { message } = await merge(t.context(), keep, other);
    expect(message).toBe('Ada Brandt-Mol and Ada Brandt are one person now.');
    const page = await getPersonPage(t.context(), keep);
    expect(page).toMatchObject({
      name: 'Ada Brandt',
      channel: 'signal',
      rhythmDays: 9,
      circles: [{ name: 'Close' }, { name: 'Club' }],
      facts: [{ text: 'Plays the cello' }],
      promises: [{ text: 'send the book' }],
      reminders: [{ text: 'ask about the move' }],
      ties: [{ kind: 'spouse', otherId: tom }],
      touchCount: 2,
      lastTouch: '2026-11-10',
    });
    expect(page.touches.map((touch) => touch.people.map((person) => person.id).sort())).toEqual([
      [keep, tom].sort(),
      [keep],
    ]);
    const card = page.card as unknown as Card;
    expect([Object.values(card.emails ?? {}).length, Object.values(card.phones ?? {}).length]).toEqual([1, 1]);
    expect((await getPersonPage(t.context(), tom)).ties).toMatchObject([{ otherId: keep, otherName: 'Ada Brandt' }]);
    await expect(getPersonPage(t.context(), other)).rejects.toMatchObject({ code: 'not-found' });
    expect(
      (await getToday(t.context(), { all: true })).items.filter((item) => item.name.startsWith('Ada')),
    ).toHaveLength(1);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('is taken back whole by one undo', async () => {
    const t = await open();
    const { keep, other } = await twoOfOne(t);
    await importFiles(t, {
      'c.csv': aLinkedInCsv([
        [
          'Ada',
          'Brandt-Mol',
          'https://www.linkedin.com/in/ada',
          'adamol@example.org',
          'Tidal Works',
          '',
          '01 Jan 2020',
        ],
      ]),
    });
    const before = await whole(t);
    const { stepId } = await merge(t.context(), keep, other);
    expect((await undo(t.context(), stepId)).left).toEqual([]);
    expect(await whole(t)).toEqual(before);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('taken back later leaves what came since where it is', async () => {
    const t = await open();
    const { keep, other, fact } = await twoOfOne(t);
    const { stepId } = await merge(t.context(), keep, other);
    await aTouchWith(t, [keep], { date: '2026-11-22', summary: 'After the merge' });
    await addFact(t.context(), keep, { kind: 'work', text: 'Learned later' });
    await updateFact(t.context(), fact, { text: 'Plays the viola' });
    const { card } = await getPersonPage(t.context(), keep);
    await updatePerson(t.context(), keep, { card: { ...card, notes: { n1: { note: 'Added later' } } } });
    expect((await undo(t.context(), stepId)).left).toEqual([]);
    const [one, two] = [await getPersonPage(t.context(), keep), await getPersonPage(t.context(), other)];
    expect([one.facts.map((f) => f.text), two.facts.map((f) => f.text)]).toEqual([
      ['Learned later'],
      ['Plays the viola'],
    ]);
    expect(one.touches.map((touch) => touch.summary)).toEqual(['After the merge', 'With both']);
    expect(two.touches.map((touch) => touch.summary)).toEqual(['With the other', 'With both']);
    expect(one.card).toMatchObject({ notes: { n1: { note: 'Added later' } } });
    expect(Object.keys(one.card)).not.toContain('phones');
    expect(await problemsOf(t)).toEqual([]);
  });

  it('taken back after the one who stayed was deleted brings the other back', async () => {
    const t = await open();
    const { keep, other } = await twoOfOne(t);
    const { stepId } = await merge(t.context(), keep, other);
    await deletePerson(t.context(), keep);
    await undo(t.context(), stepId);
    expect((await getPersonPage(t.context(), other)).name).toBe('Ada Brandt-Mol');
    expect(await problemsOf(t)).toEqual([]);
  });

  it('makes the sources of both know the one', async () => {
    const t = await open();
    const linkedin = aLinkedInCsv([
      ['Grace', 'Osei', 'https://www.linkedin.com/in/grace', '', 'Harbour Labs', 'Head of Tides', '01 Jan 2020'],
    ]);
    const vcard = aVCard(
      'UID:9d2ff1a0-grace-of-the-phone',
      'N:Osei;Grace;;;',
      'FN:Grace Osei',
      'ORG:Harbour Labs',
      'TEL:+31612345678',
    );
    await importFiles(t, { 'c.csv': linkedin });
    await importFiles(t, { 'p.vcf': vcard });
    const [double] = await listDoubles(t.context());
    expect(double?.reasons).toEqual(expect.arrayContaining(['the same name', 'the same organisation']));
    await merge(t.context(), double?.a.id ?? '', double?.b.id ?? '');
    const page = await getPersonPage(t.context(), double?.a.id ?? '');
    expect(page.sources.map((source) => source.label)).toEqual(['LinkedIn', 'Address book']);
    expect(countsOf(await importFiles(t, { 'c.csv': linkedin, 'p.vcf': vcard }))).toEqual([0, 0, 2, 0]);
    expect(countsOf(await importFiles(t, { 'p.vcf': vcard.replace('Harbour Labs', 'Sea Works') }))).toEqual([
      0, 1, 0, 0,
    ]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('refuses to join a person with themselves or with nobody', async () => {
    const t = await open();
    const id = await aPerson(t);
    await expect(merge(t.context(), id, id)).rejects.toMatchObject({ code: 'invalid' });
    await expect(merge(t.context(), id, 'nobody')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('names both in the history of the one', async () => {
    const t = await open();
    const { keep, other } = await twoOfOne(t);
    await merge(t.context(), keep, other);
    expect((await getHistory(t.context(), { person: keep })).items[0]?.title).toBe(
      'Merged Ada Brandt-Mol into Ada Brandt',
    );
  });
});

describeNetworks('doubles', (open) => {
  it('are offered wherever one would look, most certain first, until told apart', async () => {
    const t = await open();
    const [a, b] = [
      await aPerson(t, { name: 'Ada Brandt', email: 'ada@example.org' }),
      await aPerson(t, { name: 'Ada Brandt', email: 'Ada@example.org' }),
    ];
    const [c, d] = [await aPerson(t, { name: 'Noor Haddad' }), await aPerson(t, { name: 'Noor Haddad' })];
    const doubles = await listDoubles(t.context());
    expect(doubles.map((double) => [double.a.id, double.b.id, double.band])).toEqual([
      [a, b, 'certain'],
      [c, d, 'possible'],
    ]);
    expect(doubles[0]?.reasons).toContain('the same e-mail address');
    expect((await getPersonPage(t.context(), d)).doubles).toMatchObject([{ id: c, name: 'Noor Haddad' }]);
    expect((await getTriage(t.context())).cards.map((card) => card.doubles.length)).toEqual([1, 1, 1, 1]);
    const { stepId } = await notSame(t.context(), d, c);
    expect(await listDoubles(t.context())).toHaveLength(1);
    expect((await getPersonPage(t.context(), c)).doubles).toEqual([]);
    await undo(t.context(), stepId);
    expect(await listDoubles(t.context())).toHaveLength(2);
  });

  it('told apart stay apart from the one their other self became', async () => {
    const t = await open();
    const [a, b, c] = [
      await aPerson(t, { name: 'Noor Haddad', email: 'noor@example.org' }),
      await aPerson(t, { name: 'Noor Haddad', phone: '0612345678' }),
      await aPerson(t, { name: 'Noor Haddad', email: 'noor@work.example' }),
    ];
    await notSame(t.context(), a, b);
    await merge(t.context(), c, a);
    expect(await listDoubles(t.context())).toEqual([]);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('are no three Maria Garcias with nothing else in common', async () => {
    const t = await open();
    for (let i = 0; i < 3; i++) await aPerson(t, { name: 'Maria Garcia' });
    expect(await listDoubles(t.context())).toEqual([]);
  });
});
