import { expect, it } from 'vitest';
import type { CalendarDate } from '../../src/domain/dates.ts';
import type { HolidayQuery, HolidaySource } from '../../src/domain/keeping/holidays.ts';
import { exportAll } from '../../src/services/export.service.ts';
import { doctor } from '../../src/services/maintenance.service.ts';
import { updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { updateSettings } from '../../src/services/settings.service.ts';
import { getToday, getTodayPage } from '../../src/services/today.service.ts';
import { aVCard, describeNetworks, importFiles, rowsOf, type TestNetwork } from '../support/a-network.ts';

const textsOf = async (t: TestNetwork, on: string) =>
  (await getToday(t.context({ on }), { all: true })).items.flatMap((item) => item.reasons.map(({ text }) => text));

async function pageOf(t: TestNetwork, name: string) {
  const { person_state: states = [] } = await rowsOf(t, ['person_state']);
  const row = states.find((state) => state.name === name);
  return getPersonPage(t.context(), String(row?.person_id));
}

async function calendarOf(t: TestNetwork): Promise<string> {
  let text = '';
  for await (const part of (await exportAll(t.context(), 'ics')).parts) text += part;
  return text.replaceAll(/\r\n[ \t]/g, '');
}

describeNetworks('dates', (open) => {
  it('of another calendar are on the list on the day they fall on, and on the page in both calendars', async () => {
    const t = await open();
    await importFiles(t, {
      'a.vcf':
        // The third year of the 78th cycle, tenth month, nineteenth day, as Apple writes it.
        aVCard('FN:Mei Tan', 'N:Tan;Mei;;;', 'BDAY:1986-11-20', 'X-ALTBDAY;CALSCALE=chinese:007800031019') +
        aVCard('FN:Noa Levi', 'N:Levi;Noa;;;', 'BDAY;CALSCALE=hebrew:57460714'),
    });
    expect(await textsOf(t, '2026-11-23')).toEqual([
      'Mei turned forty on Friday; a late wish is still welcome.',
      'Mei’s birthday by the Chinese calendar is on Friday.',
    ]);
    expect(await textsOf(t, '2026-11-27')).toContain('It is Mei’s birthday by the Chinese calendar today.');
    expect(await textsOf(t, '2027-03-23')).toEqual(['It is Noa’s birthday by the Hebrew calendar today.']);
    const { week } = await getTodayPage(t.context({ on: '2026-11-24' }), {});
    expect(week).toMatchObject([{ date: '2026-11-27', text: 'has their birthday by the Chinese calendar' }]);
    expect((await pageOf(t, 'Mei Tan')).occasions).toMatchObject([
      { label: 'birthday', written: '20 November 1986', next: '2027-11-20', turns: 41 },
      {
        label: 'birthday by the Chinese calendar',
        written: 'tenth month, day 19, 1986',
        next: '2026-11-27',
        turns: null,
      },
    ]);
    expect((await pageOf(t, 'Mei Tan')).age).toEqual({ years: 40, about: false });
    expect(await calendarOf(t)).toMatch(
      /DTSTART;VALUE=DATE:20261127\r\nSUMMARY:Mei Tan’s birthday \(Chinese calendar\)/,
    );
    expect((await doctor(t.context())).problems).toEqual([]);
  });

  it('of which little is known say no more than that', async () => {
    const t = await open();
    await importFiles(t, {
      'a.vcf':
        aVCard('FN:Ada Year', 'N:Year;Ada;;;', 'BDAY:1958') +
        aVCard('FN:Ben Month', 'N:Month;Ben;;;', 'BDAY:--05') +
        aVCard('FN:Cy Both', 'N:Both;Cy;;;', 'BDAY:1990-05'),
    });
    expect(await textsOf(t, '2027-04-30')).toEqual([]);
    expect((await textsOf(t, '2027-05-02')).toSorted()).toEqual([
      'Ben’s birthday is sometime in May.',
      'Cy’s birthday is sometime in May.',
    ]);
    expect(await textsOf(t, '2027-05-20')).toEqual([]);
    expect((await pageOf(t, 'Ada Year')).age).toEqual({ years: 68, about: true });
    expect((await pageOf(t, 'Ben Month')).age).toBeNull();
    expect((await pageOf(t, 'Cy Both')).age).toEqual({ years: 36, about: false });
    expect((await pageOf(t, 'Ben Month')).occasions).toMatchObject([{ written: 'May', next: null, turns: null }]);
    expect((await doctor(t.context())).problems).toEqual([]);
  });

  it('of the dead are kept and never brought up', async () => {
    const t = await open();
    await importFiles(t, {
      'a.vcf':
        aVCard('FN:Ida Past', 'BDAY:1940-11-23', 'DEATHDATE:2020-11-23') + aVCard('FN:Otto Past', 'BDAY:1940-11-23'),
    });
    await updatePerson(t.context(), (await pageOf(t, 'Otto Past')).id, { deceased: true });
    expect(await textsOf(t, '2026-11-23')).toEqual([]);
    expect((await getTodayPage(t.context(), {})).week).toEqual([]);
    expect(await calendarOf(t)).not.toContain('VEVENT');
    const page = await pageOf(t, 'Ida Past');
    expect(page.age).toBeNull();
    expect(page.occasions).toMatchObject([
      { kind: 'birth', next: null, turns: null },
      { kind: 'death', written: '23 November 2020', next: null, turns: null },
    ]);
  });

  it('that are holidays where people live are a word beside other reasons, unless the owner wants none', async () => {
    const t = await open();
    const asked: HolidayQuery[] = [];
    const almanac: HolidaySource = async (query) => {
      asked.push(query);
      return new Map(
        query.countries.map((country) => [country, [{ date: '2026-11-26' as CalendarDate, name: 'Feast' }]]),
      );
    };
    const context = () => ({ ...t.context({ on: '2026-11-23' }), store: { ...t.store, holidays: almanac } });
    await importFiles(t, {
      'a.vcf':
        aVCard('FN:Ana Reis', 'N:Reis;Ana;;;', 'BDAY:1980-11-23', 'ADR:;;;Lisbon;;;Portugal') +
        aVCard('FN:Bo Falk', 'N:Falk;Bo;;;', 'BDAY:1980-11-23', 'TEL:+46 8 123 456 00') +
        aVCard('FN:Cas Smit', 'N:Smit;Cas;;;', 'BDAY:1980-11-23') +
        aVCard('FN:Dan Idle', 'TEL:+1 212 555 0123'),
    });
    const texts = async () =>
      (await getToday(context(), { all: true })).items
        .map(
          ({ name, reasons }) =>
            `${name}: ${reasons
              .slice(1)
              .map(({ text }) => text)
              .join()}`,
        )
        .toSorted();
    expect(await texts()).toEqual([
      'Ana Reis: Feast (Portugal) is on Thursday.',
      'Bo Falk: Feast (Sweden) is on Thursday.',
      'Cas Smit: Feast is on Thursday.',
    ]);
    expect(asked).toEqual([{ countries: ['NL', 'PT', 'SE'], years: [2026], language: 'en' }]);
    await updateSettings(t.context(), { holidays: false });
    expect(await texts()).toEqual(['Ana Reis: ', 'Bo Falk: ', 'Cas Smit: ']);
    expect(asked).toHaveLength(1);
  });

  it('of 29 February are kept by the one rule everywhere', async () => {
    const t = await open();
    await importFiles(t, { 'a.vcf': aVCard('FN:Lea Leap', 'N:Leap;Lea;;;', 'BDAY:2000-02-29') });
    for (const [rule, kept, other] of [
      ['feb-28', '2027-02-28', '2027-03-01'],
      ['mar-1', '2027-03-01', '2027-02-28'],
    ] as const) {
      await updateSettings(t.context(), { leapDayRule: rule });
      expect(await textsOf(t, kept)).toEqual(['Lea turns twenty-seven today.']);
      expect(await textsOf(t, other)).not.toEqual(['Lea turns twenty-seven today.']);
      expect((await pageOf(t, 'Lea Leap')).occasions).toMatchObject([{ next: kept, turns: 27 }]);
      expect((await getTodayPage(t.context({ on: '2027-02-27' }), {})).week).toMatchObject([{ date: kept }]);
      expect(await calendarOf(t)).toContain(rule === 'feb-28' ? 'BYMONTHDAY=-1' : 'BYYEARDAY=60');
    }
  });
});
