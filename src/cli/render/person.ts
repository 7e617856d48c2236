import type { PersonPage, Touch } from '../../contract/shapes.ts';
import { toCardWords } from '../../domain/card/card-words.ts';
import { contactLines } from '../../domain/card/contact-lines.ts';
import type { Card } from '../../domain/card/jscontact.ts';
import { rhythmText } from '../../domain/keeping/rhythm.ts';
import { isToldAsMoment } from '../../domain/keeping/told-as-moment.ts';
import { placedAt } from '../../domain/today/phrases.ts';
import type { Channel } from '../../domain/words.ts';
import { nearDay, relativeDay, shortDay } from './days.ts';
import { displayWidth, indented, oneLine, type Page, padTo } from './text.ts';
import { arrow, byChannel, channelName } from './words.ts';

const WITHOUT_END = '9999-12-31';

/** Everything about a person, to pick up where you left off. */
export function renderPerson(person: PersonPage, page: Page): string {
  const blocks = [
    head(person, page),
    whyNow(person, page),
    ...[
      waking,
      reach,
      occasions,
      remembered,
      promises,
      reminders,
      moments,
      giving,
      favours,
      longGame,
      ties,
      onTheCard,
      touches,
      sources,
      doubles,
    ].map((block) => block(person, page)),
    [page.style.dim(person.id)],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function head(person: PersonPage, page: Page): string[] {
  const { style } = page;
  const where = [person.place, person.localTime === null ? null : `${person.localTime} there`].filter(
    (part) => part !== null,
  );
  const lines = [
    style.bold(person.name) + (person.deceased ? style.dim('  †') : person.archived ? style.dim('  (archived)') : ''),
  ];
  if (person.headline) lines.push(...indented(person.headline, page, { by: 0 }));
  if (where.length > 0) lines.push(where.join(' · '));
  lines.push(...indented(keeping(person, page), page, { by: 0, paint: style.dim }));
  if (person.warmthText) lines.push(...indented(person.warmthText, page, { by: 0, paint: style.dim }));
  return lines;
}

function keeping(person: PersonPage, page: Page): string {
  const circles = person.circles.map((circle) => circle.name).join(', ') || 'An acquaintance';
  const rhythm = person.effectiveRhythmDays === null ? null : rhythmText(person.effectiveRhythmDays);
  return [
    circles,
    rhythm,
    person.lastTouch === null ? null : `last touch ${relativeDay(person.lastTouch, page)}`,
    person.nextTouch === null ? null : `next ${nearDay(person.nextTouch, page)}`,
    person.followUpOn === null ? null : `follow-up ${relativeDay(person.followUpOn, page)}`,
    person.snoozedUntil === null ? null : `snoozed until ${shortDay(person.snoozedUntil, page)}`,
    person.pausedUntil === null
      ? null
      : person.pausedUntil === WITHOUT_END
        ? 'paused'
        : `paused until ${shortDay(person.pausedUntil, page)}`,
    person.channel === null ? null : `prefers ${channelName(person.channel)}`,
    ...person.tags.map((tag) => `#${tag}`),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

export function section(title: string, lines: readonly string[], page: Page): string[] {
  return lines.length === 0 ? [] : [page.style.accent(title), ...lines];
}

function whyNow(person: PersonPage, page: Page): string[] {
  if (person.reasons.length === 0) return [];
  const reasons = person.reasons.flatMap((reason) => indented(reason.text, page, { by: 2 }));
  const opener = person.opener ? indented(`“${person.opener}”`, page, { by: 4, paint: page.style.quote }) : [];
  return section('Why now', [...reasons, ...opener], page);
}

/** The least that a text beside its word is given; with less it stands below. */
const LEAST_BESIDE = 24;

/** Pairs of a short word and a text, the texts under each other, or on a narrow page each below its word. */
export function pairs(rows: readonly (readonly [word: string, text: string])[], page: Page): string[] {
  const { dim } = page.style;
  const width = Math.max(0, ...rows.map(([word]) => displayWidth(word)));
  if (page.width < width + 4 + LEAST_BESIDE)
    return rows.flatMap(([word, text]) => [
      ...indented(word, page, { by: 2, paint: dim }),
      ...indented(oneLine(text), page, { by: 4 }),
    ]);
  return rows.flatMap(([word, text]) => {
    const [first = '', ...more] = indented(oneLine(text), page, { by: width + 4 });
    return [`  ${dim(padTo(word, width))}  ${first.trimStart()}`, ...more];
  });
}

/** Ways that are called otherwise than the channel they are for. */
const WAYS: Readonly<Partial<Record<Channel, string>>> = { other: 'online', card: 'post' };

function reach(person: PersonPage, page: Page): string[] {
  // One number in four messengers is one way to reach them, said once.
  const byLabel = Map.groupBy(contactLines(cardOf(person), person.reach), (line) => line.label);
  const preferred = person.reach.find((way) => way.preferred)?.label;
  const rows = [...byLabel].map(([label, lines]): [string, string] => [
    lines.map(({ channel }) => WAYS[channel] ?? channelName(channel)).join(', '),
    label === preferred ? `${label} (preferred)` : label,
  ]);
  // The second e-mail address below the first.
  const byKind = Map.groupBy(rows, ([word]) => word.split(', ')[0]);
  return section('Reach', pairs([...byKind.values()].flat(), page), page);
}

function cardOf({ card }: PersonPage): Card {
  return card as unknown as Card;
}

/** What an address book had to say of them: notes, and their people. */
function onTheCard(person: PersonPage, page: Page): string[] {
  const { notes, related } = toCardWords(cardOf(person));
  const people = related.map(({ name, word }): [string, string] => [word.replaceAll('-', ' ') || 'related', name]);
  return section(
    'On their card',
    [...notes.flatMap((note) => indented(note, page, { by: 2 })), ...pairs(people, page)],
    page,
  );
}

function occasions(person: PersonPage, page: Page): string[] {
  const rows = person.occasions.map(({ kind, label, written, next, turns }): [string, string] => {
    const years = turns === null ? '' : kind === 'birth' ? ` (turns ${turns})` : ` (${turns} years)`;
    return [label, written + (next === null ? '' : `, ${relativeDay(next, page)}${years}`)];
  });
  if (person.age !== null) rows.push(['age', ageText(person.age)]);
  return section('Dates', pairs(rows, page), page);
}

function ageText({ years, about }: NonNullable<PersonPage['age']>): string {
  return about ? `about ${years}` : String(years);
}

function remembered(person: PersonPage, page: Page): string[] {
  const shown = person.facts.filter((fact) => !isToldAsMoment(fact, person.moments));
  const facts = shown.map((fact): [string, string] => [
    fact.kind.replaceAll('-', ' '),
    fact.text + (fact.private ? ' (private)' : ''),
  ]);
  return section('Remember', pairs(facts, page), page);
}

function promises(person: PersonPage, page: Page): string[] {
  const open = person.promises.filter((promise) => promise.doneOn === null);
  const rows = open.map((promise): [string, string] => [
    promise.by === 'me' ? 'you' : 'they',
    promise.text + (promise.due === null ? '' : `, ${relativeDay(promise.due, page)}`),
  ]);
  return section('Promised', pairs(rows, page), page);
}

function reminders(person: PersonPage, page: Page): string[] {
  const open = person.reminders.filter((reminder) => reminder.doneOn === null);
  const rows = open.map((reminder): [string, string] => [nearDay(reminder.date, page), reminder.text]);
  return section('Reminders', pairs(rows, page), page);
}

function waking(person: PersonPage, page: Page): string[] {
  if (person.waking === null || person.waking.state === 'said') return [];
  const { state, text } = person.waking;
  const hint = state === 'asleep' ? [] : indented('Say so: tendril wake WHO glad, so-so or rest', page, { by: 2 });
  return section(
    state === 'asleep' ? 'Worth waking' : 'In touch again',
    [...indented(text, page, { by: 2 }), ...hint],
    page,
  );
}

function moments(person: PersonPage, page: Page): string[] {
  const rows = person.moments.map((moment): [string, string] => [
    relativeDay(moment.date, page),
    (moment.organisation === null ? '' : `${moment.organisation}: `) +
      moment.text +
      (moment.source === null
        ? ''
        : ` (${moment.source} says so${moment.was === null ? '' : `; before, ${moment.was}`})`),
  ]);
  return section('In their life', pairs(rows, page), page);
}

function giving(person: PersonPage, page: Page): string[] {
  const words = { given: 'you gave', received: 'they gave', asked: 'you asked', thanked: 'you thanked' };
  const rows = person.exchanges.map((entry): [string, string] => [
    words[entry.kind],
    `${entry.text}, ${relativeDay(entry.date, page)}`,
  ]);
  const balance = person.balance === null ? [] : indented(person.balance, page, { by: 2 });
  return section('Give and take', [...balance, ...pairs(rows, page)], page);
}

function favours(person: PersonPage, page: Page): string[] {
  return section(
    'In five minutes',
    person.favours.flatMap((favour) => indented(favour.text, page, { by: 2 })),
    page,
  );
}

/** The owner's own news and goals as far as they touch this person, what came of the tie, and what to ask about again. */
function longGame(person: PersonPage, page: Page): string[] {
  const news = person.ownNews
    .filter(({ open, toldOn }) => open || toldOn !== null)
    .map(({ text, toldOn }): [string, string] => [
      toldOn === null ? 'to be told' : 'knows',
      toldOn === null ? text : `${text}, ${relativeDay(toldOn, page)}`,
    ]);
  const goals = person.ownGoals.map(({ text }): [string, string] => ['your goal', text]);
  const outcomes = person.outcomes.map(({ text, date }): [string, string] => [
    'came of it',
    `${text}, ${relativeDay(date, page)}`,
  ]);
  const unasked = person.unasked === null ? [] : indented(person.unasked.text, page, { by: 2 });
  return section('The long game', [...unasked, ...pairs([...news, ...goals, ...outcomes], page)], page);
}

function ties(person: PersonPage, page: Page): string[] {
  const word = (kind: string) => kind.replaceAll('-', ' ');
  return section(
    'Ties',
    pairs(
      [
        ...person.ties.map((tie): [string, string] => [word(tie.kind), tie.otherName]),
        ...person.probableTies.map(({ kind, otherName, via }): [string, string] => [
          `probably ${word(kind)}`,
          `${otherName}, ${word(via.kind)} of ${via.name}`,
        ]),
      ],
      page,
    ),
    page,
  );
}

function touches(person: PersonPage, page: Page): string[] {
  const rows = person.touches.map((touch): [string, string] => [
    nearDay(touch.date, page),
    touchText(touch, person.id),
  ]);
  const more =
    person.touchCount > person.touches.length
      ? [page.style.dim(`  and ${person.touchCount - person.touches.length} before`)]
      : [];
  return section('Touches', [...pairs(rows, page), ...more], page);
}

export function touchText(touch: Touch, personId: string): string {
  const others = touch.people.filter((other) => other.id !== personId).map((other) => other.name);
  const way = [
    arrow(touch.direction),
    byChannel(touch.channel),
    touch.place ? placedAt(touch.place) : '',
    others.length > 0 ? `with ${namesOf(others)}` : '',
  ]
    .filter(Boolean)
    .join(' ');
  const what = touch.summary || touch.notes;
  return `${touch.plan ? 'planned ' : ''}${way}${what ? `: ${what}` : ''}`;
}

const MOST_NAMES = 4;

function namesOf(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return names.join(', ');
  return `${names.slice(0, MOST_NAMES - 1).join(', ')} and ${names.length - MOST_NAMES + 1} others`;
}

function sources(person: PersonPage, page: Page): string[] {
  const rows = person.sources.map(({ label, importedOn, missing }): [string, string] => [
    label,
    `${shortDay(importedOn, page)}${missing ? ', not in the newest export' : ''}`,
  ]);
  return section('From', pairs(rows, page), page);
}

function doubles(person: PersonPage, page: Page): string[] {
  const rows = person.doubles.map(({ id, name, headline, reasons }): [string, string] => [
    name,
    `${headline ? `${headline}; ` : ''}${reasons.join(', ')} (${id})`,
  ]);
  return section('Maybe the same person', pairs(rows, page), page);
}
