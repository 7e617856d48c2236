import type { Channel } from '../words.ts';
import { profilesOf } from './card.ts';
import { byPreference } from './entries.ts';
import type { Address, Card } from './jscontact.ts';

/** One number or address, and one thing to do with it. */
export interface ContactLine {
  readonly channel: Channel;
  readonly label: string;
  /** Absent when nothing opens it. */
  readonly href: string | undefined;
}

/** A postal address is a way to reach someone, but opens no app; nor does a link of a kind nobody knows. */
export function opensAnApp(href: string): boolean {
  return /^(https?|mailto|tel|sms):/i.test(href);
}

/**
 * Everything on a card one can reach a person by: the ways that were chosen, one a channel, then what else is written there:
 * further numbers, addresses, profiles and pages.
 */
export function contactLines(
  card: Card,
  chosen: readonly { readonly channel: Channel; readonly label: string; readonly href: string }[],
): readonly ContactLine[] {
  const known = new Set(chosen.flatMap(({ label, href }) => [label, href]));
  const lines = [...chosen];
  const add = (line: (typeof chosen)[number], names: readonly (string | undefined)[] = []) => {
    const isKnown = [line.label, ...names].some((name) => name !== undefined && known.has(name));
    known.add(line.label).add(line.href);
    if (!isKnown && line.label !== '') lines.push(line);
  };
  for (const { address } of byPreference(card.emails))
    add({ channel: 'email', label: address, href: `mailto:${encodeURIComponent(address).replace('%40', '@')}` });
  for (const { number } of byPreference(card.phones)) {
    const label = number.replace(/^tel:/, '');
    add({ channel: 'phone', label, href: `tel:${number.replace(/[^\d+]/g, '')}` }, [number]);
  }
  for (const { service, user, uri } of profilesOf(card)) {
    const label = uri ?? [service, user].filter(Boolean).join(': ');
    add({ channel: 'other', label, href: uri ?? '' }, [user, user?.replace(/^@/, ''), lastPart(uri)]);
  }
  for (const { uri } of byPreference(card.links)) add({ channel: 'other', label: uri, href: uri });
  for (const address of byPreference(card.addresses)) add({ channel: 'card', label: addressLine(address), href: '' });
  return lines.map(({ channel, label, href }) => ({ channel, label, href: opensAnApp(href) ? href : undefined }));
}

/** A profile is known by its user, which is the last part of its address. */
function lastPart(uri: string | undefined): string | undefined {
  const path = uri?.replace(/[?#].*$/, '').replace(/\/+$/, '');
  return path?.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1).replace(/^@/, '');
}

/** A postal address in one line. */
export function addressLine({ full, components = [] }: Address): string {
  return (
    full ??
    components
      .filter(({ kind }) => kind !== 'separator')
      .map(({ value }) => value)
      .join(', ')
  );
}
