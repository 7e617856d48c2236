import { expect, it } from 'vitest';

const NOON_UTC = Temporal.Instant.from('2026-07-01T12:00:00Z');
const LOCAL = { 'America/Los_Angeles': '2026-07-01T05:00:00', 'Pacific/Kiritimati': '2026-07-02T02:00:00' };

it('runs in the time zone that its project names, for Temporal, Date and Intl alike', () => {
  const zone = process.env.TZ;
  expect(Object.keys(LOCAL)).toContain(zone);
  expect(Temporal.Now.timeZoneId()).toBe(zone);
  expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  const local = NOON_UTC.toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDateTime();
  expect(Object.entries(LOCAL)).toContainEqual([zone, local.toString()]);
  const date = new Date(NOON_UTC.epochMilliseconds);
  expect([date.getDate(), date.getHours()]).toEqual([local.day, local.hour]);
});
