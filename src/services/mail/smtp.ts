import { createTransport } from 'nodemailer';
import { type Mail, MailRefused } from '../../domain/mail.ts';
import { domainOf, type MailConfig } from './mail-config.ts';

/** Who takes longer than this to be reached or to greet is not there. */
const REACHED_MS = 10_000;
const SILENT_MS = 20_000;
const LONGEST_SEND_MS = 60_000;

/** Takes one letter to the server, over a connection of its own: there is one a day. @throws MailRefused */
export async function sendBySmtp(config: MailConfig, mail: Mail, closed: AbortSignal): Promise<void> {
  const transport = createTransport({
    url: config.url,
    requireTLS: config.requireTls,
    connectionTimeout: REACHED_MS,
    greetingTimeout: REACHED_MS,
    socketTimeout: SILENT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: config.from,
      // As an object: what is in it is one address, whatever signs it holds.
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.key}@${domainOf(config)}>`,
      // A holiday note must not answer it (RFC 3834 section 5).
      headers: { 'Auto-Submitted': 'auto-generated' },
      signal: AbortSignal.any([closed, AbortSignal.timeout(LONGEST_SEND_MS)]),
    });
  } catch (error) {
    throw new MailRefused(closed.aborted ? 'Tendril was stopped while it was sending.' : saidBy(error), {
      cause: error,
    });
  } finally {
    transport.close();
  }
}

/** The server's own words where it said some, else why it was not reached. */
function saidBy(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'response' in error && typeof error.response === 'string' && error.response !== ''
    ? error.response
    : error.message;
}
