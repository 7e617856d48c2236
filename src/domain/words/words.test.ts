import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCandidate, aFact, aTouch, day } from '../../../tests/support/a-candidate.ts';
import type { Candidate, Reason } from '../today/candidate.ts';
import { CHANNELS, DRAFT_KINDS, DRAFT_STYLES, FACT_KINDS } from '../words.ts';
import { answeredText, rephraseRequest } from './assistant.ts';
import { draftFor } from './draft.ts';
import { habitsOf, languageOf, mannersOf } from './habits.ts';
import { takeApart } from './letter.ts';
import { lineKeysOf, linesOf } from './lines.ts';
import { type RemarkContext, remarksOn } from './remarks.ts';
import { isStale } from './stale.ts';
import { checkTemplate, filled } from './template.ts';
import { NO_VOICE, type Voice, voiced, type Wording } from './voice.ts';

const TODAY = day('2026-11-23');
const aWording = (given: Partial<Wording>): Wording => ({
  id: 'w',
  use: 'greeting',
  style: null,
  near: null,
  language: null,
  text: 'Hej {name},',
  ...given,
});
const aVoice = (...wordings: readonly Partial<Wording>[]): Voice => ({
  ...NO_VOICE,
  wordings: wordings.map(aWording),
  sender: 'Ines',
});
const ada = { personId: 'ada', name: 'Ada', fullName: 'Ada Brandt', closeness: 0.6 };

describe('a message taken apart', () => {
  it.each([
    ['Hi Ada, how is the boat?', 'Hi Ada,', undefined],
    ['Liebe Ada,\n\nwie geht es dir?\n\nViele Grüße\nInes', 'Liebe Ada,', 'Viele Grüße\nInes'],
    ['Salut Ada,\n\nhow is the boat?\nInes', 'Salut Ada,', 'Ines'],
    ['Happy birthday, Ada! Have a good day.', undefined, undefined],
    ['How is the boat? I hope Ada, your sister, is well.', undefined, undefined],
    ['Hello,\n\nis all well?\n\nI hope to see you soon.', 'Hello,', undefined],
    ['Thank you Ada, that was kind.', undefined, undefined],
  ])('%j greets with %j and closes with %j', (text, greeting, signOff) => {
    const letter = takeApart(text, ['Ada']);
    expect([letter.greeting, letter.signOff]).toEqual([greeting, signOff]);
  });

  it('keeps every word in its place', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('Hi ', 'Ada', ',', '\n', 'x ', '. ', '!'), maxLength: 30 }),
        (text) => {
          const { greeting = '', gap, body, signOff = '' } = takeApart(text, ['Ada']);
          const bare = (given: string) => given.replace(/\s/g, '');
          expect(bare(greeting + gap + body + signOff)).toBe(bare(text));
        },
      ),
    );
  });
});

describe('the owner’s voice', () => {
  it.each([
    ['Hi Ada, how is the boat?', 'short', 'Hej Ada, how is the boat?'],
    ['Hi Ada,\n\nHow is the boat?', 'email', 'Hej Ada,\n\nHow is the boat?\n\nWarmly, Ines'],
    ['Happy birthday, Ada! Enjoy it.', 'short', 'Happy birthday, Ada! Enjoy it.'],
    ['Hi Ada and Zed, meet each other.', 'short', 'Hi Ada and Zed, meet each other.'],
    ['Guten Morgen Ada, alles gut?', 'short', 'Hej Ada, alles gut?'],
    ['Dear Ada, happy new year!', 'card', 'Hej Ada, happy new year!\n\nWarmly, Ines'],
    ['Ask Ada how the boat is.', 'talk', 'Ask Ada how the boat is.'],
  ] as const)('makes %j on %s into %j', (draft, style, expected) => {
    const voice = aVoice({}, { use: 'sign-off', text: 'Warmly, {sender}' });
    expect(voiced(draft, { voice, to: ada, style })).toBe(expected);
  });

  it('goes on after an exclamation mark with a capital', () => {
    expect(voiced('Hi Ada, how is it?', { voice: aVoice({ text: 'Moin {name}!' }), to: ada, style: 'short' })).toBe(
      'Moin Ada! How is it?',
    );
  });

  it('takes what is meant for few before what is for all', () => {
    const voice = aVoice(
      { text: 'Hello {name},' },
      { text: 'Hey {name},', near: 'close' },
      { text: 'Dear {full},', near: 'other' },
    );
    expect(voiced('Hi Ada, so?', { voice, to: ada, style: 'short' })).toBe('Hey Ada, so?');
    expect(voiced('Hi Ada, so?', { voice, to: { ...ada, closeness: 0.1 }, style: 'short' })).toBe(
      'Dear Ada Brandt, so?',
    );
  });

  it('changes nothing more when it is applied again, and loses nothing that was said', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DRAFT_KINDS),
        fc.constantFrom(...DRAFT_STYLES),
        fc.constantFrom('Hej {name},', 'Moin {name}!', 'Dear {full}', 'Hello,'),
        fc.constantFrom('Warmly, {sender}', 'Yours\n{sender}', 'x'),
        (kind, style, greeting, close) => {
          const voice = aVoice({ text: greeting }, { use: 'sign-off', text: close });
          const channel = { short: 'text', email: 'email', card: 'card', talk: 'phone' } as const;
          const draft = draftFor(aCandidate({ closeness: 0.6 }), {
            reasons: [],
            kind,
            channel: channel[style],
            today: TODAY,
          });
          if (draft === undefined) return;
          const once = voiced(draft.text, { voice, to: ada, style });
          expect(voiced(once, { voice, to: ada, style })).toBe(once);
          const said = (text: string) => linesOf(text, ['Ada Brandt']).map((line) => line.toLowerCase());
          expect(said(once)).toEqual(said(draft.text));
        },
      ),
    );
  });
});

describe('words of one’s own', () => {
  it('leave out the sentence whose detail is not known', () => {
    expect(filled('Hi {name}! How is {city}? Write soon.', { name: 'Ada' })).toBe('Hi Ada! Write soon.');
    expect(filled('How is {city}?', { name: 'Ada' })).toBeUndefined();
    expect(filled('Hi {name},\n\nHow is {city}?\n\nInes', { name: 'Ada', city: 'Lyon' })).toBe(
      'Hi Ada,\n\nHow is Lyon?\n\nInes',
    );
  });

  it('put values in once: a value with braces stays what it is', () => {
    expect(filled('{name} of {city}', { name: '{city}', city: 'Lyon' })).toBe('{city} of Lyon');
  });

  it.each([
    ['Dear {nmae}', 'hello', 'Did you mean {name}?'],
    ['{thread}', 'greeting', 'no place for a greeting'],
    ['Dear {name', 'hello', 'A brace stands alone: “Dear {name”'],
  ] as const)('refuse %j and say what to write', (text, use, message) => {
    expect(() => checkTemplate(text, use)).toThrow(message);
  });
});

describe('a message that only one thing can fill', () => {
  const reasonOf = (kind: Reason['kind'], key: string): Reason => ({ kind, key, text: '', date: TODAY });
  const trip = { id: 't', city: 'Porto', from: TODAY, until: TODAY, since: TODAY };
  const resource = {
    id: 'r',
    kind: 'article' as const,
    title: 'Tides of the Atlantic',
    url: undefined,
    meant: false,
    addedOn: TODAY,
    score: 1,
    because: [],
  };

  it('is neither replaced by what the owner says to everybody nor by a German hello', () => {
    for (const given of [{}, { language: 'de' }]) {
      const person = aCandidate({ resource, ...given });
      const draft = draftFor(person, {
        reasons: [reasonOf('resource', 'resource:r')],
        channel: 'text',
        today: TODAY,
        voice: aVoice({ use: 'hello', text: 'Ahoy {name}, all well?' }),
      });
      expect(draft?.text).toContain('Tides of the Atlantic');
      expect(draft?.text).not.toMatch(/Ahoy|Hallo/);
    }
  });

  it('is a trip’s own only where there is a trip', () => {
    const asked = { channel: 'text', today: TODAY } as const;
    const onTrip = draftFor(aCandidate({ trip }), { reasons: [reasonOf('gathering', 'trip:t')], ...asked });
    expect([onTrip?.kind, onTrip?.text]).toEqual(['trip', expect.stringContaining('Porto')]);
    const there = draftFor(aCandidate({}), { reasons: [reasonOf('gathering', 'gathering:g:2026-11-26')], ...asked });
    expect(there?.kind).toBe('hello');
  });
});

describe('the owner’s own thanks', () => {
  const voice = aVoice({ use: 'thanks', text: 'Dear {name}, thank you. {thread}' });
  const thanks = (person: Candidate, about?: string) =>
    draftFor(person, { reasons: [], kind: 'thanks', channel: 'card', today: TODAY, voice, about })?.text;

  it('give way to what is thanked for', () => {
    expect(thanks(aCandidate({}), 'Lent me the ladder')).toMatch(/you lent me the ladder/i);
  });

  it('neither shrink to two bare words nor go on with a question', () => {
    for (const facts of [[], [aFact('interest', 'sailing')], [aFact('need', 'a second-hand loom')]])
      expect(thanks(aCandidate({ facts }))).not.toMatch(/thank you\.$|\?|sailing|loom/);
  });
});

describe('habits', () => {
  it('keep no name but a place for it', () => {
    const who = { name: 'Ada', fullName: 'Ada Brandt' };
    expect(mannersOf('Hej Ada,\n\nhow are you?\n\nInes', who)).toEqual({ greeting: 'Hej {name},', signOff: 'Ines' });
    expect(mannersOf('Hi Lou,\n\nhow are you?\n\nLove to Sam', who)).toEqual({ greeting: null, signOff: null });
    expect(mannersOf('Dear Ada Brandt,\n\nhow are you?', who).greeting).toBe('Dear {full},');
  });

  it('are what came most, and at least twice', () => {
    const one = { style: 'email', near: 'close', language: 'en', signOff: null } as const;
    const seen = ['Hej {name},', 'Hi {name},', 'Hej {name},'].map((greeting) => ({ ...one, greeting }));
    expect(habitsOf(seen).map(({ text, times }) => [text, times])).toEqual([['Hej {name},', 2]]);
    expect(habitsOf(seen.slice(0, 2))).toEqual([]);
  });

  it('know German from English', () => {
    expect(languageOf('Hallo Ada, wie geht es dir?')).toBe('de');
    expect(languageOf('Hi Ada, how are you?')).toBe('en');
  });
});

const aContext = (given: Partial<RemarkContext> = {}): RemarkContext => ({
  names: ['Ada', 'Ada Brandt'],
  kind: 'hello',
  style: 'short',
  today: TODAY,
  facts: [],
  said: new Set(),
  language: 'en',
  ...given,
});
const kindsOn = (draft: string, given: Partial<RemarkContext> = {}) =>
  remarksOn(draft, aContext(given)).map(({ kind }) => kind);

describe('remarks on a draft', () => {
  it.each([
    'I hope this email finds you well.',
    'Just wanted to touch base about the boat.',
    'As per my last email, the boat is ready.',
    'I am reaching out about the boat.',
    'Please do not hesitate to contact me.',
    'I would love to pick your brain.',
  ])('find %j stiff', (draft) => {
    expect(kindsOn(draft)).toContain('stiff');
  });

  it('say nothing about a plain and warm message', () => {
    expect(kindsOn('Hi Ada, I was thinking of our walk in August. How is the pottery?')).toEqual([]);
  });

  it('find a favour in a congratulation, but not in an ask', () => {
    const draft = 'Congratulations, Ada! By the way, could you introduce me to your boss?';
    expect(kindsOn(draft, { kind: 'congratulations' })).toContain('hidden-ask');
    expect(kindsOn(draft, { kind: 'ask' })).not.toContain('hidden-ask');
  });

  it('find what was said before, whoever it was said to', () => {
    const line = 'I still think about our walk along the canal.';
    const said = new Set(lineKeysOf(`Hi Zed, ${line}`, ['Zed']));
    expect(kindsOn(`Dear Ada,\n\n${line.toUpperCase()}`, { said })).toContain('repeated');
    expect(kindsOn('How are you?', { said: new Set(lineKeysOf('How are you?', [])) })).toEqual([]);
  });

  it('find what is out of date, and what is private', () => {
    const old = aFact('family', 'a new baby, Mia', { learnedOn: day('2022-01-10') });
    expect(kindsOn('How is the baby?', { facts: [{ ...old, text: 'a new baby' }] })).toEqual([]);
    const job = aFact('work', 'marine geologist at Kiel', { until: day('2024-01-01') });
    expect(kindsOn('How is life as a marine geologist?', { facts: [job] })).toContain('stale');
    const secret = aFact('challenge', 'treated for anxiety', { private: true });
    expect(kindsOn('How is it going with the anxiety, are you treated well?', { facts: [secret] })).toContain(
      'private',
    );
  });

  it('speak German where the owner does', () => {
    const [remark] = remarksOn('I hope this email finds you well.', aContext({ language: 'de' }));
    expect(remark?.text).toContain('Serienbrief');
  });
});

describe('what is true for a while', () => {
  it.each([
    [{ kind: 'challenge', text: 'looks for a flat', learnedOn: day('2023-01-01') }, true],
    [{ kind: 'interest', text: 'sailing', learnedOn: day('2013-01-01') }, false],
    [{ kind: 'family', text: 'has a baby', learnedOn: day('2024-01-01') }, true],
    [{ kind: 'family', text: 'Mia is 4', learnedOn: day('2025-01-01') }, true],
    [{ kind: 'work', text: 'at Kiel', until: day('2026-01-01') }, true],
    [{ kind: 'work', text: 'at Kiel', until: TODAY }, false],
  ] as const)('%j: %j', (fact, stale) => {
    expect(isStale(fact, TODAY)).toBe(stale);
  });
});

/** Words no library has, so that where they stand they came from the fact. */
const aSecret = fc.constantFrom('zanzibar', 'quillfeather', 'xylography', 'brumbulous').map((word) => `loves ${word}`);
const aPersonWith = (facts: Candidate['facts'], given: Partial<Candidate> = {}): Candidate =>
  aCandidate({ facts, ...aTouch('2026-05-01', 'Coffee; talked about tidal power'), ...given });

describe('drafts of every kind', () => {
  const requests = fc.record({
    kind: fc.constantFrom(...DRAFT_KINDS),
    channel: fc.constantFrom(...CHANNELS),
    today: fc.integer({ min: 0, max: 300 }).map((days) => day(Temporal.PlainDate.from(TODAY).add({ days }).toString())),
  });

  it('never hold what is private', () => {
    fc.assert(
      fc.property(requests, fc.constantFrom(...FACT_KINDS), aSecret, fc.boolean(), (request, kind, text, german) => {
        const person = aPersonWith([aFact(kind, text, { private: true })], german ? { language: 'de' } : {});
        const voice = aVoice({ use: request.kind, text: 'Hello {name}. {thread} {last} {day}' });
        for (const given of [{}, { voice }]) {
          const draft = draftFor(person, { reasons: [], ...request, ...given });
          expect(draft?.text ?? '').not.toMatch(/zanzibar|quillfeather|xylography|brumbulous/);
        }
      }),
    );
  });

  it('never hold what is over', () => {
    fc.assert(
      fc.property(requests, fc.constantFrom(...FACT_KINDS), aSecret, (request, kind, text) => {
        const person = aPersonWith([aFact(kind, text, { until: day('2026-01-01') })]);
        expect(draftFor(person, { reasons: [], ...request })?.text ?? '').not.toMatch(/zanzibar|quill|xylo|brumbul/);
      }),
    );
  });

  it('of one person hold nothing of another, though both are written on one day', () => {
    fc.assert(
      fc.property(requests, aSecret, (request, text) => {
        const used = new Set<string>();
        const other = aPersonWith([aFact('interest', text)], { name: 'Zed Ito', personId: 'zed' });
        draftFor(other, { reasons: [], ...request, used });
        const draft = draftFor(aPersonWith([], { personId: 'ada' }), { reasons: [], ...request, used });
        expect(draft?.text ?? '').not.toMatch(/zanzibar|quillfeather|xylography|brumbulous|Zed/);
      }),
    );
  });

  it('say no line again to the same person while there is another', () => {
    for (const kind of ['hello', 'thanks', 'check-in', 'congratulations', 'invitation'] as const) {
      const said = new Set<string>();
      for (let week = 0; week < 3; week++) {
        const today = day(
          Temporal.PlainDate.from(TODAY)
            .add({ days: week * 7 })
            .toString(),
        );
        const draft = draftFor(aCandidate({ said }), { reasons: [], kind, channel: 'text', today });
        const keys = lineKeysOf(draft?.text ?? '', ['Ada', 'Ada Brandt']);
        expect(
          keys.filter((key) => said.has(key)),
          `${kind}: ${draft?.text}`,
        ).toEqual([]);
        for (const key of keys) said.add(key);
      }
    }
  });

  it('congratulate on what is known: the news of late, else a success nobody made much of', () => {
    const to = (given: Partial<Candidate>) =>
      draftFor(aCandidate(given), { reasons: [], kind: 'congratulations', channel: 'text', today: TODAY })?.text;
    const success = (text: string, given = {}) => ({ facts: [aFact('success', text, given)] });
    expect(to(success('Shortlisted for a translation prize'))).toMatch(
      /: you were shortlisted for a translation prize/,
    );
    expect(to(success('Spoke at the council'))).toMatch(/: you spoke at the council/);
    expect(to(success('Spoke at the council', { private: true }))).not.toMatch(/council/);
    const moment = (kind: 'promotion' | 'loss', date: string) => ({
      moments: [{ id: 'm', kind, date: day(date), noticedOn: day(date), text: 'x' }],
    });
    expect(to(moment('promotion', '2026-10-01'))).toMatch(/promotion/);
    expect(to(moment('promotion', '2026-01-01'))).not.toMatch(/promotion/);
    expect(to(moment('loss', '2026-10-01'))).toMatch(/Congratulations/i);
  });

  it('thank for what was done in one sentence, and follow up on what was talked about', () => {
    const to = (kind: 'thanks' | 'follow-up' | 'reply', given: Partial<Candidate>, about?: string) =>
      draftFor(aCandidate(given), { reasons: [], kind, channel: 'text', today: TODAY, about })?.text;
    expect(to('thanks', {}, 'Read my draft')).toMatch(/you read my draft, and .+\. Thank you\.$/);
    expect(to('follow-up', aTouch('2026-11-10', 'Talked about tidal power'))).toMatch(/our talk about tidal power/);
    const mine = aTouch('2026-11-10', 'Wrote about tidal power', { channel: 'email', direction: 'mine' });
    expect(to('follow-up', mine)).not.toMatch(/conversation|talk/i);
    expect(to('reply', mine)).not.toMatch(/tidal power/);
  });

  describe('in German', () => {
    const write = (given: Partial<Candidate>, kind: 'hello' | 'thanks' | 'congratulations', about?: string) =>
      draftFor(aCandidate({ language: 'de', closeness: 0.8, ...given }), {
        reasons: [],
        kind,
        channel: 'email',
        today: TODAY,
        about,
      })?.text;

    it.each([
      ['Segeln', 'Zeit für Segeln?'],
      ['liebt Keramik', 'Zeit für Keramik?'],
      ['mag Schach!', 'Zeit für Schach?'],
    ])('ask about %s', (fact, expected) => {
      expect(write({ facts: [aFact('interest', fact)] }, 'hello')).toContain(expected);
    });

    it.each(['sailing', 'Cycling', 'Restores pocket watches', 'likes kelp'])('leave out %s', (fact) => {
      expect(write({ facts: [aFact('interest', fact)] }, 'hello')).not.toMatch(/sailing|cycling|pocket|kelp/i);
    });

    it('ask about nothing that is private', () => {
      expect(write({ facts: [aFact('interest', 'Segeln', { private: true })] }, 'hello')).not.toContain('Segeln');
    });

    it('thank for what stands in its case already, in the manner of the message', () => {
      expect(write({}, 'thanks', 'Für die Leiter!')).toContain('für die Leiter.');
      expect(write({}, 'thanks', 'deinen Rat')).toContain('für deinen Rat.');
      expect(write({}, 'thanks', 'die Leiter geliehen')).not.toContain('Leiter');
      expect(write({}, 'thanks', 'der Rat')).not.toContain('Rat');
      expect(write({ closeness: 0.1 }, 'thanks', 'deinen Rat')).not.toContain('deinen');
      expect(write({}, 'thanks', 'Lent me the ladder')).not.toContain('ladder');
    });

    it('congratulate on what it is', () => {
      expect(write({}, 'congratulations', 'Zur Prüfung')).toMatch(/^Herzlichen Glückwunsch zur Prüfung, /);
      expect(write({}, 'congratulations', 'Won the prize')).toMatch(/^Herzlichen Glückwunsch, /);
    });
  });

  it('are German for whoever reads German, and say du or Sie', () => {
    const german = { language: 'de-CH', closeness: 0.8 };
    const hello = draftFor(aCandidate(german), { reasons: [], kind: 'hello', channel: 'whatsapp', today: TODAY });
    expect(hello?.text).toMatch(/^(?:Hi|Hallo) Ada, \p{Ll}/u);
    expect(hello?.language).toBe('de');
    const formal = draftFor(aCandidate({ ...german, closeness: 0.1 }), {
      reasons: [],
      kind: 'thanks',
      channel: 'email',
      today: TODAY,
    });
    expect(formal?.text).toMatch(/^Guten Tag Ada Brandt,\n\n.*Ihnen/);
    expect(formal?.subject).toBe('Danke');
  });

  it('are written to nobody who has died', () => {
    expect(draftFor(aCandidate({ deceased: true }), { reasons: [], channel: 'email', today: TODAY })).toBeUndefined();
  });
});

describe('what an assistant is sent', () => {
  it('is the draft and the open facts of one person, whatever stands in them', () => {
    const anyFact = fc.record({
      kind: fc.constantFrom(...FACT_KINDS),
      text: fc.stringMatching(/^[a-z]{6,12}$/),
      private: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 20 }), fc.stringMatching(/^[A-Z]{8}$/), (facts, draft) => {
        const known = facts.map((fact, at) => ({ ...fact, id: String(at), text: `${at}${fact.text}${at}` }));
        const messages = rephraseRequest(draft, {
          person: { name: 'Ada', facts: known },
          style: 'short',
          language: 'en',
          today: TODAY,
        });
        const sent = messages.map(({ content }) => content).join('\n');
        expect(sent).toContain(draft);
        for (const fact of known.filter((one) => one.private)) expect(sent).not.toContain(fact.text);
        const lines = sent.split('\n').filter((line) => line.startsWith('- '));
        const open = known.filter((one) => !one.private).map(({ text }) => `- ${text}`);
        expect(lines.every((line) => open.includes(line))).toBe(true);
      }),
    );
  });

  it('answers with marks around it that are taken off', () => {
    expect(answeredText('<think>hm</think>\n“Hi Ada!”')).toBe('Hi Ada!');
    expect(answeredText('```\nHi Ada!\n```')).toBe('Hi Ada!');
    expect(answeredText('Hi Ada, how is “the boat”?')).toBe('Hi Ada, how is “the boat”?');
  });
});
