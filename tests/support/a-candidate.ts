import type { CalendarDate } from '../../src/domain/dates.ts';
import { summarizeContacts } from '../../src/domain/keeping/warmth.ts';
import type { Candidate, LastTouch } from '../../src/domain/today/candidate.ts';

/** A calendar day in a test. */
export function day(text: string): CalendarDate {
  return text as CalendarDate;
}

/** A person with nothing to say about them; give what the test is about. */
export function aCandidate(given: Partial<Candidate> = {}): Candidate {
  const name = given.name ?? 'Ada Brandt';
  return {
    personId: name.toLowerCase().replaceAll(' ', '-'),
    name,
    given: name.split(' ')[0] ?? name,
    closeness: 0.55,
    promises: [],
    occasions: [],
    reminders: [],
    plans: [],
    facts: [],
    channels: ['text', 'email'],
    deceased: false,
    archived: false,
    dismissed: [],
    ...given,
  };
}

/** Their last conversation: a call of the two of you unless told otherwise. */
export function aTouch(
  date: string,
  summary: string,
  given: Partial<LastTouch> = {},
): Pick<Candidate, 'lastTouch' | 'lastContact' | 'history'> {
  const lastTouch: LastTouch = {
    id: `touch-${date}`,
    date: day(date),
    channel: 'in-person',
    direction: 'mutual',
    summary,
    people: 1,
    ...given,
  };
  const history = summarizeContacts([{ date: day(date), direction: lastTouch.direction }]);
  return { lastTouch, lastContact: day(date), ...(history && { history }) };
}

/** A fact that may be said. */
export function aFact(
  kind: Candidate['facts'][number]['kind'],
  text: string,
  given: Partial<Candidate['facts'][number]> = {},
): Candidate['facts'][number] {
  return { id: `fact-${text}`, kind, text, private: false, ...given };
}
