import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCandidate, aFact, aTouch, day } from '../../../tests/support/a-candidate.ts';
import { selectToday } from '../../../tests/support/select-today.ts';
import { CHANNELS, type Channel, FACT_KINDS } from '../words.ts';
import type { Candidate } from './candidate.ts';
import { DEFAULT_TODAY_SETTINGS } from './candidate.ts';
import { channelFor } from './channel.ts';
import { openerFor } from './opener.ts';
import { reasonsFor } from './reasons.ts';

const TODAY = day('2026-11-23');
const settings = DEFAULT_TODAY_SETTINGS;
const NAMES = ['Ada Brandt', '王小明', 'Björk', 'محمد علي', 'Ìyá Àgbà', 'Jean-Luc', 'Åse', 'Prince', 'O’Neil Ray'];

function draft(given: Partial<Candidate>, channel: Channel = 'text', used?: Set<string>) {
  const candidate = aCandidate(given);
  return openerFor(candidate, {
    reasons: reasonsFor(candidate, { today: TODAY, settings }),
    channel,
    today: TODAY,
    ...(used && { used }),
  });
}

/** Every situation a draft may be made for. */
const SITUATIONS: readonly Partial<Candidate>[] = [
  {},
  { rhythmDays: 30, nextTouch: TODAY },
  {
    followUp: { touchId: 't', metOn: day('2026-11-21'), due: day('2026-11-22'), firstMeeting: true, place: 'the fair' },
  },
  {
    followUp: {
      touchId: 't',
      metOn: day('2026-11-21'),
      due: day('2026-11-22'),
      firstMeeting: true,
      channel: 'linkedin',
    },
  },
  {
    followUp: {
      touchId: 't',
      metOn: day('2026-11-21'),
      due: day('2026-11-22'),
      firstMeeting: false,
      text: 'send her the paper',
    },
  },
  { awaitingReply: { since: day('2026-11-19'), summary: '', channel: 'email' } },
  { promises: [{ id: 'p', by: 'me', text: 'the book', due: TODAY, madeOn: day('2026-11-01') }] },
  {
    promises: [{ id: 'p', by: 'them', text: 'send me the recipe', due: day('2026-11-10'), madeOn: day('2026-11-01') }],
  },
  { occasions: [{ kind: 'birth', date: { month: 11, day: 23 } }] },
  { occasions: [{ kind: 'birth', date: { month: 11, day: 26 } }] },
  { occasions: [{ kind: 'birth', date: { month: 11, day: 21 } }] },
  { occasions: [{ kind: 'wedding', date: { year: 2001, month: 11, day: 23 } }] },
  { occasions: [{ kind: 'x-memorial', label: 'Her mother died', date: { month: 11, day: 25 } }] },
  { reminders: [{ id: 'r', date: TODAY, text: 'Ask him how the exam went' }] },
  { reminders: [{ id: 'r', date: TODAY, text: 'buy a surprise gift' }] },
];
const STIFF =
  /touch(?:ing)? base|circle back|hope this (?:e-?mail |message )?finds|reach(?:ing)? out|synerg|pick your brain|follow(?:ing)? up|undefined|null|NaN|[{}]|\b(?:she|he|her|him|his)\b/i;

describe('every draft', () => {
  test('has no unfilled slot, no stiff phrase and no guess at a gender, for any name, channel and reason', () => {
    for (const [i, situation] of SITUATIONS.entries()) {
      for (const channel of CHANNELS) {
        const name = NAMES[i % NAMES.length] ?? '';
        const text = draft({ name, given: i % 2 === 0 ? (name.split(' ')[0] ?? '') : '', ...situation }, channel);
        // A call may repeat the owner's own note about a promise or a reminder, pronouns and all.
        const said = ['phone', 'video', 'in-person', 'event'].includes(channel)
          ? text.replace(/(?:note|to|stands|promised|reminded): [^.]+|“[^”]*”|^[^.]* is on [^.]+|^[^.]*died[^.]*/g, '')
          : text;
        expect(`${channel}: ${said}`).not.toMatch(STIFF);
        expect(said).not.toMatch(/ {2,}|\.\.|\?\.| ,|buy a surprise|“”/u);
        expect(text).toMatch(/[.!?]$/);
        expect(text.length).toBeGreaterThan(15);
      }
    }
  });

  test('never says what is private, unkind, or meant for the owner alone', () => {
    const facts = [
      aFact('family', 'father Chidi is ill', { private: true }),
      aFact('gift-idea', 'a sextant'),
      aFact('interest', 'hates jazz'),
      aFact('offer', 'can review grants'),
      aFact('work', 'secretly applying to Alma'),
    ];
    for (const channel of CHANNELS) {
      const text = draft(
        { facts, ...aTouch('2026-08-21', "Don't bring up the move. In confidence: the firm is closing.") },
        channel,
      );
      expect(text).not.toMatch(/chidi|father|sextant|jazz|grants|alma|move|firm|confidence/i);
    }
  });

  test('holds a word of the last conversation or of a fact whenever there is one', () => {
    const cases: [string, RegExp][] = [
      ['talked about tidal power', /tidal power/],
      ['Her father had surgery; she is taking the nights', /father/],
      ["Lunch, Ada's daughter starts school, send her the book", /daughter/],
      ['Coffee', /coffee/],
      ['she is learning Welsh', /learning Welsh/],
      ['job interview on Friday', /interview/],
      ['wants to visit in spring', /visit/],
      ['sent her the article on tides', /tides/],
      ['hiked up the Rigi', /Rigi/],
    ];
    for (const [summary, word] of cases) {
      for (const channel of CHANNELS)
        expect(draft({ ...aTouch('2026-09-01', summary), rhythmDays: 30, nextTouch: TODAY }, channel)).toMatch(word);
    }
    for (const [kind, text, word] of [
      ['interest', 'rows before work', /row/],
      ['goal', 'wants to teach', /teach/],
      ['family', 'married to Sam', /Sam/],
      ['preference', 'vegetarian', /vegetarian/],
    ] as const) {
      for (const channel of CHANNELS)
        expect(draft({ facts: [aFact(kind, text)], rhythmDays: 30, nextTouch: TODAY }, channel)).toMatch(word);
    }
  });

  test('reads nobody a note nobody could make a sentence of', () => {
    for (const summary of ['聊到他的新书', 'Gespräch über Gezeitenkraft'])
      expect(draft({ ...aTouch('2026-09-01', summary), rhythmDays: 30, nextTouch: TODAY })).not.toMatch(
        /聊到他的新书|Gezeitenkraft|“/,
      );
  });

  test('does not tell them what the owner told them of themselves, nor speaks of a message as if it were theirs', () => {
    expect(draft(aTouch('2026-09-01', 'Told her I still practise first aid'))).not.toMatch(/I still practise/);
    const mine = aTouch('2026-09-01', 'Wrote about owning fewer things', { channel: 'email', direction: 'mine' });
    expect(draft(mine)).not.toMatch(/my e-mail/i);
    expect(draft(mine)).toMatch(/owning fewer things/);
    expect(draft(aTouch('2026-09-01', 'Talked about knots and what they hold'))).not.toMatch(/and what\b/);
  });

  test('speaks to the person of themselves, and of others by name only where it is their story', () => {
    expect(draft(aTouch('2026-09-01', "Ada's daughter starts school", { people: 2 }))).toMatch(
      /your daughter was starting school/,
    );
    expect(
      draft({
        name: 'Grace Achieng',
        ...aTouch('2026-09-01', "Lunch with Ada, Ada's daughter starts school", { people: 2 }),
      }),
    ).toMatch(/our lunch/);
    expect(draft(aTouch('2026-09-01', 'Coffee. Her father had surgery and he is weak'))).not.toMatch(/you are weak/);
    expect(draft(aTouch('2026-09-01', 'she was moving and her sister helps'))).not.toMatch(
      /your sister helps you|you was/,
    );
  });

  test('is the same all day and another tomorrow for most', () => {
    const one = aCandidate({ ...aTouch('2026-09-01', 'talked about tidal power') });
    const at = (today: string, personId: string) =>
      openerFor({ ...one, personId }, { reasons: [], channel: 'text', today: day(today) });
    expect(at('2026-11-23', 'a')).toBe(at('2026-11-23', 'a'));
    const changed = Array.from(
      { length: 40 },
      (_, i) => at('2026-11-23', `p${i}`) !== at('2026-11-24', `p${i}`),
    ).filter(Boolean);
    expect(changed.length).toBeGreaterThan(20);
  });

  test('survives any note at all', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ maxLength: 60 }),
        fc.constantFrom(...FACT_KINDS),
        fc.constantFrom(...CHANNELS),
        fc.constantFrom(...SITUATIONS),
        (note, fact, kind, channel, situation) => {
          const text = draft(
            {
              ...aTouch('2026-09-01', note, { topic: fact, place: note.slice(0, 20) }),
              facts: [aFact(kind, fact)],
              ...situation,
            },
            channel,
          );
          expect(text).not.toMatch(/undefined|\$\{|[{}]/);
          expect(text.length).toBeGreaterThan(15);
          expect(text.length).toBeLessThan(700);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('the length', () => {
  test('is one or two sentences in a text, more with a greeting line in an e-mail', () => {
    const given = {
      rhythmDays: 91,
      nextTouch: TODAY,
      ...aTouch('2026-08-21', 'talked about tidal power'),
      facts: [aFact('goal', 'wants to teach one day')],
    };
    const text = draft(given, 'whatsapp');
    expect(text.length).toBeLessThan(200);
    expect(text).not.toContain('\n');
    const mail = draft(given, 'email');
    expect(mail).toMatch(/^(?:Hi|Hello|Dear) Ada,\n\n\S/);
    expect(mail).toMatch(/tidal power[\s\S]*teach one day/);
    expect(mail.split(/[.?!](?:\s|$)/).filter(Boolean).length).toBeLessThanOrEqual(5);
    expect(draft(given, 'card')).toMatch(/^Dear Ada, /);
    expect(draft(given, 'phone')).toMatch(/\bAda\b/);
  });
});

test('what was learned from a note is asked about, rather than the note read out', () => {
  const touch = aTouch('2026-11-21', 'Met Nora Quist, head of design at Fjordlys, she’s looking for a ceramicist');
  const met = { touchId: 't', metOn: day('2026-11-21'), due: day('2026-11-22'), firstMeeting: true };
  const facts = [aFact('need', 'looking for a ceramicist')];
  for (const channel of ['in-person', 'text', 'email'] as const) {
    const line = draft({ name: 'Nora Quist', given: 'Nora', ...touch, followUp: met, facts }, channel);
    expect(line).toContain('ceramicist');
    expect(line).not.toContain('Met Nora');
  }
});

test('a title of several words is in small letters like any other', () => {
  const facts = [aFact('work', 'Managing Partner at Baker & Kline')];
  expect(draft({ facts, rhythmDays: 30, nextTouch: TODAY }, 'phone')).toContain('a managing partner at Baker');
});

test('a message that waits for an answer is not said twice to be one', () => {
  const candidate = aCandidate({
    name: 'Hannah Fischer',
    given: 'Hannah',
    awaitingReply: {
      since: day('2026-11-15'),
      summary: 'Hannah emailed me about the grant deadline',
      channel: 'email',
    },
  });
  const [reason] = reasonsFor(candidate, { today: TODAY, settings });
  expect(reason?.text).toMatch(/is waiting for an answer: about the grant deadline\.$/);
  const line = draft(candidate, 'email');
  expect(line).toContain('You wrote about the grant deadline.');
  expect(line.match(/e-?mail/g)).toHaveLength(1);
  expect(draft(candidate, 'phone')).toContain('“about the grant deadline”');
});

describe('a coming day goes before the time that has passed', () => {
  const due = { rhythmDays: 30, nextTouch: day('2026-11-01'), ...aTouch('2026-08-21', 'talked about tidal power') };
  const birthday = { occasions: [{ kind: 'birth', date: { month: 11, day: 26 } }] } as const;

  test('in every channel', () => {
    expect(reasonsFor(aCandidate({ ...due, ...birthday }), { today: TODAY, settings })[0]?.kind).toBe('rhythm');
    for (const channel of CHANNELS)
      expect(`${channel}: ${draft({ ...due, ...birthday }, channel)}`).toMatch(/birthday|your day|big day|Thursday/i);
  });

  test('but not before what somebody waits for', () => {
    const promises = [{ id: 'p', by: 'me', text: 'the book', due: TODAY, madeOn: day('2026-11-01') }] as const;
    expect(draft({ ...due, ...birthday, promises }, 'text')).toContain('book');
  });

  test('and without one the draft is about the last conversation', () => {
    expect(draft(due, 'text')).toContain('tidal power');
    expect(draft(due, 'text')).not.toMatch(/birthday/i);
  });
});

test('no two people hear the same line on one day', () => {
  const touch = aTouch('2026-08-21', 'talked about tidal power');
  const people = Array.from({ length: 16 }, (_, i) =>
    aCandidate({ personId: `p${i}`, name: 'Ada Brandt', rhythmDays: 30, nextTouch: TODAY, ...(i % 2 === 0 && touch) }),
  );
  const plan = selectToday({ today: TODAY, settings: { ...settings, capacity: 8 }, candidates: people });
  const lines = plan.items.map((item) => item.opener);
  expect(new Set(lines).size).toBe(8);
  const used = new Set<string>();
  const many = Array.from({ length: 60 }, (_, i) =>
    draft({ personId: `q${i}`, name: `Ada${i} Brandt` }, 'text', used).replace(`Ada${i}`, ''),
  );
  expect(new Set(many).size).toBe(60);
});

describe('the channel', () => {
  const base = { channels: ['email', 'phone', 'whatsapp', 'linkedin'] as const, closeness: 0.55 };

  test('is the preferred one, else the last one the card can do, else the best it can', () => {
    expect(channelFor({ ...base, preferredChannel: 'card', lastChannel: 'email' })).toBe('card');
    expect(channelFor({ ...base, lastChannel: 'linkedin' })).toBe('linkedin');
    expect(channelFor({ ...base, lastChannel: 'signal' })).toBe('whatsapp');
    expect(channelFor({ ...base, lastChannel: 'in-person' })).toBe('whatsapp');
    expect(channelFor({ ...base, closeness: 0.1 })).toBe('email');
    expect(channelFor({ channels: [], closeness: 0.5, lastChannel: 'event' })).toBe('in-person');
    expect(channelFor({ channels: [], closeness: 0.5, lastChannel: 'email' })).toBe('other');
  });
});
