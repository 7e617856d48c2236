import { expect, test } from 'vitest';
import { aCandidate, aFact, aTouch, day } from '../../../tests/support/a-candidate.ts';
import { selectToday } from '../../../tests/support/select-today.ts';
import type { Channel } from '../words.ts';
import type { Candidate } from './candidate.ts';

const TODAY = day('2026-11-23');
const settings = { capacity: 100, leapDayRule: 'feb-28', noticeDays: 7, locale: 'en-GB' } as const;

const due = (rhythmDays: number, lastContact: string) => {
  const next = Temporal.PlainDate.from(lastContact).add({ days: rhythmDays }).toString();
  return { rhythmDays, nextTouch: day(next) };
};
const by = (preferredChannel: Channel) => ({ preferredChannel });

/** A Monday in November, and everyone who might be on such a list. Each name says nothing about gender on purpose where pronouns must be avoided. */
const PEOPLE: readonly Candidate[] = [
  aCandidate({
    name: 'Zed Ito',
    closeness: 0.1,
    ...by('linkedin'),
    ...aTouch('2026-11-21', 'Met at the OCEAN mixer, talked about tidal power', {
      topic: 'tidal power',
      place: 'the OCEAN mixer',
    }),
    followUp: {
      touchId: 't',
      metOn: day('2026-11-21'),
      due: day('2026-11-22'),
      topic: 'tidal power',
      firstMeeting: true,
      place: 'the OCEAN mixer',
    },
  }),
  aCandidate({
    name: 'Priya Raman',
    closeness: 0.1,
    ...by('email'),
    ...aTouch('2026-11-22', 'Sat next to each other; talked about why bridges sing in the wind', {
      place: 'Delft workshop',
    }),
    facts: [aFact('work', 'building a footbridge in Pune')],
    followUp: {
      touchId: 't',
      metOn: day('2026-11-22'),
      due: day('2026-11-23'),
      firstMeeting: true,
      place: 'Delft workshop',
    },
  }),
  aCandidate({
    name: 'Jonas Weber',
    closeness: 0.1,
    ...by('linkedin'),
    facts: [aFact('work', 'marine geologist at Kiel')],
    followUp: {
      touchId: 't',
      metOn: day('2026-11-20'),
      due: day('2026-11-21'),
      firstMeeting: true,
      channel: 'linkedin',
    },
  }),
  aCandidate({
    name: 'Sam Okoro',
    closeness: 0.3,
    ...by('email'),
    ...aTouch('2026-11-21', 'Long talk about grant deadlines'),
    followUp: {
      touchId: 't',
      metOn: day('2026-11-21'),
      due: day('2026-11-22'),
      firstMeeting: false,
      text: 'send him the budget template',
    },
  }),
  aCandidate({
    name: 'Mei Lin',
    closeness: 0.1,
    ...by('phone'),
    ...aTouch('2026-11-21', 'talked about her pottery studio', { place: 'the harbour fair' }),
    followUp: {
      touchId: 't',
      metOn: day('2026-11-21'),
      due: day('2026-11-22'),
      firstMeeting: true,
      place: 'the harbour fair',
    },
  }),
  aCandidate({
    name: 'Grace Achieng',
    closeness: 0.74,
    ...by('email'),
    ...aTouch('2026-11-17', 'asked about the boat', { channel: 'email', direction: 'theirs' }),
    awaitingReply: { since: day('2026-11-17'), summary: 'asked about the boat', channel: 'email' },
    facts: [aFact('family', 'Daughter Mia, starts school this year')],
  }),
  aCandidate({
    name: 'Noor Haddad',
    closeness: 0.55,
    ...by('whatsapp'),
    ...aTouch('2026-11-20', 'asks whether we can meet in Ghent', { channel: 'whatsapp', direction: 'theirs' }),
    awaitingReply: { since: day('2026-11-20'), summary: 'asks whether we can meet in Ghent', channel: 'whatsapp' },
  }),
  aCandidate({
    name: 'Petra Novak',
    closeness: 0.55,
    ...by('phone'),
    ...aTouch('2026-11-18', 'wrote about her new choir', { channel: 'email', direction: 'theirs' }),
    awaitingReply: { since: day('2026-11-18'), summary: 'wrote about her new choir', channel: 'email' },
  }),
  aCandidate({
    name: 'Tomasz Wójcik',
    closeness: 0.74,
    ...by('text'),
    ...aTouch('2026-11-08', 'Sailed round the island; his knee is better'),
    promises: [{ id: 'p', by: 'me', text: 'the sailing book', due: day('2026-11-27'), madeOn: day('2026-11-08') }],
  }),
  aCandidate({
    name: 'Ada Brandt',
    closeness: 1,
    ...by('whatsapp'),
    ...aTouch('2026-11-14', "Lunch with Grace and Ada, Ada's daughter starts school, send her the book", { people: 2 }),
    promises: [{ id: 'p', by: 'me', text: 'send her the book', due: day('2026-11-23'), madeOn: day('2026-11-14') }],
  }),
  aCandidate({
    name: 'Ruth Amsel',
    closeness: 0.55,
    ...by('email'),
    ...aTouch('2026-10-20', 'Coffee at Lund. She is translating a Danish novel'),
    promises: [
      { id: 'p', by: 'them', text: 'send me the first chapter', due: day('2026-11-10'), madeOn: day('2026-10-20') },
    ],
  }),
  aCandidate({
    name: 'Bo Larsen',
    closeness: 0.3,
    ...by('phone'),
    ...aTouch('2026-09-01', 'discussed the allotment'),
    promises: [{ id: 'p', by: 'them', text: 'the seed list', due: day('2026-11-16'), madeOn: day('2026-09-01') }],
  }),
  aCandidate({
    name: 'Nnedi Eze',
    closeness: 0.74,
    ...by('whatsapp'),
    ...aTouch('2026-10-02', 'She is learning the cello'),
    occasions: [{ kind: 'birth', date: { year: 1986, month: 11, day: 23 } }],
  }),
  aCandidate({
    name: 'Kwame Boateng',
    closeness: 0.3,
    ...by('email'),
    ...aTouch('2026-05-10', 'Talked about moving the archive to Accra'),
    facts: [aFact('interest', 'jazz trombone')],
    occasions: [{ kind: 'birth', date: { month: 11, day: 23 } }],
  }),
  aCandidate({
    name: 'Ingrid Holm',
    closeness: 0.55,
    ...by('card'),
    ...aTouch('2026-08-01', 'walked the coast path, talked about her garden'),
    occasions: [{ kind: 'birth', date: { year: 1956, month: 11, day: 28 } }],
  }),
  aCandidate({
    name: 'Luca Ferri',
    closeness: 0.74,
    ...by('phone'),
    facts: [aFact('family', 'two kids: Anna and Pio')],
    occasions: [{ kind: 'birth', date: { year: 1979, month: 11, day: 21 } }],
  }),
  aCandidate({
    name: 'Hana Kim',
    closeness: 0.74,
    ...by('text'),
    ...aTouch('2026-09-12', 'Dinner at Mori. Her thesis is almost done'),
    occasions: [{ kind: 'birth', date: { month: 11, day: 27 } }],
  }),
  aCandidate({
    name: 'Elif Demir',
    closeness: 0.55,
    ...by('text'),
    facts: [aFact('interest', 'loves old maps')],
    occasions: [{ kind: 'wedding', date: { year: 2016, month: 11, day: 23 } }],
  }),
  aCandidate({
    name: 'Amara Okafor',
    closeness: 0.55,
    ...by('phone'),
    ...due(91, '2026-08-21'),
    ...aTouch(
      '2026-08-21',
      "Long call while she waited at the hospital. Her father had surgery; she is taking the nights. Don't bring up the move.",
      { channel: 'phone', direction: 'mine' },
    ),
  }),
  aCandidate({
    name: 'Amina Bello',
    closeness: 0.55,
    ...by('whatsapp'),
    ...due(91, '2026-08-21'),
    ...aTouch('2026-08-21', 'Her father had surgery', { channel: 'phone', direction: 'mine' }),
  }),
  aCandidate({
    name: 'Leo Marchetti',
    closeness: 0.55,
    ...by('email'),
    ...due(91, '2026-07-18'),
    facts: [aFact('goal', 'wants to teach one day')],
    ...aTouch(
      '2026-07-18',
      'Dinner at his place: Amara, Hana, Tomasz. Talked about whether anyone still writes letters.',
      { people: 4 },
    ),
  }),
  aCandidate({
    name: 'Marta Silva',
    closeness: 0.74,
    ...by('whatsapp'),
    ...due(30, '2026-10-10'),
    ...aTouch('2026-10-10', 'Marta is opening a bakery in Porto'),
  }),
  aCandidate({
    name: 'Ola Nyberg',
    closeness: 0.3,
    ...by('email'),
    ...due(365, '2025-10-01'),
    facts: [aFact('interest', 'Rows before work, hates phone menus'), aFact('family', 'father ill', { private: true })],
  }),
  aCandidate({
    name: 'Farid Aziz',
    closeness: 0.55,
    ...by('signal'),
    ...due(91, '2026-08-01'),
    facts: [aFact('goal', 'run a marathon in spring')],
  }),
  aCandidate({
    name: '王小明',
    given: '小明',
    closeness: 0.74,
    ...by('text'),
    ...due(30, '2026-10-15'),
    ...aTouch('2026-10-15', '聊到他的新书'),
  }),
  aCandidate({
    name: 'Björk',
    given: '',
    closeness: 0.3,
    ...by('linkedin'),
    rhythmDays: 365,
    nextTouch: day('2026-11-20'),
  }),
  aCandidate({
    name: 'Wim de Vries',
    closeness: 0.55,
    ...by('in-person'),
    ...due(91, '2026-08-10'),
    ...aTouch('2026-08-10', 'Coffee. His eldest son moved to Oslo'),
  }),
  aCandidate({
    name: 'Dina Katz',
    closeness: 0.55,
    ...by('text'),
    ...aTouch('2026-11-09', 'exam on the 20th'),
    reminders: [{ id: 'r', date: TODAY, text: 'Ask her how the exam went' }],
  }),
  aCandidate({
    name: 'Otto Brandl',
    closeness: 0.74,
    ...by('phone'),
    ...aTouch('2026-10-30', 'talked about the roof'),
    facts: [aFact('interest', 'plays chess by post')],
    reminders: [{ id: 'r', date: day('2026-11-22'), text: 'return the ladder' }],
  }),
  aCandidate({
    name: 'Yara Nasser',
    closeness: 0.1,
    ...by('email'),
    ...aTouch('2026-06-05', 'Called about the festival, her brother died in May', { channel: 'phone' }),
    history: {
      firstContact: day('2022-01-01'),
      lastContact: day('2026-06-05'),
      contactDays: 30,
      decayedDays: 6,
      usualGap: 30,
      mine: 10,
      theirs: 10,
      mutual: 10,
      unanswered: 0,
    },
  }),
  aCandidate({
    name: 'Teo Grau',
    closeness: 0.55,
    ...by('instagram'),
    ...aTouch('2026-07-10', 'news about the band', { channel: 'instagram', direction: 'mine' }),
    history: {
      firstContact: day('2023-01-01'),
      lastContact: day('2026-07-10'),
      contactDays: 40,
      decayedDays: 8,
      usualGap: 21,
      mine: 20,
      theirs: 20,
      mutual: 0,
      unanswered: 1,
    },
  }),
  aCandidate({
    name: 'Sofia Marin',
    closeness: 0.74,
    ...by('card'),
    ...due(30, '2026-10-01'),
    ...aTouch('2026-10-01', 'Visit. Talked about the orchard'),
  }),
  aCandidate({
    name: 'Kiptoo Njoroge',
    closeness: 0.74,
    ...by('text'),
    ...due(30, '2026-10-12'),
    ...aTouch('2026-10-12', 'The ministry wants the eel figures. He would rather have another season first'),
    facts: [aFact('interest', 'Counts birds on the same dike since 1998')],
  }),
  aCandidate({
    name: 'Maksym Bondar',
    closeness: 0.3,
    ...by('telegram'),
    ...due(91, '2026-07-30'),
    ...aTouch('2026-07-30', 'kept the pallets'),
  }),
  aCandidate({
    name: 'Lea Moser',
    closeness: 0.55,
    ...by('whatsapp'),
    ...due(30, '2026-10-20'),
    ...aTouch('2026-10-20', "coffee w/ lea, she's changing jobs 🎉", { people: 1 }),
  }),
  aCandidate({
    name: 'Ravi Nair',
    closeness: 0.3,
    ...by('phone'),
    ...due(365, '2025-11-01'),
    ...aTouch('2025-11-01', 'sent paper', { channel: 'email', direction: 'mine' }),
    facts: [aFact('preference', 'never before ten')],
  }),
  aCandidate({
    name: 'Tess Bakker',
    closeness: 0.55,
    ...by('card'),
    facts: [aFact('family', 'Daughter Mia (7)')],
    occasions: [{ kind: 'birth', date: { month: 11, day: 24 } }],
  }),
  aCandidate({
    name: 'Samir Haddad',
    closeness: 0.3,
    ...by('linkedin'),
    ...due(91, '2026-08-02'),
    facts: [aFact('preference', 'vegan')],
  }),
  aCandidate({
    name: 'Olga Petrova',
    closeness: 0.55,
    ...by('email'),
    ...due(91, '2026-08-05'),
    ...aTouch('2026-08-05', 'ran into her at the market, she is pregnant (not public)'),
    facts: [aFact('how-we-met', 'Leo introduced us in 2014')],
  }),
  aCandidate({
    name: 'Jan Visser',
    closeness: 0.3,
    ...by('email'),
    ...aTouch('2026-11-18', 'Re: Dinner in Ghent', { channel: 'email', direction: 'theirs' }),
    awaitingReply: { since: day('2026-11-18'), summary: 'Re: Dinner in Ghent', channel: 'email' },
  }),
  aCandidate({
    name: 'Nora Lind',
    closeness: 0.55,
    ...by('text'),
    ...due(30, '2026-10-10'),
    ...aTouch('2026-10-10', 'did she get the job? ask about the dog'),
  }),
  aCandidate({
    name: 'Paul Ames',
    closeness: 0.55,
    ...by('signal'),
    ...aTouch('2026-09-01', 'Ran into him at the ferry landing'),
    promises: [
      { id: 'p', by: 'me', text: 'ask how the check-up went', due: day('2026-11-23'), madeOn: day('2026-11-01') },
    ],
  }),
];

/** Read the file aloud when it changes: each draft should be one that a thoughtful person could have written. */
test('drafts read as a thoughtful person would write them', async () => {
  const plan = selectToday({ today: TODAY, settings, candidates: PEOPLE });
  const items = new Map([...plan.items, ...plan.waiting].map((item) => [item.personId, item]));
  const sections = PEOPLE.map((person) => {
    const item = items.get(person.personId);
    return `## ${person.name} · ${item?.channel}\n\n${item?.reasons.map(({ kind, text }) => `- ${kind}: ${text}`).join('\n')}\n\n${item?.opener.replaceAll(/^(?=.)/gm, '> ')}\n`;
  });
  expect(items.size).toBe(PEOPLE.length);
  await expect(`# Drafts of Monday 23 November 2026\n\n${sections.join('\n')}`).toMatchFileSnapshot(
    './openers.golden.md',
  );
});
