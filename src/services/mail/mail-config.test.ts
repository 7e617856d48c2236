import { describe, expect, it } from 'vitest';
import { readMailConfig } from './mail-config.ts';

describe('the mail server in the environment', () => {
  it('is none where none is named', () => {
    expect(readMailConfig({ TENDRIL_SMTP_URL: ' ', TENDRIL_MAIL_FROM: 'ines@example.org' })).toBeUndefined();
  });

  it('comes with the sender', () => {
    const TENDRIL_SMTP_URL = 'smtps://ines:pa%40ss@mail.example:465';
    expect(readMailConfig({ TENDRIL_SMTP_URL, TENDRIL_MAIL_FROM: 'Tendril <ines@example.org>' })).toEqual({
      url: TENDRIL_SMTP_URL,
      from: 'Tendril <ines@example.org>',
      requireTls: true,
    });
  });

  it('takes a user that is an address for the sender', () => {
    expect(readMailConfig({ TENDRIL_SMTP_URL: 'smtp://ines%40example.org:secret@mail.example' })?.from).toBe(
      'ines@example.org',
    );
  });

  it.each([
    ['smtp://user:secret@mail.example', true],
    ['smtp://user:secret@127.0.0.1:1025', false],
    ['smtp://mail.example', false],
    ['smtp://user:secret@mail.example?requireTLS=false', false],
  ])('refuses an open line for %s: %s', (url, requireTls) => {
    expect(readMailConfig({ TENDRIL_SMTP_URL: url, TENDRIL_MAIL_FROM: 'a@example.org' })?.requireTls).toBe(requireTls);
  });

  it.each([
    [{ TENDRIL_SMTP_URL: 'user:secret@mail.example' }, /^TENDRIL_SMTP_URL is no address of a mail server/],
    [{ TENDRIL_SMTP_URL: 'https://user:secret@mail.example' }, /^TENDRIL_SMTP_URL is no address of a mail server/],
    [{ TENDRIL_SMTP_URL: 'smtp://user:secret@mail.example' }, /^Mails need a sender: set TENDRIL_MAIL_FROM/],
    [{ TENDRIL_SMTP_URL: 'smtp://mail.example', TENDRIL_MAIL_FROM: 'Ines' }, /^TENDRIL_MAIL_FROM is no address/],
  ])('refuses %j and says what to write, never the password', (env, message) => {
    expect(() => readMailConfig(env)).toThrow(message);
    expect(() => readMailConfig(env)).not.toThrow(/secret/);
  });
});
