import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendDigest } from '../../src/jobs/send-digest.ts';
import type { Context } from '../../src/services/context.ts';
import { getDigest, tendDigest, testDigest } from '../../src/services/digest.service.ts';
import { addFact, addReminder } from '../../src/services/memory.service.ts';
import { addPerson, updatePerson } from '../../src/services/people.service.ts';
import { updateSettings } from '../../src/services/settings.service.ts';
import { addTouch } from '../../src/services/touches.service.ts';
import { type MailServer, partOf, startMailServer } from '../support/a-mail-server.ts';
import { openTestApp, TEN, type TestApp } from '../support/an-app.ts';
import { testDialects } from '../support/dialects.ts';
import { cliOn } from '../support/run-cli.ts';
import { createEmptyDatabase } from '../support/test-database.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const OWN = 'ines@home.example';
/** Seven in Amsterdam on the day after `TEN`. */
const SEVEN = TEN + 21 * HOUR;

describe.each(testDialects)('the mail of the morning on %s', (dialect) => {
  let mail: MailServer;
  let test: TestApp;
  let context: Context;
  const closing: TestApp[] = [];

  beforeEach(async () => {
    mail = await startMailServer();
    test = await openTestApp(dialect, { smtpUrl: mail.url, publicUrl: 'https://tendril.example' });
    context = test.app.contextFor({ name: 'tendril', scope: 'write' });
    await updateSettings(context, { digest: true, digestAddress: OWN, ownerName: 'Ines Kaya' });
  });
  afterEach(async () => {
    for (const beside of closing.splice(0)) await beside.close();
    expect(test.logged).toEqual([]);
    await test.close();
    await mail.close();
  });

  const remind = async (name = 'Ada Brandt', date = '2026-11-23') => {
    const { id = '' } = await addPerson(context, { name });
    await addReminder(context, id, { date, text: 'ring about “R&D”' });
    return id;
  };
  const at = async (now: number) => {
    test.clock.now = now;
    return tendDigest(context);
  };
  const states = async () => (await getDigest(context)).deliveries.map(({ day, state }) => `${day} ${state}`);

  it('goes to the owner once a day at their hour, in two forms, with links and without what is private', async () => {
    const ada = await remind();
    await addFact(context, ada, { kind: 'family', text: 'a secret of theirs', private: true });
    expect(await at(TEN)).toBe(21 * HOUR);
    await at(SEVEN - 1);
    expect(mail.letters).toEqual([]);
    await at(SEVEN);
    await at(SEVEN + 1);
    await at(SEVEN + 9 * HOUR);
    expect(mail.letters).toHaveLength(1);
    const [letter] = mail.letters;
    expect(letter).toMatchObject({ from: 'ines@example.org', to: [OWN] });
    expect(letter?.raw).toMatch(/^Subject: Today: Ada Brandt\r$/m);
    expect(letter?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(letter?.raw).toMatch(/^Message-ID:\s+<digest\.2026-11-24\.[\w-]+@example\.org>\r$/m);
    const plain = letter && partOf(letter, 'text/plain');
    expect(plain).toContain('Good morning, Ines.\n\nOne person for Tuesday 24 November.\n\nAda Brandt\n');
    expect(plain).toContain('ring about “R&D”');
    expect(plain).toContain(`https://tendril.example/people/${ada}`);
    expect(letter && partOf(letter, 'text/html')).toContain('ring about “R&amp;D”');
    expect(letter?.raw).not.toContain('secret');
    expect(await states()).toEqual(['2026-11-24 delivered']);
    await at(SEVEN + DAY);
    expect(mail.letters).toHaveLength(2);
  });

  it('tells of the coming week, of each meeting once', async () => {
    const id = await remind();
    const { id: bo = '' } = await addPerson(context, { name: 'Bo Ito' });
    await addTouch(context, {
      people: [id, bo],
      date: '2026-11-29',
      channel: 'in-person',
      summary: 'lunch by the lock',
      plan: true,
    });
    await updatePerson(context, id, {
      card: {
        '@type': 'Card',
        version: '1.0',
        uid: 'urn:uuid:ada',
        name: { full: 'Ada Brandt' },
        anniversaries: {
          b: {
            '@type': 'Anniversary',
            kind: 'birth',
            date: { '@type': 'PartialDate', year: 1986, month: 11, day: 27 },
          },
        },
      },
    });
    await at(TEN);
    await at(SEVEN);
    expect(mail.letters.map((letter) => partOf(letter, 'text/plain'))[0]).toContain(
      'In the coming week\n  Fri 27 Nov: Ada Brandt turns 40\n  Sun 29 Nov: Ada Brandt and Bo Ito: lunch by the lock\n\n',
    );
  });

  it('says nothing when nobody waits, or a kind word to who wants one', async () => {
    await at(TEN);
    await at(SEVEN);
    expect(await states()).toEqual(['2026-11-24 empty']);
    await updateSettings(context, { digestWhenEmpty: true });
    await at(SEVEN + DAY);
    expect(mail.letters.map(({ raw }) => /^Subject: (.*)\r$/m.exec(raw)?.[1])).toEqual([
      'Nobody waits for a word from you today',
    ]);
  });

  it('comes late after a night’s sleep, and of a day slept through not at all', async () => {
    await remind();
    await at(TEN);
    await at(SEVEN + 2 * HOUR + 12 * MINUTE);
    expect(mail.letters).toHaveLength(1);
    await at(SEVEN + 2 * DAY + HOUR);
    expect(mail.letters).toHaveLength(2);
    const { deliveries } = await getDigest(context);
    expect(deliveries.map(({ day, state }) => `${day} ${state}`)).toEqual([
      '2026-11-26 delivered',
      '2026-11-25 missed',
      '2026-11-24 delivered',
    ]);
    expect(deliveries[1]?.error).toMatch(/not running, or its computer slept/);
  });

  it('is tried again after the server refused it, and keeps what the server said', async () => {
    await remind();
    await at(TEN);
    mail.refusal = '451 4.7.1 Greylisted, come back later';
    await at(SEVEN);
    await at(SEVEN + MINUTE - 1);
    expect((await getDigest(context)).deliveries).toMatchObject([
      { state: 'failed', attempts: 1, error: '451 4.7.1 Greylisted, come back later' },
    ]);
    mail.refusal = undefined;
    await at(SEVEN + MINUTE);
    expect((await getDigest(context)).deliveries).toMatchObject([{ state: 'delivered', attempts: 2, error: null }]);
    expect(mail.letters).toHaveLength(1);
  });

  it('is given up after six hours of trying', async () => {
    await remind();
    await at(TEN);
    mail.refusal = '550 5.1.1 No such mailbox';
    for (let now = SEVEN; now < SEVEN + 12 * HOUR; now += 20 * MINUTE) await at(now);
    expect((await getDigest(context)).deliveries).toMatchObject([
      { state: 'gave-up', attempts: 8, error: '550 5.1.1 No such mailbox' },
    ]);
  });

  it('is sent once by two processes at once, and by the other when one has died', async () => {
    await remind();
    const beside = await openTestApp(dialect, { smtpUrl: mail.url, beside: test });
    closing.push(beside);
    const other = beside.app.contextFor({ name: 'tendril', scope: 'write' });
    await at(TEN);
    test.clock.now = SEVEN;
    await Promise.all([tendDigest(context), tendDigest(other), tendDigest(context), tendDigest(other)]);
    expect(mail.letters).toHaveLength(1);

    // One that takes it and is never heard of again: its mail server does not answer, and its lease is not renewed.
    test.clock.now = SEVEN + DAY;
    let answer = () => {};
    mail.gate = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const renewals = vi.spyOn(globalThis, 'setInterval').mockReturnValue(setTimeout(() => undefined, 0));
    const dying = tendDigest(context);
    await vi.waitUntil(async () => (await states())[0] === '2026-11-25 sending');
    renewals.mockRestore();
    await tendDigest(other);
    await tendDigest(other);
    const now = performance.now();
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now + 16_000);
    const taking = tendDigest(other);
    await vi.waitUntil(async () => (await getDigest(context)).deliveries[0]?.attempts === 2);
    clock.mockRestore();
    answer();
    await Promise.all([dying, taking]);
    expect(await states()).toEqual(['2026-11-25 delivered', '2026-11-24 delivered']);
    const keys = mail.letters.map(({ raw }) => /^Message-ID:\s+<([^>]+)>/m.exec(raw)?.[1]);
    // The receipt of the first was lost; a mailbox can tell that it is the same letter.
    expect(new Set(keys.slice(1)).size).toBe(1);
  });

  it('goes to nobody else, whoever asks', async () => {
    const { id: bo = '' } = await addPerson(context, { name: 'Bo Ito', email: 'bo@example.org' });
    await expect(updateSettings(context, { digestAddress: 'Bo@Example.org' })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('an address of Bo Ito'),
    });
    await updateSettings(context, { digestAddress: 'someone@example.org' });
    await addPerson(context, { name: 'Some One', email: 'someone@example.org' });
    await addReminder(context, bo, { date: '2026-11-23', text: 'ring' });
    await at(TEN);
    await at(SEVEN);
    expect(mail.letters).toEqual([]);
    expect((await getDigest(context)).deliveries[0]?.error).toContain('an address of Some One');
    await addPerson(context, { name: 'Ines Kaya', email: 'ines@kaya.example' });
    await updateSettings(context, { digestAddress: 'ines@kaya.example' });
    expect(await testDigest(context)).toEqual({ delivered: true, to: 'ines@kaya.example', error: null });
    expect(mail.letters.map(({ to }) => to)).toEqual([['ines@kaya.example']]);
  });

  it('goes to the address of the account unless another is set', async () => {
    await updateSettings(context, { digestAddress: '' });
    expect((await getDigest(context)).to).toBeNull();
    await expect(testDigest(context)).rejects.toMatchObject({ code: 'conflict' });
    const body = JSON.stringify({ name: 'Ines', email: 'ines@account.example', password: 'correct horse battery' });
    const headers = { 'content-type': 'application/json', host: 'localhost' };
    const env = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
    expect((await test.http.request('/api/v1/owner', { method: 'POST', body, headers }, env)).status).toBe(200);
    expect((await getDigest(context)).to).toBe('ines@account.example');
  });

  it('answers a test over HTTP in the server’s own words, and stays out of the history', async () => {
    const token = await test.token('write');
    const ask = async () => {
      const headers = { authorization: `Bearer ${token}` };
      return (await test.http.request('/api/v1/digest/test', { method: 'POST', headers })).json();
    };
    expect(await ask()).toEqual({ delivered: true, to: OWN, error: null });
    mail.refusal = '550 5.7.1 This sender may not';
    expect(await ask()).toEqual({ delivered: false, to: OWN, error: '550 5.7.1 This sender may not' });
    await remind();
    await at(TEN);
    await at(SEVEN);
    const { reader } = test.app.store.database;
    const entities = await reader.selectFrom('change').select('entity').distinct().execute();
    expect(entities.map(({ entity }) => entity).sort()).toEqual(['person', 'reminder', 'setting']);
  });

  it('ends with the setting, and another hour moves what waits', async () => {
    await remind();
    await at(TEN);
    await updateSettings(context, { digestHour: 9 });
    await at(SEVEN);
    expect(mail.letters).toEqual([]);
    expect((await getDigest(context)).nextAt).toBe('2026-11-24T08:00:00.000Z');
    await updateSettings(context, { digest: false });
    await at(SEVEN + 3 * HOUR);
    expect(mail.letters).toEqual([]);
    expect(await test.app.store.database.reader.selectFrom('delivery').selectAll().execute()).toEqual([]);
  });

  it('is sent by the job of a server, which ends what is on its way when it stops', async () => {
    await remind();
    await at(TEN);
    test.clock.now = SEVEN;
    mail.gate = new Promise(() => {});
    const wait = (_: number, signal: AbortSignal) =>
      new Promise<void>((over) => (signal.aborted ? over() : signal.addEventListener('abort', () => over())));
    const job = sendDigest(context, { log: (error) => test.logged.push(error), wait });
    await vi.waitUntil(async () => (await states())[0] === '2026-11-24 sending');
    await job.stop();
    expect((await getDigest(context)).deliveries).toMatchObject([{ state: 'failed', attempts: 1 }]);
  });
});

describe.each(testDialects)('the mail on the command line on %s', (dialect) => {
  it('is read without a server, sent as a test, and tells how it stands', async () => {
    const mail = await startMailServer();
    const database = await createEmptyDatabase(dialect);
    try {
      const cli = cliOn(dialect, database);
      await cli.run('add', 'Ada', 'Brandt');
      await cli.run('remind', 'Ada', 'today', 'ring');
      expect((await cli.run('digest', '--to-stdout')).stdout).toMatch(/^Today: Ada Brandt\n\nGood \w+\.\n\nOne person/);
      expect((await cli.run('digest')).stdout).toContain('No mail server is named: set TENDRIL_SMTP_URL');
      expect(await cli.run('digest', '--send-test')).toMatchObject({ code: 1 });
      expect((await cli.run('digest', '--send-test', '--status')).code).toBe(2);
      expect((await cli.run('settings', '--set', 'digestHour=25')).code).toBe(2);

      const ready = cliOn(dialect, database, [], {
        TENDRIL_SMTP_URL: mail.url,
        TENDRIL_MAIL_FROM: 'ines@example.org',
        TENDRIL_URL: 'https://tendril.example',
      });
      expect((await ready.run('digest')).stdout).toContain('The mail of the morning is off.');
      const set = ['digest=on', 'digestHour=6', 'digestDays=mon,wed', `digestAddress=${OWN}`];
      expect((await ready.run('settings', '--set', ...set)).stdout).toMatch(/digestDays\s+mon,wed/);
      expect((await ready.run('digest', '--status')).stdout).toMatch(
        /^Today goes to ines@home\.example while tendril serve runs\. The next is due on\s+(Mon|Wednes)day .* at 06:00\.\n$/s,
      );
      expect(await ready.run('digest', '--send-test')).toMatchObject({ code: 0, stdout: `Sent to ${OWN}.\n` });
      mail.refusal = '554 5.7.1 Not from here';
      expect(await ready.run('digest', '--send-test')).toMatchObject({
        code: 1,
        stdout: `It could not be sent to ${OWN}. The mail server: 554 5.7.1 Not from here\n`,
      });
      const wrong = cliOn(dialect, database, [], { TENDRIL_SMTP_URL: 'mail.example' });
      expect(await wrong.run('today')).toMatchObject({ code: 2, stderr: expect.stringContaining('TENDRIL_SMTP_URL') });
      expect(await ready.json('settings')).toMatchObject({ digest: true, digestDays: ['mon', 'wed'] });
    } finally {
      await database.drop();
      await mail.close();
    }
  });
});
