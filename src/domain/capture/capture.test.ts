import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../dates.ts';
import type { PersonId } from '../ids.ts';
import type { Capture, CaptureContext, DirectoryPerson } from './capture.ts';
import { directoryOf } from './directory.ts';
import { EXAMPLES } from './examples.ts';
import { parseCapture } from './parse.ts';

function aPerson(id: string, name: string, more: Partial<DirectoryPerson> = {}): DirectoryPerson {
  return { id: id as PersonId, name, nicknames: [], closeness: 0, circles: [], ...more };
}

const PEOPLE: readonly DirectoryPerson[] = [
  aPerson('ada', 'Ada Lovelace', { given: 'Ada', surname: 'Lovelace', pronoun: 'she', organization: 'Analytical Engines' }),
  aPerson('grace', 'Grace Hopper', { given: 'Grace', surname: 'Hopper' }),
  aPerson('tom', 'Tom Okafor', { given: 'Tom', surname: 'Okafor', pronoun: 'he' }),
  aPerson('ngozi', 'Ngozi Okafor', { given: 'Ngozi', surname: 'Okafor' }),
  aPerson('alexandra', 'Alexandra Petrova', { given: 'Alexandra', surname: 'Petrova', nicknames: ['Sasha'] }),
  aPerson('mo', 'Mohammed Hassan', { given: 'Mohammed', surname: 'Hassan', nicknames: ['Mo'] }),
  aPerson('siobhan', 'Siobhán O’Brien', { given: 'Siobhán', surname: 'O’Brien' }),
  aPerson('lukasz', 'Łukasz Nowak'),
  aPerson('jose', 'José Álvarez'),
  aPerson('maryjane', 'Mary Jane Watson', { given: 'Mary Jane', surname: 'Watson' }),
  aPerson('jeanluc', 'Jean-Luc Moreau', { given: 'Jean-Luc', surname: 'Moreau' }),
  aPerson('xiaoming', '王小明', { given: '小明', surname: '王' }),
  aPerson('minsu', '김민수'),
  aPerson('will', 'Will Turner', { given: 'Will', surname: 'Turner' }),
  aPerson('an', 'An Nguyen', { given: 'An', surname: 'Nguyen' }),
  aPerson('don', 'Don Quill', { given: 'Don', surname: 'Quill' }),
  aPerson('may', 'May Parker', { given: 'May', surname: 'Parker' }),
  aPerson('april', 'April Stone', { given: 'April', surname: 'Stone' }),
  aPerson('mark', 'Mark Olsen', { given: 'Mark', surname: 'Olsen' }),
  aPerson('rose', 'Rose Bianchi', { given: 'Rose', surname: 'Bianchi' }),
  aPerson('hope', 'Hope Ferreira', { given: 'Hope', surname: 'Ferreira' }),
  aPerson('art', 'Art Vance', { given: 'Art', surname: 'Vance' }),
  aPerson('bill', 'Bill Moss', { given: 'Bill', surname: 'Moss' }),
  aPerson('chris-a', 'Chris Adeyemi', { given: 'Chris', surname: 'Adeyemi', organization: 'Acme Corp', closeness: 9 }),
  aPerson('chris-b', 'Chris Baum', { given: 'Chris', surname: 'Baum' }),
  aPerson('sam', 'Sam Carter', { given: 'Sam', surname: 'Carter' }),
  aPerson('samantha', 'Samantha Reed', { given: 'Samantha', surname: 'Reed' }),
];
const CONTEXT: CaptureContext = {
  today: '2026-11-23' as CalendarDate,
  locale: 'en-GB',
  zone: 'Europe/Berlin',
  people: directoryOf(PEOPLE),
};

/** The short form of a capture in which the examples are written. */
function describeCapture(capture: Capture): string[] {
  const named = new Map(
    capture.people.map(({ ref, id, name, created, organization, title }) => {
      const job = [title, organization].filter((part) => part !== undefined).join(', ');
      return [ref, id ?? `${created ? '+' : '?'}${name}${job === '' ? '' : ` (${job})`}`];
    }),
  );
  const who = (ref: string) => named.get(ref) ?? '!';
  const short = (ref: string) => who(ref).replace(/ \(.*/, '');
  const list = (refs: readonly string[]) => (refs.length === 0 ? 'nobody' : refs.map(short).join(', '));
  const at = (instant: string | undefined) =>
    instant === undefined ? '' : ` ${Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Berlin').toPlainTime().toString({ smallestUnit: 'minute' })}`;
  const lines: string[] = [];
  const there = capture.people.filter(({ role }) => role === 'participant').map(({ ref }) => who(ref));
  const { touch } = capture;
  if (touch !== undefined) {
    const people = there.length === 0 ? 'nobody' : there.join(', ');
    const place = touch.place === undefined ? '' : ` / ${touch.place}`;
    lines.push(`${touch.date}${at(touch.at)} ${touch.channel} ${touch.direction}: ${people}${place}`);
    const mentioned = capture.people.filter(({ role }) => role === 'mentioned').map(({ ref }) => ref);
    if (mentioned.length > 0) lines.push(`about: ${list(mentioned)}`);
  }
  for (const tag of capture.tags) lines.push(`#${tag}`);
  for (const fact of capture.facts) lines.push(`${fact.kind} ${short(fact.ref)}: ${fact.text}${fact.private ? ' (private)' : ''}`);
  for (const { ref, by, text, due } of capture.promises) {
    const parties = by === 'me' ? `me > ${short(ref)}` : `${short(ref)} > me`;
    lines.push(`${parties}: ${text}${due === undefined ? '' : ` by ${due}`}`);
  }
  for (const plan of capture.plans) lines.push(`plan ${plan.date}${at(plan.at)} ${plan.channel}: ${list(plan.refs)}: ${plan.text}`);
  for (const { due, refs, text } of capture.followUps) lines.push(`follow-up ${due}: ${list(refs)}: ${text}`);
  for (const { ref, kind, date } of capture.occasions) {
    const day = `${date.year ?? '-'}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
    lines.push(`${kind === 'birth' ? 'birthday' : kind} ${short(ref)}: ${day}`);
  }
  for (const { text, candidates } of capture.questions) lines.push(`? ${text} [${candidates.map(({ id }) => id).toSorted().join(', ')}]`);
  return lines;
}

describe.each(Object.entries(EXAMPLES))('%s', (_, examples) => {
  it.each(examples.map(([text, ...expected]) => ({ text, expected })))('understands "$text"', ({ text, expected }) => {
    expect(describeCapture(parseCapture(text, CONTEXT))).toEqual(expected);
  });
});
