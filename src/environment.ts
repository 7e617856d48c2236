import type { AppConfig } from './app.ts';
import { AppError } from './domain/errors.ts';
import { readMailConfig } from './services/mail/mail-config.ts';

/**
 * What the environment says of an app beside where its data lies, checked.
 * @throws AppError `invalid` naming the variable and what to write
 */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Pick<AppConfig, 'mail' | 'publicUrl'> {
  const told = (name: string) => env[name]?.trim() || undefined;
  const mail = readMailConfig({ smtpUrl: told('TENDRIL_SMTP_URL'), from: told('TENDRIL_MAIL_FROM') });
  const publicUrl = readPublicUrl(told('TENDRIL_URL'));
  return { ...(mail && { mail }), ...(publicUrl !== undefined && { publicUrl }) };
}

function readPublicUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '')
    throw new AppError(
      'invalid',
      `TENDRIL_URL is “${text}”, which is no address of a site of its own. Write https://tendril.example.`,
    );
  return url.origin;
}
