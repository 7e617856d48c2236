import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

describe('the environment', () => {
  it('says nothing of mail where no server is named', () => {
    expect(readEnvironment({ TENDRIL_SMTP_URL: ' ', TENDRIL_MAIL_FROM: 'ines@example.org', TENDRIL_URL: '' })).toEqual(
      {},
    );
  });

  it('names the mail server, the sender and the address of the app', () => {
    expect(
      readEnvironment({
        TENDRIL_SMTP_URL: 'smtps://ines:pa%40ss@mail.example:465',
        TENDRIL_MAIL_FROM: 'Tendril <ines@example.org>',
        TENDRIL_URL: 'https://tendril.example/',
      }),
    ).toEqual({
      mail: { url: 'smtps://ines:pa%40ss@mail.example:465', from: 'Tendril <ines@example.org>', requireTls: true },
      publicUrl: 'https://tendril.example',
    });
  });

  it('takes a user that is an address for the sender', () => {
    expect(readEnvironment({ TENDRIL_SMTP_URL: 'smtp://ines%40example.org:secret@mail.example' }).mail?.from).toBe(
      'ines@example.org',
    );
  });

  it.each([
    ['smtp://user:secret@mail.example', true],
    ['smtp://user:secret@127.0.0.1:1025', false],
    ['smtp://mail.example', false],
    ['smtp://user:secret@mail.example?requireTLS=false', false],
  ])('refuses an open line for %s: %s', (url, requireTls) => {
    expect(readEnvironment({ TENDRIL_SMTP_URL: url, TENDRIL_MAIL_FROM: 'a@example.org' }).mail?.requireTls).toBe(
      requireTls,
    );
  });

  it.each([
    [{ TENDRIL_SMTP_URL: 'user:secret@mail.example' }, /^TENDRIL_SMTP_URL is no address of a mail server/],
    [{ TENDRIL_SMTP_URL: 'https://user:secret@mail.example' }, /^TENDRIL_SMTP_URL is no address of a mail server/],
    [{ TENDRIL_SMTP_URL: 'smtp://user:secret@mail.example' }, /^Mails need a sender: set TENDRIL_MAIL_FROM/],
    [{ TENDRIL_SMTP_URL: 'smtp://mail.example', TENDRIL_MAIL_FROM: 'Ines' }, /^TENDRIL_MAIL_FROM is no address/],
    [{ TENDRIL_URL: 'tendril.example' }, /^TENDRIL_URL is “tendril.example”/],
    [{ TENDRIL_URL: 'https://example.org/tendril' }, /^TENDRIL_URL is/],
  ])('refuses %j and says what to write, never the password', (env, message) => {
    expect(() => readEnvironment(env)).toThrow(message);
    expect(() => readEnvironment(env)).not.toThrow(/secret/);
  });
});
