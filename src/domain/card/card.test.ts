import { describe, expect, it } from 'vitest';
import {
  birthday,
  currentOrganization,
  headlineOf,
  isDeceased,
  nicknamesOf,
  occasionsOf,
  photoOf,
  placeOf,
  primaryEmail,
  primaryPhone,
  profilesOf,
  timeZoneOf,
} from './card.ts';
import type { Card } from './jscontact.ts';

function aCard(fields: Partial<Card>): Card {
  return { '@type': 'Card', version: '1.0', uid: '', ...fields };
}

describe('answers about a card', () => {
  it('prefers what the card prefers', () => {
    const card = aCard({
      emails: {
        e1: { address: 'a@x.example' },
        e2: { address: 'b@x.example', pref: 2 },
        e3: { address: 'c@x.example', pref: 1 },
      },
      phones: {
        p1: { number: '1', features: { fax: true }, pref: 1 },
        p2: { number: '2' },
        p3: { number: '3', features: { mobile: true } },
      },
      nicknames: { k1: { name: 'late' }, k2: { name: 'first', pref: 1 } },
      media: { m1: { kind: 'logo', uri: 'l', pref: 1 }, m2: { kind: 'photo', uri: 'p' } },
    });
    expect([primaryEmail(card), primaryPhone(card), photoOf(card)?.uri]).toEqual(['c@x.example', '3', 'p']);
    expect(nicknamesOf(card)).toEqual(['first', 'late']);
    expect(primaryEmail(aCard({}))).toBeUndefined();
  });

  it('says where someone works and as what', () => {
    const card = aCard({
      organizations: { o1: { name: 'Acme' }, o2: { name: 'Globex', pref: 1 } },
      titles: {
        t1: { name: 'Clerk', organizationId: 'o1' },
        t2: { name: 'CTO', kind: 'title', organizationId: 'o2' },
        t3: { name: 'Builder', kind: 'role' },
      },
    });
    expect(currentOrganization(card)).toEqual({ organization: 'Globex', title: 'CTO' });
    expect(headlineOf(card)).toBe('CTO, Globex');
    expect(headlineOf(aCard({ titles: { t1: { name: 'Poet' } } }))).toBe('Poet');
    expect(
      currentOrganization(aCard({ organizations: { o1: { name: 'A' } }, titles: { t1: { name: 'B', kind: 'role' } } })),
    ).toEqual({ organization: 'A', title: 'B' });
    expect(headlineOf(aCard({}))).toBeUndefined();
  });

  it('knows the days that return', () => {
    const card = aCard({
      anniversaries: {
        d1: { kind: 'birth', date: { month: 1, day: 23, calendarScale: 'chinese' } },
        d2: { kind: 'birth', date: { '@type': 'Timestamp', utc: '1984-02-24T23:10:00Z' } },
        d3: { kind: 'death', date: { year: 2020 } },
        d4: { kind: 'other', label: 'First met', date: { year: 2011, month: 3, day: 1 } },
      },
    });
    expect(birthday(card)).toEqual({ year: 1984, month: 2, day: 24 });
    expect(isDeceased(card)).toBe(true);
    expect(occasionsOf(card).map(({ id, kind, label }) => [id, kind, label])).toEqual([
      ['d1', 'birth', undefined],
      ['d2', 'birth', undefined],
      ['d4', 'other', 'First met'],
    ]);
    expect([birthday(aCard({})), isDeceased(aCard({}))]).toEqual([undefined, false]);
  });

  it('gathers profiles from services and from web addresses, each once', () => {
    const card = aCard({
      onlineServices: {
        s1: { service: 'LinkedIn', uri: 'https://www.linkedin.com/in/Ada/' },
        s2: { service: 'Signal', user: 'ada.01' },
      },
      links: {
        u1: { uri: 'http://linkedin.com/in/ada' },
        u2: { uri: 'https://github.com/ada' },
        u3: { uri: 'https://ada.example' },
      },
    });
    expect(profilesOf(card)).toEqual([
      { service: 'LinkedIn', user: 'ada', uri: 'https://www.linkedin.com/in/Ada/' },
      { service: 'Signal', user: 'ada.01' },
      { service: 'GitHub', user: 'ada', uri: 'https://github.com/ada' },
    ]);
  });

  it('places someone at home rather than at work', () => {
    const card = aCard({
      addresses: {
        a1: { contexts: { work: true }, components: [{ kind: 'locality', value: 'Paris' }] },
        a2: { contexts: { private: true }, components: [{ kind: 'locality', value: 'Lyon' }] },
        a3: { timeZone: 'Europe/Paris' },
      },
    });
    expect([placeOf(card), timeZoneOf(card)]).toEqual(['Lyon', 'Europe/Paris']);
    expect(placeOf(aCard({ addresses: { a1: { components: [{ kind: 'country', value: 'Peru' }] } } }))).toBe('Peru');
    expect(placeOf(aCard({ addresses: { a1: { coordinates: 'geo:1,2' } } }))).toBeUndefined();
  });
});
