import type { Card } from './jscontact.ts';
import { normalizeProfileUrl, profileKeyOf } from './profiles.ts';

export { normalizeProfileUrl, type ProfileKey, parseProfileUrl } from './profiles.ts';

/** What is the same wherever a person appears. Two cards that share one are probably one person's. */
export interface Identity {
  readonly kind: 'uid' | 'profile' | 'email' | 'phone';
  readonly value: string;
}

/** Mailboxes of a role or a machine: several people stand behind them, or nobody. */
const ROLE_ADDRESSES = new Set(
  `abuse accounting accounts admin administration administrator billing booking bookings bounce bounces buchhaltung bureau careers chat
   clientes compliance contact contacto contacts contato crew customer customercare customerservice daemon donotreply enquiries enquiry events family
   feedback finance frontdesk hallo hello hello-team help helpdesk hi hostmaster hr info information infos inquiries invoice invoices it
   jobs kontakt legal list listserv mail mailbox mailer mailer-daemon mailing marketing media members membership newsletter newsletters
   no-reply nobody noreply notification notifications notify office orders partner partners payment payments postmaster pr press presse privacy
   reception recruiting recruitment registration replies reply reservations root sales secretary security sekretariat service services shop spam staff
   subscribe support system team tech test unsubscribe usenet verwaltung vertrieb webmaster welcome www`.split(/\s+/),
);
const MACHINE = /(?:^|[._-])(?:no-?reply|do-?not-?reply|bounces?|mailer-daemon|unsubscribe)(?:[._+-]|$)/;
const ADDRESS = /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+$/;

/** An e-mail address in the one form in which it is compared: bare, in lower case; '' when it is no address. */
export function normalizeEmail(text: string): string {
  const bare = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^.*<([^<>]*)>$/s, '$1')
    .replace(/\?.*$/, '')
    .trim()
    .toLowerCase()
    .normalize('NFC');
  return ADDRESS.test(bare) ? bare.replace(/\.$/, '') : '';
}

/** True for addresses such as `info@`, `sales@` or `noreply@`, which tell nobody from anybody. */
export function isRoleAddress(email: string): boolean {
  const local = email.slice(0, email.indexOf('@')).replace(/\+.*$/, '');
  return ROLE_ADDRESSES.has(local) || MACHINE.test(local);
}

/**
 * What identifies a person across sources, each once: the UID, profiles, e-mail addresses and phone numbers. Addresses of
 * a role, fax machines, pagers and switchboards are left out: many people share them.
 * @param toE164 reads a number in the network's country; undefined when it is not a whole, valid number
 */
export function identitiesOf(card: Card, toE164: (number: string) => string | undefined): Identity[] {
  const found = new Map<string, Identity>();
  const add = (kind: Identity['kind'], value: string | undefined): void => {
    if (value !== undefined && value !== '') found.set(`${kind} ${value}`, { kind, value });
  };
  add('uid', card.uid);
  for (const { service, uri, user } of Object.values(card.onlineServices ?? {})) {
    const byAddress = uri === undefined ? undefined : normalizeProfileUrl(uri);
    add(
      'profile',
      byAddress ?? (service !== undefined && user !== undefined ? profileKeyOf(service, user) : undefined),
    );
  }
  for (const { uri, kind } of Object.values(card.links ?? {}))
    if (kind === undefined) add('profile', normalizeProfileUrl(uri));
  for (const { address } of Object.values(card.emails ?? {})) {
    const email = normalizeEmail(address);
    if (!isRoleAddress(email)) add('email', email);
  }
  for (const { number, features = {} } of Object.values(card.phones ?? {})) {
    if (!features.fax && !features.pager && !features['main-number']) add('phone', toE164(number));
  }
  return [...found.values()];
}
