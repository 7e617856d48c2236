/** One letter, in both of the forms that mail programs show. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What makes a letter that is sent again the same letter to a mailbox: `digest.2026-11-23.…`. */
  readonly key: string;
}

/** Takes letters to a mail server. */
export interface Mailer {
  /** Whom they are from. */
  readonly from: string;
  /** @throws MailRefused with what the server said, or within a minute that it says nothing */
  send(mail: Mail): Promise<void>;
  /** Ends what is on its way, which is refused, and takes no more. */
  close(): void;
}

/** A letter that was not taken; the message holds the server's own words, or why it was not reached. */
export class MailRefused extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'MailRefused';
  }
}
