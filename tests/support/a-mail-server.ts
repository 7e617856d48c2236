import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  /** As it went over the line: headers, then the parts. */
  readonly raw: string;
}

/** A real mail server on a free port of this machine, that keeps what it is sent. */
export interface MailServer {
  /** For `TENDRIL_SMTP_URL`. */
  readonly url: string;
  readonly letters: readonly Letter[];
  /** What it says to the next letters instead of taking them: `550 5.1.1 No such mailbox`. */
  refusal: string | undefined;
  /** Before it answers a letter it waits for this. */
  gate: Promise<unknown> | undefined;
  close(): Promise<void>;
}

const USER = 'ines@example.org';
const PASSWORD = 'a pass@word';

export async function startMailServer(): Promise<MailServer> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    // Over loopback nobody listens in; encryption has tests of its own where the address is read.
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, _session, callback) {
      if (username === USER && password === PASSWORD) callback(null, { user: username });
      else callback(refused('535 5.7.8 Authentication failed'));
    },
    onData(stream, session, callback) {
      const { mailFrom, rcptTo } = session.envelope;
      void text(stream).then(async (raw) => {
        await mailServer.gate;
        if (mailServer.refusal !== undefined) return callback(refused(mailServer.refusal));
        letters.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw,
        });
        callback(null);
      });
    },
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const mailServer: MailServer = {
    url: `smtp://${encodeURIComponent(USER)}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}`,
    letters,
    refusal: undefined,
    gate: undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return mailServer;
}

function refused(reply: string): Error {
  return Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) });
}

/** The text of a letter in one of its forms, decoded, lines as they end here. */
export function partOf(letter: Letter, type: 'text/plain' | 'text/html'): string {
  return decodedPart(letter, type).replaceAll('\r\n', '\n');
}

function decodedPart({ raw }: Letter, type: string): string {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? '';
  const part = raw.split(`--${boundary}`).find((each) => each.includes(`Content-Type: ${type}`)) ?? '';
  const [head = '', ...body] = part.split('\r\n\r\n');
  const content = body.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(content, 'base64').toString();
  if (!/quoted-printable/i.test(head)) return content;
  const bytes = content
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
