import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/domain/card/jscontact.ts';
import {
  applyCardForm,
  type BirthdayForm,
  birthdayProblem,
  type CardForm,
  toCardForm,
  yearOfAge,
} from './card-form.ts';

const card: Card = {
  '@type': 'Card',
  version: '1.0',
  uid: 'urn:uuid:5b2d7f7e-0001',
  name: {
    full: 'Amara Okafor',
    components: [
      { kind: 'given', value: 'Amara' },
      { kind: 'surname', value: 'Okafor', phonetic: 'oh-KAH-for' },
    ],
    sortAs: { surname: 'Okafor' },
  },
  organizations: { ORG1: { name: 'Delta Works', units: [{ name: 'Hydrology' }] }, ORG2: { name: 'Rowing club' } },
  titles: { T1: { name: 'Water engineer', organizationId: 'ORG1' }, T2: { name: 'Cox', kind: 'role' } },
  emails: {
    e1: { address: 'amara@delta.example', contexts: { work: true }, pref: 1 },
    e2: { address: 'amara@home.example', label: 'Rowing' },
  },
  phones: { p1: { number: 'tel:+31612345678', features: { mobile: true } } },
  onlineServices: { s1: { service: 'LinkedIn', uri: 'https://www.linkedin.com/in/amara' } },
  addresses: {
    h1: {
      components: [
        { kind: 'locality', value: 'Rotterdam' },
        { kind: 'country', value: 'Netherlands' },
      ],
      coordinates: 'geo:51.9,4.5',
    },
  },
  anniversaries: {
    a1: { kind: 'wedding', date: { year: 2011 } },
    a2: { kind: 'birth', date: { '@type': 'PartialDate', month: 5, day: 24 } },
  },
  notes: { n1: { note: 'Rows before work' } },
  vCardProps: [['x-unknown', {}, 'text', 'kept']],
};

const aBirthday = (given: Partial<BirthdayForm>): BirthdayForm => ({
  year: '',
  month: '',
  day: '',
  calendar: '',
  leap: false,
  ...given,
});
const edit = (change: Partial<CardForm>, of: Card = card): Card => applyCardForm(of, { ...toCardForm(of), ...change });

describe('the card form', () => {
  test('gives the same card when nothing was changed', () => {
    expect(applyCardForm(card, toCardForm(card))).toEqual(card);
    const bare: Card = { '@type': 'Card', version: '1.0', uid: 'x' };
    expect(applyCardForm(bare, toCardForm(bare))).toEqual(bare);
  });

  test('changes an address and keeps what else was known about it', () => {
    const [first, second] = toCardForm(card).emails;
    if (first === undefined || second === undefined) throw new Error('two addresses expected');
    const next = edit({
      emails: [
        { ...first, value: 'a.okafor@delta.example' },
        { ...second, place: 'home' },
      ],
    });
    expect(next.emails).toEqual({
      e1: { address: 'a.okafor@delta.example', contexts: { work: true }, pref: 1 },
      e2: { address: 'amara@home.example', label: 'Rowing', contexts: { private: true } },
    });
    expect(next.vCardProps).toEqual(card.vCardProps);
  });

  test('removes an emptied line and gives a new one a free key', () => {
    const next = edit({
      emails: [
        { id: 'e1', value: ' ', place: 'work' },
        { id: undefined, value: 'new@home.example', place: 'none' },
      ],
    });
    expect(next.emails).toEqual({ e3: { address: 'new@home.example' } });
    expect('phones' in edit({ phones: [] })).toBe(false);
  });

  test('rebuilds the whole name from an edited part and keeps the other part as it was', () => {
    expect(edit({ surname: 'Okafor-Lind' }).name).toEqual({
      full: 'Amara Okafor-Lind',
      components: [
        { kind: 'given', value: 'Amara' },
        { kind: 'surname', value: 'Okafor-Lind' },
      ],
      sortAs: { surname: 'Okafor' },
    });
  });

  test('keeps the order of a family-first name', () => {
    const wang: Card = {
      ...card,
      name: {
        full: '王小明',
        components: [
          { kind: 'surname', value: '王', phonetic: 'Wáng' },
          { kind: 'given', value: '小明' },
        ],
        isOrdered: true,
      },
    };
    expect(edit({ given: '小红' }, wang).name).toEqual({
      full: '王小红',
      components: [
        { kind: 'surname', value: '王', phonetic: 'Wáng' },
        { kind: 'given', value: '小红' },
      ],
      isOrdered: true,
    });
  });

  test('lets a whole name written anew stand alone', () => {
    expect(edit({ full: 'Dr Amara' }).name).toEqual({ full: 'Dr Amara', sortAs: { surname: 'Okafor' } });
  });

  test('changes the first organisation and the job title only', () => {
    const next = edit({ organization: 'Maas Barrier', title: '' });
    expect(next.organizations).toEqual({
      ORG1: { name: 'Maas Barrier', units: [{ name: 'Hydrology' }] },
      ORG2: { name: 'Rowing club' },
    });
    expect(next.titles).toEqual({ T2: { name: 'Cox', kind: 'role' } });
  });

  test('turns an address edited as a line into that line', () => {
    expect(edit({ addresses: [{ id: 'h1', value: 'Delft, Netherlands', place: 'none' }] }).addresses).toEqual({
      h1: { full: 'Delft, Netherlands' },
    });
  });

  test('adds the year to a birthday and leaves the wedding alone', () => {
    expect(edit({ birthday: aBirthday({ year: '1980', month: '5', day: '24' }) }).anniversaries).toEqual({
      a1: { kind: 'wedding', date: { year: 2011 } },
      a2: { kind: 'birth', date: { year: 1980, month: 5, day: 24 } },
    });
    expect(edit({ birthday: aBirthday({}) }).anniversaries).toEqual({
      a1: { kind: 'wedding', date: { year: 2011 } },
    });
  });

  test('keeps a birthday in the calendar it was entered in, and reads it back', () => {
    const birthday = aBirthday({ year: '2025', month: '6', day: '5', calendar: 'chinese', leap: true });
    const next = edit({ birthday });
    expect(next.anniversaries?.a2).toEqual({
      kind: 'birth',
      date: { year: 2025, month: 6, day: 5, calendarScale: 'chinese', 'tendril:leapMonth': true },
    });
    expect(toCardForm(next).birthday).toEqual(birthday);
    // No other calendar doubles its months.
    expect(edit({ birthday: { ...birthday, calendar: 'hebrew' } }).anniversaries?.a2?.date).toEqual({
      year: 2025,
      month: 6,
      day: 5,
      calendarScale: 'hebrew',
    });
    expect(edit({ birthday: aBirthday({ calendar: 'chinese' }) }).anniversaries).not.toHaveProperty('a2');
  });

  test('keeps a guessed age as the year it makes', () => {
    const next = edit({ birthday: aBirthday({ year: yearOfAge('40', '2026-11-23') }) });
    expect(next.anniversaries?.a2).toEqual({ kind: 'birth', date: { year: 1986 } });
  });

  test('tells an address of a profile from a handle', () => {
    const next = edit({
      services: [
        { id: 's1', service: 'LinkedIn', value: 'https://www.linkedin.com/in/okafor' },
        { id: undefined, service: 'Mastodon', value: '@amara' },
      ],
    });
    expect(next.onlineServices).toEqual({
      s1: { service: 'LinkedIn', uri: 'https://www.linkedin.com/in/okafor' },
      s2: { service: 'Mastodon', user: 'amara' },
    });
  });

  test('sets and clears pronouns', () => {
    const set = edit({ pronouns: 'she/her' });
    expect(set.speakToAs).toEqual({ pronouns: { q1: { pronouns: 'she/her' } } });
    expect('speakToAs' in edit({ pronouns: '' }, set)).toBe(false);
  });
});

test.each([
  [['', '', ''], undefined],
  [['', '2', '29'], undefined],
  [['2023', '2', '29'], 'impossible'],
  [['1980', '', ''], undefined],
  [['1980', '', '4'], 'incomplete'],
  [['', '4', '31'], 'impossible'],
  [['80000', '1', '1'], 'impossible'],
  [['', 'May', '1'], 'impossible'],
  [['', '13', '1'], 'impossible'],
  [['', '13', '30', 'hebrew'], undefined],
  [['1405', '6', '31', 'persian'], undefined],
  [['1405', '7', '31', 'persian'], 'impossible'],
  [['1448', '9', '31', 'islamic-umalqura'], 'impossible'],
  [['2017', '13', '6', 'ethiopic'], undefined],
  [['2017', '13', '7', 'ethiopic'], 'impossible'],
  [['2569', '5', '31', 'buddhist'], undefined],
] as const)('a birthday of %j is %s', ([year, month, day, calendar = ''], problem) => {
  expect(birthdayProblem(aBirthday({ year, month, day, calendar }))).toBe(problem);
});
