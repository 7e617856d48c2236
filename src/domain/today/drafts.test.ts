import { expect, test } from 'vitest';
import { aCandidate } from '../../../tests/support/a-candidate.ts';
import type { CalendarDate } from '../dates.ts';
import { generateNetwork } from '../demo/generate-network.ts';
import type { GeneratedTouch } from '../demo/network.ts';
import { CHANNELS, type Channel } from '../words.ts';
import type { Candidate, Occasion, Reason } from './candidate.ts';
import { openerFor } from './opener.ts';
import { reasonsFor } from './reasons.ts';

/*
 * What can be checked of a draft without reading it. The network tells some thousand things in the words of its owner; each
 * person is written to for another reason and over another channel in turn, so that most pairs come up.
 */

const TODAY = '2026-11-23' as CalendarDate;
const SPOKEN: ReadonlySet<Channel> = new Set(['phone', 'video', 'in-person', 'event']);
const LONGEST: Readonly<Partial<Record<Channel, number>>> = { email: 420, card: 420 };
const LONGEST_SHORT = 320;
const settings = { capacity: 5, leapDayRule: 'feb-28', noticeDays: 7, locale: 'en-GB' } as const;

const SITUATIONS: readonly ((touch: GeneratedTouch) => Partial<Candidate>)[] = [
  () => ({ rhythmDays: 30, nextTouch: TODAY }),
  () => ({ occasions: [birthday(23)] }),
  () => ({ occasions: [birthday(26)] }),
  () => ({ occasions: [birthday(20)] }),
  () => ({ occasions: [{ kind: 'wedding', date: { year: 2012, month: 11, day: 23 } }] }),
  (touch) => ({ awaitingReply: { since: '2026-11-19' as CalendarDate, summary: touch.summary, channel: 'email' } }),
  (touch) => ({
    followUp: {
      touchId: 't',
      metOn: '2026-11-21' as CalendarDate,
      due: TODAY,
      firstMeeting: touch.ref % 2 === 0,
      place: 'the fair',
    },
  }),
  () => ({
    promises: [{ id: 'p', by: 'me', text: 'send her the article', due: TODAY, madeOn: '2026-11-01' as CalendarDate }],
  }),
  () => ({
    promises: [
      {
        id: 'p',
        by: 'them',
        text: 'the seed list',
        due: '2026-11-16' as CalendarDate,
        madeOn: '2026-11-01' as CalendarDate,
      },
    ],
  }),
  () => ({ reminders: [{ id: 'r', date: TODAY, text: 'Ask how the interview went' }] }),
  () => ({ reminders: [{ id: 'r', date: TODAY, text: 'return the ladder' }] }),
];

function birthday(dayOfMonth: number): Occasion {
  return { kind: 'birth', date: { month: 11, day: dayOfMonth } };
}

interface Drafted {
  readonly candidate: Candidate;
  readonly channel: Channel;
  readonly lead: Reason | undefined;
  readonly text: string;
}

function draftsOf(seed: number): readonly Drafted[] {
  const network = generateNetwork({ seed, people: 220, touchesPerPerson: 8, today: TODAY, ownerName: 'Ines' });
  const last = new Map<number, GeneratedTouch>();
  for (const touch of network.touches) {
    if (touch.plan || !touch.personal) continue;
    for (const ref of touch.people) if ((last.get(ref)?.date ?? '') <= touch.date) last.set(ref, touch);
  }
  const facts = Map.groupBy(network.facts, (fact) => fact.person);
  const used = new Set<string>();
  return [...network.people].flatMap((person) => {
    const touch = last.get(person.ref);
    if (touch === undefined || person.deceased === true) return [];
    const channel = CHANNELS[(person.ref + seed) % CHANNELS.length] ?? 'text';
    const name = person.card.name?.full ?? '';
    const candidate = aCandidate({
      personId: `${seed}-${person.ref}`,
      name,
      given: name.split(' ')[0] ?? name,
      closeness: (person.ref % 10) / 10,
      lastTouch: {
        id: `${touch.ref}`,
        date: touch.date,
        channel: touch.channel,
        direction: touch.direction,
        summary: touch.summary,
        people: touch.people.length,
      },
      lastContact: touch.date,
      facts: (facts.get(person.ref) ?? []).map((fact, index) => ({
        id: `${index}`,
        kind: fact.kind,
        text: fact.text,
        private: fact.private,
      })),
      ...SITUATIONS[person.ref % SITUATIONS.length]?.(touch),
    });
    const reasons = reasonsFor(candidate, { today: TODAY, settings });
    return [
      { candidate, channel, lead: reasons[0], text: openerFor(candidate, { reasons, channel, today: TODAY, used }) },
    ];
  });
}

const DRAFTS = [3, 11, 29].flatMap(draftsOf);
const messages = DRAFTS.filter(({ channel }) => !SPOKEN.has(channel));

/** Without what stands in quotation marks: those are the owner's own words. */
function ownWords(text: string): string {
  return text.replace(/“[^”]*”/g, '“”');
}

function failing(drafts: readonly Drafted[], isWrong: (text: string, draft: Drafted) => boolean): readonly string[] {
  return drafts.filter((draft) => isWrong(draft.text, draft)).map(({ channel, text }) => `${channel}: ${text}`);
}

test('some hundred people are written to for every kind of reason', () => {
  expect(DRAFTS.length).toBeGreaterThan(500);
  expect(new Set(DRAFTS.flatMap(({ lead }) => lead?.kind ?? []))).toEqual(
    new Set(['rhythm', 'occasion', 'reply', 'follow-up', 'promise', 'reminder']),
  );
});

test('no draft has an unfilled slot, a doubled word or a phrase nobody would write', () => {
  expect(failing(DRAFTS, (text) => /undefined|null|NaN|[{}]|\[object|\u0001|\u0002/.test(text))).toEqual([]);
  expect(
    failing(DRAFTS, (text) =>
      /(?<![\p{L}’])(\p{L}{2,}) \1(?![\p{L}’])/iu.test(ownWords(text).replace(/\bthat that\b/g, '')),
    ),
  ).toEqual([]);
  const banned =
    /touch(?:ing)? base|circle back|reach(?:ing)? out|hope this|life is being good|as I remember it|how are things, now that|now that you|synerg|pick your brain|just checking in|following up/i;
  expect(failing(DRAFTS, (text) => banned.test(text))).toEqual([]);
  const unfinished = /\bnotes?\b.*“|from last time|\b(?:and|or) (?:what|how|why|when|where|who)[.?!]/i;
  expect(failing(messages, (text) => unfinished.test(text))).toEqual([]);
});

test('sentences begin with a capital, end, and close their quotations', () => {
  const low = /[.!?] (?:\p{Ll})/u;
  expect(failing(DRAFTS, (text) => low.test(ownWords(text)) || /\n\p{Ll}/u.test(text))).toEqual([]);
  expect(failing(DRAFTS, (text) => !/[.!?]$/.test(text) || /\.\.|[?!]\.| [,.?!]| {2}/.test(text))).toEqual([]);
  expect(failing(DRAFTS, (text) => (text.match(/“/g) ?? []).length !== (text.match(/”/g) ?? []).length)).toEqual([]);
});

test('verbs agree with "you", and nobody is called she or he', () => {
  const disagreeing =
    /\byou (?:has|is|was|does|wants|hopes|plans|goes|needs|likes|loves|thinks|sings|plays)\b|\byour (?:the|a|an|your|my|her|his)\b|\b(?:were|are) (?:\p{L}+ing) (?:[^.?]*) (?:is|was) (?:better|worse)/iu;
  expect(failing(messages, (text) => disagreeing.test(ownWords(text)))).toEqual([]);
  expect(failing(messages, (text) => /\b(?:she|he|her|his|him|hers)\b/i.test(text))).toEqual([]);
});

test('a note that begins with a verb is never put behind "about", "with" or "for"', () => {
  const verbFirst =
    /\b(?:about|with|for|of|news of|time for) (?:kept|sent|told|went|came|got|gave|took|made|said|met|saw|ran|brought|bought|asked|showed|wrote|counts|plays|rows|reads|sings|works|runs|lives|wants|has|is|was)\b/i;
  expect(failing(DRAFTS, (text) => verbFirst.test(ownWords(text)))).toEqual([]);
  const capital = /\b(?:about|with|for|of) (?:The|A|An|Her|His|Their|Ten|Two|Three|Last|Quick|Short|Six|No)\b/;
  expect(failing(DRAFTS, (text) => capital.test(ownWords(text)))).toEqual([]);
});

test('a message is as long as its channel wants and asks one question at most', () => {
  expect(failing(messages, (text, { channel }) => text.length > (LONGEST[channel] ?? LONGEST_SHORT))).toEqual([]);
  expect(failing(messages, (text) => (ownWords(text).match(/\?/g) ?? []).length > 1)).toEqual([]);
  expect(failing(messages, (text, { channel }) => channel !== 'email' && text.includes('\n'))).toEqual([]);
});

test('holds a word of the last conversation, of a fact or of what was promised for nearly everybody', () => {
  const words = (text: string) =>
    text
      .toLowerCase()
      .split(/\P{L}+/u)
      .filter((word) => word.length > 3);
  const isEmpty = failing(DRAFTS, (text, { candidate, lead }) => {
    const known = [
      candidate.lastTouch?.summary ?? '',
      ...candidate.facts.filter((fact) => !fact.private).map((fact) => fact.text),
      lead?.text ?? '',
    ];
    const said = new Set(words(text).map((word) => word.replace(/(?:ing|ed|s)$/, '')));
    return !known.flatMap(words).some((word) => said.has(word.replace(/(?:ing|ed|s)$/, '')));
  });
  expect(isEmpty.length / DRAFTS.length, isEmpty.join('\n')).toBeLessThan(0.03);
});

test('nobody gets a line somebody else has got', () => {
  const lines = DRAFTS.filter(({ candidate }) => candidate.personId.startsWith('3-')).map(({ candidate, text }) =>
    text.replaceAll(candidate.given ?? '', '').toLowerCase(),
  );
  expect(new Set(lines).size).toBe(lines.length);
});
