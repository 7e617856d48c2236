import type { Delivery, Digest } from '../../contract/shapes.ts';
import { dayAt, longDay, nearDay } from './days.ts';
import { indented, type Page, table } from './text.ts';

const STATES: Readonly<Record<Delivery['state'], string>> = {
  due: 'waits for its hour',
  sending: 'is being sent',
  delivered: 'sent',
  failed: 'will be tried again',
  'gave-up': 'given up',
  missed: 'missed',
  empty: 'nobody waited',
};

/** How it stands with the mail of the morning, then what became of the last. */
export function renderDigest(digest: Digest, zone: string, page: Page): string {
  const lines = indented(sentenceOf(digest, zone, page), page, { by: 0 });
  if (digest.deliveries.length === 0) return `${lines.join('\n')}\n`;
  const rows = table(
    digest.deliveries,
    [
      { title: 'Day', text: ({ day }) => nearDay(day, page), least: 8 },
      { title: 'Mail', text: ({ state }) => STATES[state] },
      { title: 'At', text: ({ deliveredAt }) => (deliveredAt === null ? '' : timeAt(deliveredAt, zone)) },
      { title: '', text: ({ error }) => error ?? '', paint: (text) => page.style.warn(text) },
    ],
    page,
  );
  return `${[...lines, '', ...rows].join('\n')}\n`;
}

function sentenceOf({ on, from, to, nextAt }: Digest, zone: string, page: Page): string {
  if (from === null)
    return 'No mail server is named: set TENDRIL_SMTP_URL and TENDRIL_MAIL_FROM. The mail can be read all the same: tendril digest --to-stdout';
  if (!on) return 'The mail of the morning is off. Turn it on: tendril settings --set digest=on';
  if (to === null) return 'There is no address to send to: tendril settings --set digestAddress=YOU@EXAMPLE.ORG';
  const next =
    nextAt === null ? '' : ` The next is due on ${longDay(dayAt(nextAt, zone), page)} at ${timeAt(nextAt, zone)}.`;
  return `Today goes to ${to} while tendril serve runs.${next}`;
}

function timeAt(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}
