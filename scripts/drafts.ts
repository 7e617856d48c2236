// A hundred drafts of an invented network, to be read as a thoughtful person would: `node scripts/drafts.ts FILE`. Ten kinds
// on three channels; each person is written to once, so that no draft leans on another. Then what is said of an introduction,
// of something to share, of one's own news, to wake a tie, and before a gathering.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, databaseIn } from '../src/app.ts';
import type { CalendarDate } from '../src/domain/dates.ts';
import { draftsOf } from '../src/domain/introducing/drafts.ts';
import type { Candidate } from '../src/domain/today/candidate.ts';
import { openerFor } from '../src/domain/today/opener.ts';
import { calledName } from '../src/domain/today/phrases.ts';
import { weighReasons } from '../src/domain/today/reasons.ts';
import type { Channel, DraftKind, IntroductionState, ReasonKind } from '../src/domain/words.ts';
import { loadCandidates, todaySettings } from '../src/services/candidates.ts';
import { type Context, scopeOf } from '../src/services/context.ts';
import { loadDemo } from '../src/services/demo.service.ts';
import { draftTo } from '../src/services/drafts.service.ts';
import { allPeople } from '../src/services/people.service.ts';
import { readSettings } from '../src/services/read-settings.ts';

const KINDS: readonly DraftKind[] = [
  'hello',
  'follow-up',
  'reply',
  'promise',
  'birthday',
  'congratulations',
  'check-in',
  'thanks',
  'invitation',
  'new-year',
];
const CHANNELS: readonly Channel[] = ['email', 'whatsapp', 'card'];
const WANTED = 100;
/** What is thanked for, as a ledger says it. */
const THANKS = ['Read my draft', 'Introduced me to the harbour office', 'Lent me the ladder', ''];
/** What is congratulated on; at times nothing is said, and what is noted has to do. */
const JOYS = ['', 'Won the regional prize', 'The new job at the port authority', '', 'her first exhibition'];
const ASKED = 'Could you look over a page of mine?';
/** Whom such a draft has something to go on with, where there is anybody. */
const GROUNDS: Readonly<Partial<Record<DraftKind, (candidate: Candidate) => boolean>>> = {
  'follow-up': ({ followUp, lastTouch }) => followUp !== undefined || lastTouch !== undefined,
  reply: ({ awaitingReply }) => awaitingReply !== undefined,
  congratulations: ({ facts, moments = [] }) => moments.length > 0 || facts.some(({ kind }) => kind === 'success'),
};
/** A Monday at ten; the network was made for the days before it. */
const NOW = Date.UTC(2026, 10, 23, 9);
const TODAY = '2026-11-23' as CalendarDate;

async function print(path: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tendril-drafts-'));
  const app = await createApp(
    { database: databaseIn(folder), folder, defaults: { country: 'NL', zone: 'Europe/Amsterdam', locale: 'en-GB' } },
    { now: () => NOW },
  );
  try {
    const context = app.contextFor({ name: 'you', scope: 'write' });
    await loadDemo(context);
    const settings = await readSettings(scopeOf(context));
    const ids = (await allPeople(context, {})).map(({ id }) => id);
    const candidates = (await loadCandidates(scopeOf(context), ids, TODAY)).filter(({ deceased }) => !deceased);
    const hundred = await aHundred(context, candidates);
    const others = ofTheirOwn(candidates.slice(0, 60), todaySettings(settings));
    const blocks = [...hundred, '# Of their own', ...others, '# Introductions', ...introductions(candidates)];
    await writeFile(path, `# A hundred drafts\n\n${blocks.join('\n\n')}\n`);
    process.stdout.write(`${hundred.length} drafts and ${blocks.length - hundred.length - 2} others in ${path}\n`);
  } finally {
    await app.close();
    await rm(folder, { recursive: true });
  }
}

async function aHundred(context: Context, people: readonly Candidate[]): Promise<readonly string[]> {
  const blocks: string[] = [];
  const written = new Set<string>();
  for (let number = 0; number < WANTED; number++) {
    const round = Math.floor(number / KINDS.length);
    const wanted = KINDS[number % KINDS.length] ?? 'hello';
    const channel = CHANNELS[round % CHANNELS.length] ?? 'email';
    // Far apart in the list, for family stands together in it.
    const from = (number * 61) % people.length;
    const row = [...people.slice(from), ...people.slice(0, from)].filter(({ personId }) => !written.has(personId));
    const suits = GROUNDS[wanted] ?? (() => true);
    row.sort((a, b) => Number(suits(b)) - Number(suits(a)));
    // Where the network holds no promise any more, something is asked.
    for (const kind of [wanted, 'ask'] as const) {
      const block = await firstDraft(context, row, { kind, channel, round });
      if (block === undefined) continue;
      written.add(block.personId);
      blocks.push(`## ${number + 1}. ${block.text}`);
      break;
    }
  }
  return blocks;
}

async function firstDraft(
  context: Context,
  row: readonly Candidate[],
  { kind, channel, round }: { kind: DraftKind; channel: Channel; round: number },
): Promise<{ personId: string; text: string } | undefined> {
  const about = { thanks: THANKS[round % THANKS.length], congratulations: JOYS[round % JOYS.length], ask: ASKED };
  for (const { personId, name } of row) {
    const asked = { kind, channel, about: kind in about ? about[kind as keyof typeof about] : undefined };
    const draft = await draftTo(context, personId, asked).catch(() => undefined);
    if (draft === undefined) continue;
    const remarks = draft.remarks.map(({ text }) => `\n\n(${text})`).join('');
    return { personId, text: `${name}: ${kind}, ${channel}\n\n${quoted(draft.text)}${remarks}` };
  }
  return undefined;
}

/** What these people would be written of it, if it were so. */
const OVERLAYS: readonly (readonly [ReasonKind, (candidate: Candidate, place: number) => Partial<Candidate>])[] = [
  [
    'resource',
    ({ facts }) => {
      const fact = facts.find(({ kind, private: hidden }) => !hidden && kind === 'interest');
      const words = fact === undefined ? [] : [longest(fact.text)];
      return {
        resource: {
          id: 'r',
          title: 'The quiet work of tides',
          url: 'https://example.org/tides',
          addedOn: TODAY,
          because: fact === undefined ? [] : [{ origin: fact.kind, text: fact.text, private: false, words }],
          meant: true,
        },
      };
    },
  ],
  [
    'news',
    (_, place) => ({
      ownNews: {
        id: `n${place}`,
        newsId: 'n',
        kind: 'move',
        text: 'We are moving to Ghent in March, into a house with a small garden.',
        date: TODAY,
        since: TODAY,
        place,
        helped: place % 4 === 0,
      },
    }),
  ],
  ['dormant', ({ history }) => ({ waking: 'asleep', rhythmDays: null, ...(history && { history: slept(history) }) })],
  [
    'gathering',
    (_, place) => ({
      lastContact: LONG_AGO,
      gathering: {
        id: 'g',
        time: '',
        kind: place % 3 === 0 ? 'dinner' : 'conference',
        name: place % 3 === 0 ? 'Soup and maps' : 'the harbour conference',
        since: '2026-11-27' as CalendarDate,
        until: '2026-11-27' as CalendarDate,
        part: place % 2 === 0 ? 'coming' : 'invited',
        say: '',
      },
    }),
  ],
];
const LONG_AGO = '2022-05-10' as CalendarDate;
const EACH = 8;

/** A tie that was close, years ago. */
function slept(history: NonNullable<Candidate['history']>): NonNullable<Candidate['history']> {
  const firstContact = '2017-03-01' as CalendarDate;
  return { ...history, firstContact, lastContact: LONG_AGO, contactDays: 60, mutual: 20, mine: 20, theirs: 20 };
}

function ofTheirOwn(people: readonly Candidate[], settings: ReturnType<typeof todaySettings>): readonly string[] {
  const used = new Set<string>();
  const row = [...people];
  return OVERLAYS.flatMap(([kind, overlay]) =>
    Array.from({ length: EACH }, (_, place) => {
      const candidate = row.shift();
      if (candidate === undefined) return [];
      const with_ = { ...candidate, ...overlay(candidate, place) };
      const reasons = weighReasons(with_, { today: TODAY, settings }).filter((reason) => reason.kind === kind);
      if (reasons.length === 0) return [];
      const channel = CHANNELS[place % 2] ?? 'email';
      const text = openerFor(with_, { reasons, channel, today: TODAY, locale: settings.locale, used });
      return [`## ${candidate.name}: ${kind}, ${channel}\n\n${quoted(text)}`];
    }).flat(),
  );
}

const STATES: readonly IntroductionState[] = [
  'idea',
  'asked-first',
  'first-yes',
  'both-yes',
  'made',
  'outcome',
  'declined',
];
const WHYS = ['She restores wooden boats and knows every yard on the river.', 'He is looking for a yard.', ''];

function introductions(people: readonly Candidate[]): readonly string[] {
  return STATES.flatMap((state, at) =>
    [0, 1].flatMap((turn) => {
      const [first, second] = people.slice(100 + 4 * at + 2 * turn).map((candidate, side) => ({
        name: candidate.name,
        called: calledName(candidate),
        earlier: turn,
        why: WHYS[(at + turn + side) % WHYS.length] ?? '',
      }));
      if (first === undefined || second === undefined) return [];
      return draftsOf({ state, first, second, declinedBy: turn === 0 ? 'first' : 'second' }).map(
        ({ kind, to, text }) => `## ${kind}, to the ${to.join(' and the ')}\n\n${quoted(text)}`,
      );
    }),
  );
}

function longest(text: string): string {
  return text.split(/\P{L}+/u).sort((a, b) => b.length - a.length)[0] ?? '';
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trim())
    .join('\n');
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Say which file to write: node scripts/drafts.ts FILE\n');
  process.exitCode = 2;
} else {
  await print(file);
}
