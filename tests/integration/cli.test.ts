import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { acted } from '../../src/contract/routes.ts';
import * as shapes from '../../src/contract/shapes.ts';
import { testDialects } from '../support/dialects.ts';
import { type Cli, cliOn } from '../support/run-cli.ts';
import { createEmptyDatabase, type EmptyDatabase } from '../support/test-database.ts';

const people = z.array(shapes.personRow);

describe.each(testDialects)('the command line on %s', (dialect) => {
  let database: EmptyDatabase;
  let cli: Cli;

  beforeAll(async () => {
    database = await createEmptyDatabase(dialect);
    cli = cliOn(dialect, database);
  });
  afterAll(() => database.drop());

  /** Answers the id alone, as a script reads it. */
  const add = async (...args: string[]) => (await cli.run('add', ...args)).stdout.trim();

  it('starts empty, and says how to begin', async () => {
    const { code, stdout, stderr } = await cli.process('today', '--on', '2026-11-23');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Monday 23 November');
    expect(stdout).toContain('tendril import FILE');
  });

  it('does one thing to all who fit, and undoes it as one', async () => {
    await add('Bea', 'Bulk', '--circle', 'Close');
    await add('Ben', 'Bulk');
    const tagged = await cli.run('bulk', 'add-tag', 'old', 'friends', '--query', 'bulk');
    expect(tagged.stdout).toBe('Tagged 2 people “old friends”.\n');
    const run = shapes.bulkRun.parse(await cli.json('bulk', 'move-to-circle', 'close', '--tag', 'old friends'));
    expect(run).toMatchObject({ changed: 1, left: [{ count: 1, reason: 'in Close already' }] });
    const cards = await cli.run('export', '-', '--tag', 'old friends', '--format', 'vcard');
    expect(cards.stdout.match(/^BEGIN:VCARD/gm)).toHaveLength(2);
    for (const wrong of [
      ['bulk', 'archive'],
      ['bulk', 'archive', 'Close', '--all'],
      ['bulk', 'add-tag', '--all'],
      ['bulk', 'forget', '--all'],
      ['bulk', 'archive', '--tag', 'nobody has it'],
      ['export', '-', '--format', 'ics', '--circle', 'Close'],
    ])
      expect((await cli.run(...wrong)).code, wrong.join(' ')).not.toBe(0);
    const archived = await cli.run('bulk', 'archive', '--query', 'bulk');
    expect(archived.stdout).toBe('Archived 2 people.\n');
    expect((await cli.run('undo')).code).toBe(0);
    expect((await cli.run('bulk', 'unarchive', '--tag', 'old friends')).stdout).toContain('Nothing had to change');
    for (let step = 0; step < 4; step++) expect((await cli.run('undo')).code).toBe(0);
    expect(people.parse(await cli.json('people'))).toEqual([]);
  });

  it('keeps things to share, says whom they suit, and logs who got them', async () => {
    await add('Lea', 'Strand', '--email', 'lea@strand.example');
    await cli.run('fact', 'Lea Strand', 'interest', 'rope ferries');
    expect((await cli.run('resource', 'add', 'The last rope ferries', '--topic', 'rope ferries')).code).toBe(0);
    expect(await cli.json('resource', 'list')).toMatchObject([{ title: 'The last rope ferries', shared: 0 }]);
    expect(await cli.json('resource', 'who', 'rope')).toMatchObject({
      people: [{ name: 'Lea Strand', why: 'Lea’s interests speak of “rope ferries”.' }],
    });
    expect(await cli.json('resource', 'for', 'Lea Strand')).toMatchObject({ resources: [{ name: 'Lea Strand' }] });
    expect((await cli.run('resource', 'share', 'rope', 'Lea Strand', '--channel', 'email')).code).toBe(0);
    expect(await cli.run('resource', 'share', 'rope', 'Lea Strand')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('already'),
    });
    await cli.run('resource', 'reaction', 'rope', 'Lea Strand', 'loved', '--said', 'Lovely');
    expect(await cli.json('resource', 'who', 'rope')).toMatchObject({
      shares: [{ reaction: 'loved', said: 'Lovely' }],
    });
    expect((await cli.run('resource', 'remove', 'rope')).code).toBe(0);
    expect(await cli.json('resource', 'list')).toEqual([]);
    expect((await cli.run('resource', 'who', 'rope')).code).toBe(1);
    for (let step = 0; step < 6; step++) expect((await cli.run('undo')).code).toBe(0);
  });

  it('finds people by what is known of them, and keeps filters and trips', async () => {
    await add('Zed', 'Ito', '--email', 'zed@example.org');
    await add('Ada', 'Brandt', '--circle', 'Close', '--new-circle');
    expect((await cli.run('filter', 'save', 'No e-mail', '--missing', 'email')).code).toBe(0);
    const names = async (...args: string[]) => people.parse(await cli.json('people', ...args)).map(({ name }) => name);
    expect(await names('--filter', 'no e-mail')).toEqual(['Ada Brandt']);
    expect(await names('--missing', 'circle,phone')).toEqual(['Zed Ito']);
    expect(await names('--city', 'Lisbon')).toEqual([]);
    expect((await cli.run('people', '--city', 'Lisbon')).stdout).toBe('Nobody fits that.\n');
    expect((await cli.run('filter', 'rename', 'No e-mail', 'Bare')).code).toBe(0);
    expect((await cli.run('filter', 'list')).stdout).toMatch(/Bare +1 +missing email/);
    const tagged = shapes.bulkRun.parse(await cli.json('bulk', 'add-tag', 'ask', '--filter', 'bare'));
    expect(tagged).toMatchObject({ changed: 1 });
    expect((await cli.run('trip', 'add', 'Lisbon', '2026-12-03', '2026-12-06')).code).toBe(0);
    expect(await cli.json('trip', 'list')).toMatchObject([{ city: 'Lisbon', until: '2026-12-06', people: 0 }]);
    expect((await cli.run('cities')).code).toBe(0);
    expect((await cli.run('near', 'Lisbon')).stdout).toContain('Nobody you know lives in Lisbon');
    for (const wrong of [
      ['people', '--missing', 'nose'],
      ['people', '--filter', 'bear'],
      ['people', '--warmth', 'hot'],
      ['people', '--last-before', 'some day'],
      ['filter', 'save', 'Everyone'],
      ['trip', 'add', 'Lisbon', '2026-12-06', '2026-12-03'],
      ['trip', 'remove', 'Oslo'],
    ])
      expect((await cli.run(...wrong)).code, wrong.join(' ')).not.toBe(0);
    // What is backed up holds them too.
    const file = join(database.folder, 'filters.backup');
    await cli.json('backup', file);
    for (const gone of [
      ['trip', 'remove', 'lisbon'],
      ['filter', 'remove', 'Bare'],
    ])
      expect((await cli.run(...gone)).code).toBe(0);
    await cli.json('restore', file);
    expect(await cli.json('filter', 'list')).toMatchObject([{ name: 'Bare', filter: { missing: 'email' }, count: 1 }]);
    expect(await cli.json('trip', 'list')).toHaveLength(1);
    for (let step = 0; step < 6; step++) expect((await cli.run('undo')).code).toBe(0);
    expect(people.parse(await cli.json('people'))).toEqual([]);
  });

  it('keeps gatherings from the list of attendees to the follow-ups, and plans to their end', async () => {
    await add('Ada', 'Brandt', '--email', 'ada@example.org');
    expect(
      (
        await cli.run(
          'gathering',
          'add',
          'OCEAN mixer',
          '2026-11-26',
          '--kind',
          'mixer',
          '--at',
          '18:30',
          '--on',
          '2026-11-23',
        )
      ).code,
    ).toBe(0);
    await writeFile(join(database.folder, 'list.txt'), 'Ada Brandt, Kelp Works\nZed Ito, Tidewater\n');
    const pasted = await cli.run(
      'gathering',
      'attendees',
      'the ocean mixer',
      join(database.folder, 'list.txt'),
      '--on',
      '2026-11-23',
    );
    expect(pasted.stdout).toBe('On the list: 1 you know, 1 new to you.\n');
    expect((await cli.run('gathering', 'want', 'OCEAN', 'Ada', 'ask about Kiel', '--on', '2026-11-23')).code).toBe(0);
    expect((await cli.run('gathering', 'meet', 'OCEAN', '--on', '2026-11-23')).stdout).toContain(
      'To say: ask about Kiel',
    );
    expect((await cli.run('today', '--on', '2026-11-24')).stdout).toContain(
      'Ada will be at the OCEAN mixer on Thursday',
    );
    const met = await cli.json(
      'gathering',
      'met',
      'OCEAN',
      'Zed, Ada, Grace Osei: tidal permits',
      '--on',
      '2026-11-26',
    );
    expect(met).toMatchObject({ people: [{ name: 'Zed Ito' }, { name: 'Ada Brandt' }, { said: 'tidal permits' }] });
    const after = await cli.run('gathering', 'follow-ups', 'OCEAN', '--on', '2026-11-27');
    expect(after.stdout).toContain('You met Grace at the OCEAN mixer yesterday and talked about tidal permits.');
    const { stdout: ics } = await cli.run('gathering', 'ics', 'OCEAN', '-');
    expect(ics).toContain('SUMMARY:OCEAN mixer');
    await cli.run('log', 'coffee with Zed next week', '--on', '2026-11-27');
    expect((await cli.run('plan', 'ics', 'Zed', '-', '--on', '2026-11-27')).stdout).toContain('METHOD:PUBLISH');
    expect((await cli.run('today', '--on', '2026-12-12')).stdout).toContain('Did you meet');
    expect((await cli.run('plan', 'met', 'Zed', '--follow-up', '--on', '2026-12-12')).stdout).toContain(
      'A follow-up waits.',
    );
    for (const wrong of [
      ['gathering', 'show', 'nothing'],
      ['gathering', 'add', 'Dinner', '2026-11-26', '2026-11-25'],
      ['gathering', 'add', 'Dinner', '2026-11-26', '--every', 'blue moon'],
      ['gathering', 'add', 'Dinner', '2026-11-26', '--at', '25:00'],
      ['gathering', 'attendees', 'OCEAN', join(database.folder, 'nothing.txt')],
      ['gathering', 'answer', 'OCEAN', 'Ada', 'perhaps'],
      ['plan', 'met', 'Ada'],
    ])
      expect((await cli.run(...wrong, '--on', '2026-11-26')).code, wrong.join(' ')).not.toBe(0);
    for (let step = 0; step < 7; step++) expect((await cli.run('undo')).code).toBe(0);
    expect(people.parse(await cli.json('people'))).toEqual([]);
    expect(await cli.json('gathering', 'list')).toEqual([]);
  });

  it('makes the calendar an address, shows its state, and switches it off', async () => {
    expect((await cli.run('calendar')).stdout).toContain('The calendar has no address');
    const made = await cli.run('calendar', '--new');
    expect(made.stdout).toMatch(/^\/feeds\/[\w-]{43}\/calendar\.ics\n$/);
    expect((await cli.run('calendar')).stdout).toContain('no calendar has read it yet');
    expect(JSON.parse((await cli.run('--json', 'calendar', '--off')).stdout)).toEqual({
      on: false,
      createdAt: null,
      lastReadAt: null,
    });
    expect((await cli.run('calendar', '--off')).code).toBe(1);
    expect((await cli.run('calendar', '--new', '--off')).code).toBe(2);
  });

  it('keeps people, and finds the one that is meant', async () => {
    const ada = await add(
      'Ada',
      'Lovelace',
      '--email',
      'ada@lovelace.example',
      '--circle',
      'Close',
      '--channel',
      'phone',
    );
    const byron = await add('Ada Byron', '--phone', '020 123 4567', '--rhythm', '2w');
    expect(shapes.id.parse(ada)).not.toBe(shapes.id.parse(byron));

    const rows = people.parse(await cli.json('people'));
    expect(rows.map(({ id, name, circles, warmth }) => ({ id, name, circles, warmth }))).toEqual([
      { id: byron, name: 'Ada Byron', circles: [], warmth: null },
      { id: ada, name: 'Ada Lovelace', circles: ['Close'], warmth: null },
    ]);
    expect(rows.every((row) => row.nextTouch !== null)).toBe(true);
    expect(Object.values(rows[0]?.card.phones ?? {})).toMatchObject([
      { number: '020 123 4567', 'tendril:e164': '+31201234567' },
    ]);
    expect(people.parse(await cli.json('people', '--limit', '1'))).toHaveLength(1);
    expect(people.parse(await cli.json('people', '--circle', 'close')).map((row) => row.id)).toEqual([ada]);

    const ambiguous = await cli.process('show', 'Ada', '--json');
    expect({ code: ambiguous.code, stdout: ambiguous.stdout }).toEqual({ code: 2, stdout: '' });
    const [sentence, ...candidates] = ambiguous.stderr.trimEnd().split('\n');
    expect(sentence).toContain('fits 2 people');
    expect(candidates).toEqual([`${byron}  Ada Byron`, `${ada}  Ada Lovelace`]);

    const page = shapes.personPage.parse(await cli.json('show', 'ada@lovelace.example'));
    expect(page).toMatchObject({ id: ada, channel: 'phone', effectiveRhythmDays: 30 });
    const nobody = await cli.run('done', 'Grace');
    expect({ code: nobody.code, stdout: nobody.stdout }).toEqual({ code: 1, stdout: '' });
    expect(nobody.stderr).toContain('“Grace”');
  });

  it('tells a year, and says what is no year', async () => {
    const none = await cli.run('year', '1999');
    expect(none).toMatchObject({ code: 0, stderr: '' });
    expect(none.stdout).toContain('Nothing is noted of 1999.');
    await add('Yara', 'Year');
    await cli.run('done', 'Yara', 'Year', '--channel', 'in-person', '--date', '2025-06-01');
    const { stdout } = await cli.run('year', '2025', '--on', '2026-01-02');
    expect(stdout).toContain('In 2025 you were in touch with one person, on one day.');
    expect(stdout).toMatch(/First meetings\n {2}You met Yara Year in June\./);
    const year = z.strictObject(shapes.yearReview.shape);
    expect(year.parse(await cli.json('year', '2025')).people).toBe(1);
    expect((await cli.run('year', 'last')).code).not.toBe(0);
    await cli.run('undo');
    await cli.run('undo');
  });

  it('prepares for a meeting, with people by their names and for the next that is planned', async () => {
    const on = ['--on', '2026-11-23'];
    await add('Nia Lovelace');
    const nobody = await cli.run('prep');
    expect({ code: nobody.code, stdout: nobody.stdout }).toEqual({ code: 2, stdout: '' });
    expect(nobody.stderr).toContain('--next');
    expect((await cli.run('prep', 'Nia', '--next')).code).toBe(2);
    expect((await cli.run('prep', 'Ada')).code).toBe(2);
    expect((await cli.run('prep', '--next', ...on)).stdout).toContain('Nothing is planned');

    // A whole name needs no quotes; else each word is somebody.
    const named = z.strictObject(shapes.prep.shape);
    const names = async (...args: string[]) =>
      named.parse(await cli.json('prep', ...args, ...on)).people.map(({ name }) => name);
    expect(await names('Ada', 'Lovelace')).toEqual(['Ada Lovelace']);
    expect(await names('Nia', 'Ada Byron')).toEqual(['Nia Lovelace', 'Ada Byron']);

    await cli.json('fact', 'Nia Lovelace', 'family', 'Daughter Mia', ...on);
    await cli.json('log', 'Lunch with Nia Lovelace on Thursday', ...on);
    const { stdout, code, stderr } = await cli.run('prep', '--next', ...on);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Thursday 26 November/);
    expect(stdout).toContain('Nia Lovelace');
    expect(stdout).toMatch(/To ask\n +Ask .*Mia.*\n +you noted it today/);
    for (let i = 0; i < 2; i++) await cli.json('undo');
    await cli.run('undo');
  });

  it('understands a line, quotes it the next day, and takes it back', async () => {
    const line = 'Met Zed Ito from Kanda at the OCEAN mixer, talked about tidal power';
    const logged = z.strictObject(shapes.logResult.shape).parse(await cli.json('log', line, '--on', '2026-11-23'));
    expect(logged.touch).toMatchObject({ date: '2026-11-23', channel: 'event' });
    expect(logged.people).toEqual([{ id: expect.any(String), name: 'Zed Ito', created: true }]);

    const today = z.strictObject(shapes.today.shape).parse(await cli.json('--on', '2026-11-24', 'today', '--all'));
    expect(today.date).toBe('2026-11-24');
    const zed = today.items.find((item) => item.name === 'Zed Ito');
    expect(zed?.reasons[0]?.kind).toBe('follow-up');
    expect(`${zed?.reasons[0]?.text} ${zed?.opener}`).toMatch(/tidal power/i);

    const hits = z.array(shapes.findHit).parse(await cli.json('find', 'tidal'));
    expect(hits.map((hit) => hit.kind)).toContain('touch');

    shapes.undoResult.parse(await cli.json('undo'));
    expect(people.parse(await cli.json('people')).map((row) => row.name)).not.toContain('Zed Ito');
  });

  it('asks instead of guessing, saves nothing then, and prints the document', async () => {
    const before = z.array(shapes.step).parse(await cli.json('history'));
    const { code, stdout, stderr } = await cli.run('log', 'Lunch with Ada', '--json');
    expect(code).toBe(1);
    const { questions } = z.strictObject(shapes.logResult.shape).parse(JSON.parse(stdout));
    expect(questions).toHaveLength(1);
    expect(questions[0]?.candidates.map(({ name }) => name).sort()).toEqual(['Ada Byron', 'Ada Lovelace']);
    expect(stderr).toContain('Nothing was saved');
    expect(z.array(shapes.step).parse(await cli.json('history'))).toEqual(before);
  });

  it('saves no question, and says where the answer is', async () => {
    const before = await cli.json('history');
    const { code, stdout, stderr } = await cli.run('log', "When is Ada Lovelace's birthday?", '--json');
    expect(code).toBe(1);
    const { touch, questions } = z.strictObject(shapes.logResult.shape).parse(JSON.parse(stdout));
    expect(touch).toBeNull();
    expect(questions).toMatchObject([{ candidates: [{ name: 'Ada Lovelace' }] }]);
    expect(stderr).toContain('tendril show "Ada Lovelace"');
    expect((await cli.run('log', 'Who is the plumber?')).stderr).toContain('tendril find "plumber"');
    expect(await cli.json('history')).toEqual(before);
  });

  it('brings two people together, from a suggestion to thanks', async () => {
    const on = ['--on', '2026-11-23'];
    await cli.json('fact', 'Ada Byron', 'need', 'a second oar for the regatta', ...on);
    await cli.json('fact', 'Ada Lovelace', 'offer', 'an oar to lend', ...on);
    const ideas = z.array(shapes.introductionIdea).parse(await cli.json('introduce', 'suggest', 'Ada Byron', ...on));
    expect(ideas.map(({ first, second }) => [first.name, second.name])).toEqual([['Ada Lovelace', 'Ada Byron']]);
    expect((await cli.run('introduce', 'suggest', ...on)).stdout).toContain('For Ada Byron: Ada Lovelace offers');
    await cli.json('introduce', 'add', 'Ada Lovelace', 'Ada Byron', '--why-second', 'Ada has an oar to lend.', ...on);
    const early = await cli.run('introduce', 'make', 'Ada Byron', ...on);
    expect(early).toMatchObject({ code: 1, stderr: expect.stringContaining('Both have to say yes first') });
    for (const act of ['ask', 'yes']) await cli.json('introduce', act, 'Ada Byron', ...on);
    const soon = await cli.run('done', 'Ada Byron', '--introduction', ...on);
    expect(soon).toMatchObject({ code: 1, stderr: expect.stringContaining('no reason of the kind introduction') });
    const asked = await cli.run('done', 'Ada Byron', '--introduction', '--on', '2026-11-24');
    expect(asked.stdout).toContain('Noted that you asked Ada Byron about Ada Lovelace.');
    for (const act of ['yes', 'make']) await cli.json('introduce', act, 'Ada Byron', '--on', '2026-11-24');
    await cli.json(
      'introduce',
      'outcome',
      'Ada Byron',
      'Ada Lovelace',
      'they',
      'row',
      'together',
      '--on',
      '2026-11-24',
    );
    await cli.json('introduce', 'thank', 'Ada Lovelace', '--on', '2026-11-24');
    const list = z.array(shapes.introduction).parse(await cli.json('introduce', 'list', ...on));
    expect(list).toMatchObject([{ state: 'thanked', outcome: 'they row together' }]);
    expect((await cli.run('introduce', 'list', ...on)).stdout).toMatch(/introduced, and thanked/);
    for (let i = 0; i < 10; i++) await cli.json('undo');
  });

  it('acts on people, one undoable step each', async () => {
    const act = z.strictObject({ ...acted.shape, id: shapes.id.nullable() });
    const made = act.parse(await cli.json('circle', 'set', 'Rowing', '--every', '2w', '--size', '8'));
    expect(made.stepId).not.toBeNull();
    const both = act.parse(await cli.json('circle', 'add', 'Rowing', 'Ada Byron', 'ada@lovelace.example'));
    const steps = z.array(shapes.step).parse(await cli.json('history', '--limit', '2'));
    expect(steps.map((step) => step.id)).toEqual([both.stepId, made.stepId]);
    for (const args of [
      ['fact', 'Ada Byron', 'interest', 'tidal power'],
      ['promise', 'Ada Byron', 'send the book', '--due', '+7d'],
      ['remind', 'Ada Byron', 'tomorrow', 'ask about the race'],
      ['done', 'Ada Byron', '--channel', 'in-person', '--on', '2026-11-20'],
      ['snooze', 'Ada Byron', '--until', '2026-12-01', '--on', '2026-11-23'],
    ]) {
      act.parse(await cli.json(...args));
    }
    const page = shapes.personPage.parse(await cli.json('show', 'Ada Byron', '--on', '2026-11-23'));
    expect(page).toMatchObject({
      lastTouch: '2026-11-20',
      snoozedUntil: '2026-12-01',
      facts: [{ kind: 'interest' }],
      circles: [{ name: 'Rowing' }],
    });
    const { stdout } = await cli.run('show', 'Ada Byron', '--on', '2026-11-23');
    expect(stdout).toContain('interest  tidal power');
    expect(stdout).not.toContain('\u001b');
  });

  it('changes nobody when one name in a circle command is unknown', async () => {
    const { code, stdout, stderr } = await cli.run('circle', 'remove', 'Rowing', 'ada@lovelace.example', 'Nemo');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('“Nemo”');
    expect(people.parse(await cli.json('people', '--circle', 'Rowing'))).toHaveLength(2);
  });

  it('makes no circle by a slip of the finger', async () => {
    const before = await cli.json('history');
    const { code, stdout, stderr } = await cli.run('add', 'Nora Quist', '--circle', 'Rowign');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^There is no circle “Rowign”\. There are: Rowing, .*Close.*\. To make it, say --new-circle/,
    );
    expect(await cli.json('history')).toEqual(before);
    const added = await cli.run('add', 'Nora Quist', '--circle', 'Sailing', '--json');
    expect(added.stderr).toContain('The circle Sailing is new.');
    const { id } = acted.parse(JSON.parse(added.stdout));
    acted.parse(await cli.json('add', 'Bo Quist', '--circle', 'sailing'));
    expect(people.parse(await cli.json('people', '--circle', 'Sailing'))).toHaveLength(2);
    expect((await cli.run('people', '--circle', 'Sialing')).stderr).toContain('There are: Sailing, ');
    expect(shapes.personPage.parse(await cli.json('show', id ?? '')).circles).toMatchObject([{ name: 'Sailing' }]);
    acted.parse(await cli.json('add', 'Ida Quist', '--circle', 'Sialing', '--new-circle'));
    for (const _added of ['Ida', 'Bo', 'Nora']) await cli.json('undo');
  });

  it.each([
    ['an unknown command', ['dance']],
    ['a missing argument', ['show']],
    ['a word outside the vocabulary', ['done', 'Ada Byron', '--channel', 'pigeon']],
    ['a day that does not exist', ['today', '--on', '2026-02-30']],
    ['an unknown zone', ['today', '--zone', 'Moon/Base']],
    ['a rhythm that is none', ['circle', 'set', 'Rowing', '--every', 'often']],
    ['a file whose name tells no format', ['export', 'people.txt']],
  ])('calls %s wrong usage', async (_what, args) => {
    const { code, stdout, stderr } = await cli.run(...args, '--json');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toBe('');
  });

  it('counts its days where the owner lives, and remembers where that is', async () => {
    const dayIn = (zone: string) => Temporal.Now.plainDateISO(zone).toString();
    const todayAt = async (zone: string) => shapes.today.parse(await cli.json('today', '--zone', zone)).date;
    // Twenty-five hours apart: at no moment do they share a date.
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const before = dayIn(zone);
      expect([before, dayIn(zone)]).toContain(await todayAt(zone));
    }
    const kept = shapes.settings.parse(await cliOn(dialect, database, []).json('settings'));
    expect(kept).toMatchObject({ zone: 'Pacific/Pago_Pago', country: 'NL' });
    const undone = shapes.undoResult.parse(await cli.json('undo'));
    expect(undone.undid).toContain('Snoozed');
  });

  it('mentions a holiday beside another reason, until it is switched off', async () => {
    const lines = async () => {
      const { items } = shapes.today.parse(await cli.json('today', '--on', '2026-12-24', '--country', 'NL'));
      return items.flatMap((item) => item.reasons.map(({ text }) => text));
    };
    expect(await lines()).toContain('Christmas Day is tomorrow.');
    expect((await cli.run('settings', '--set', 'holidays=off')).code).toBe(0);
    expect(await lines()).not.toContain('Christmas Day is tomorrow.');
    expect((await cli.run('settings', '--set', 'holidays=perhaps')).stderr).toContain('holidays');
  });

  it('is whole after all that', async () => {
    const { code, stdout } = await cli.run('doctor', '--json');
    expect(shapes.doctorReport.parse(JSON.parse(stdout))).toMatchObject({ ok: true, problems: [] });
    expect(code).toBe(0);
  });

  it('writes every format, and to a pipe that closes early', async () => {
    const file = join(database.folder, 'people.vcf');
    expect(await cli.json('export', 'people.vcf')).toEqual({ path: file, format: 'vcard', bytes: expect.any(Number) });
    const { stdout } = await cli.process('export', '-');
    expect(stdout.match(/^BEGIN:VCARD/gm)).toHaveLength(2);
    const child = cli.start('export', '-', '--format', 'jscontact');
    child.stdout?.destroy();
    const [code, noise] = await Promise.all([
      new Promise((resolve) => child.once('close', resolve)),
      child.stderr?.toArray(),
    ]);
    expect({ code, noise }).toEqual({ code: 0, noise: [] });
  });

  it('backs up and restores, and says where the data from before is kept', async () => {
    const file = join(database.folder, 'kept.backup');
    await cli.json('backup', file);
    await add('Somebody Later');
    expect(await cli.json('restore', file)).toMatchObject({ file });
    expect(people.parse(await cli.json('people')).map((row) => row.name)).toEqual(['Ada Byron', 'Ada Lovelace']);
    await writeFile(file, 'no backup');
    const { code, stdout } = await cli.run('restore', file);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  });
});
