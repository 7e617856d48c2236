import { AppError } from '../../domain/errors.ts';

/** A mail server as it was named, checked. */
export interface MailConfig {
  /** `smtps://user:password@mail.example:465`; never printed, for the password in it. */
  readonly url: string;
  /** `Tendril <ines@example.org>`, or the address alone. */
  readonly from: string;
  /** Whether a connection that is not encrypted is refused: wherever a password travels, unless the address says otherwise. */
  readonly requireTls: boolean;
}

const EXAMPLE = 'smtps://user:password@mail.example:465 or smtp://user:password@mail.example:587';
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;
const ADDRESS = /^(?:[^<>@\r\n]*<)?([^\s<>@"(),:;[\]\\]+@[^\s<>@"(),:;[\]\\]+)>?$/;

/**
 * Checks what the environment says of the mail server; undefined when it says nothing.
 * @throws AppError `invalid` naming the variable and what to write, without the password
 */
export function readMailConfig(env: Readonly<Record<string, string | undefined>>): MailConfig | undefined {
  const told = (name: string) => env[name]?.trim() || undefined;
  const [smtpUrl, from] = [told('TENDRIL_SMTP_URL'), told('TENDRIL_MAIL_FROM')];
  if (smtpUrl === undefined) return undefined;
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : undefined;
  if (!url || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    throw new AppError(
      'invalid',
      `TENDRIL_SMTP_URL is no address of a mail server. Write ${EXAMPLE}, with %40 for an @ in the user or password.`,
    );
  const sender = from ?? decoded(url.username);
  if (!ADDRESS.test(sender))
    throw new AppError(
      'invalid',
      from === undefined
        ? 'Mails need a sender: set TENDRIL_MAIL_FROM to an address that the mail server sends for.'
        : 'TENDRIL_MAIL_FROM is no address. Write ines@example.org or Tendril <ines@example.org>.',
    );
  const says = url.searchParams.has('requireTLS') || url.searchParams.has('ignoreTLS');
  return { url: smtpUrl, from: sender, requireTls: url.password !== '' && !says && !LOOPBACK.test(url.hostname) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign: it stands for itself.
    return text;
  }
}

/** The domain of the sender, which names its letters. */
export function domainOf({ from }: MailConfig): string {
  return (ADDRESS.exec(from)?.[1] ?? '').replace(/^.*@/, '');
}
