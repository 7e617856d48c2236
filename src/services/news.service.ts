import type { NewsItem, NewsPage, NewsPerson, Suggested } from '../contract/long-game.ts';
import type { Body } from '../contract/routes.ts';
import { isDeceased } from '../domain/card/card.ts';
import type { Card } from '../domain/card/jscontact.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { AppError } from '../domain/errors.ts';
import { isSpoken } from '../domain/keeping/open-threads.ts';
import { DEFAULT_PER_DAY, MOST_TOLD, turnsOn } from '../domain/news/telling.ts';
import { whoWouldCare } from '../domain/news/who.ts';
import { channelFor } from '../domain/today/channel.ts';
import { openerFor } from '../domain/today/opener.ts';
import { newsReason } from '../domain/today/own-news.ts';
import { plain, shortened } from '../domain/today/phrases.ts';
import type { Channel, NewsKind } from '../domain/words.ts';
import { findRow, type Writer } from '../storage/feed.ts';
import { membersOf } from '../storage/repositories/circle.repository.ts';
import { allNews, answersSince, newsPeople } from '../storage/repositories/news.repository.ts';
import { findPeople, findStates } from '../storage/repositories/person.repository.ts';
import type { NewsPersonTable, NewsTable, PersonTable } from '../storage/schema.ts';
import type { Scope } from '../storage/store.ts';
import { acquaintancesAmong, acquaintancesFor, faceOf, shownSuggestions } from './acquaintances.ts';
import { loadCandidates, todaySettings } from './candidates.ts';
import { getCircle } from './circles.service.ts';
import { act, type Context, scopeOf, todayOf } from './context.ts';
import { getPersonRow, likelyChannel, settle } from './keeping.service.ts';
import { type Acted, nameOf } from './memory.service.ts';
import { helpersAmong, restingAmong, toRecipient, toTell, waits } from './news-turns.ts';
import { reachableChannels, reachOf } from './reach.ts';
import { readSettings } from './read-settings.ts';
import { insertTouch, namesOf, usualDirection } from './touches.service.ts';

/** One's own news: who is to hear it, told one by one and never in bulk. */

const MOST_SUGGESTED = 60;
/** As many as a circle may hold to be put in the row with one act; of more, one chooses. */
const LARGEST_CIRCLE = 15;
const LONGEST_TITLE = 80;

const gone = () => new AppError('not-found', 'This news is not here (any more).');
const noPlace = () => new AppError('not-found', 'They are not among those who are to hear it (any more).');
const inShort = (text: string) => shortened(plain(text), LONGEST_TITLE);

export async function listNews(context: Context): Promise<NewsItem[]> {
  const scope = scopeOf(context);
  const all = await allNews(scope);
  const rows = await newsPeople(
    scope,
    all.map(({ id }) => id),
  );
  const answers = await answersOf(scope, rows);
  const byNews = Map.groupBy(rows, (row) => row.news_id);
  return all.map((news) => toItem(news, byNews.get(news.id) ?? [], answers));
}

function toItem(news: NewsTable, rows: readonly NewsPersonTable[], answers: ReadonlyMap<string, string>): NewsItem {
  return {
    id: news.id,
    kind: news.kind as NewsKind,
    text: news.text,
    date: news.date,
    perDay: news.per_day,
    closedOn: news.closed_on,
    told: rows.filter((row) => row.told_on !== null).length,
    answered: rows.filter((row) => answers.has(row.id)).length,
    waiting: rows.filter(waits).length,
  };
}

/** By row, the first day on which they wrote or spoke since they were told. */
async function answersOf(scope: Scope, rows: readonly NewsPersonTable[]): Promise<ReadonlyMap<string, string>> {
  const told = rows.flatMap(({ id, person_id: personId, told_on: on }) => (on === null ? [] : [{ id, personId, on }]));
  const [first] = told.map(({ on }) => on).sort();
  if (first === undefined) return new Map();
  const answers = Map.groupBy(
    await answersSince(
      scope,
      told.map(({ personId }) => personId),
      first,
    ),
    (row) => row.person_id,
  );
  return new Map(
    told.flatMap(({ id, personId, on }): [string, string][] => {
      const [since] = (answers.get(personId) ?? [])
        .map(({ date }) => date)
        .filter((date) => date >= on)
        .sort();
      return since === undefined ? [] : [[id, since]];
    }),
  );
}

/** @throws AppError `not-found` */
export async function getNews(context: Context, id: string): Promise<NewsPage> {
  const scope = scopeOf(context);
  const news = await findRow(scope, 'news', id);
  if (!news) throw gone();
  const today = await todayOf(context);
  const rows = await newsPeople(scope, [id]);
  const answers = await answersOf(scope, rows);
  return { ...toItem(news, rows, answers), people: await rowOf(context, { news, rows, answers, today }) };
}

interface Telling {
  readonly news: NewsTable;
  readonly rows: readonly NewsPersonTable[];
  readonly answers: ReadonlyMap<string, string>;
  readonly today: CalendarDate;
}

async function rowOf(context: Context, { news, rows, answers, today }: Telling): Promise<NewsPerson[]> {
  const scope = scopeOf(context);
  const settings = await readSettings(scope);
  const ids = rows.map((row) => row.person_id);
  const states = new Map((await findStates(scope, ids)).map((state) => [state.person_id, state]));
  const people = new Map((await findPeople(scope, ids)).map((person) => [person.id, person]));
  const candidates = new Map((await loadCandidates(scope, ids, today)).map((one) => [one.personId, one]));
  const rests = await restingAmong(scope, rows.filter(waits), today);
  const helped = await helpersAmong(scope, news.text, ids);
  const isOpen = news.closed_on === null && news.date <= today;
  const turns = new Set(
    isOpen
      ? turnsOn(rows.map(toRecipient), { perDay: news.per_day, today, rests: (id) => rests.has(id) }).map(
          ({ row }) => row.id,
        )
      : [],
  );
  const phoneKey = (number: string) => context.store.phoneKey(number, settings.country);
  return rows.flatMap((row): NewsPerson[] => {
    const state = states.get(row.person_id);
    const person = people.get(row.person_id);
    const candidate = candidates.get(row.person_id);
    if (!state || !person || !candidate) return [];
    const ownNews = toTell(row, news, helped.has(row.person_id));
    const telling = { ...candidate, ownNews };
    const channel = channelFor(telling);
    const reason = newsReason(telling, { today, settings: todaySettings(settings) });
    const isDraft = waits(row) && !candidate.deceased;
    return [
      {
        id: row.id,
        ...faceOf(state),
        why: row.why === '' ? null : row.why,
        toldOn: row.told_on,
        skippedOn: row.skipped_on,
        answeredOn: answers.get(row.id) ?? null,
        turn: turns.has(row.id),
        rests: rests.has(row.person_id),
        channel,
        draft: isDraft
          ? openerFor(telling, { reasons: reason ? [reason] : [], channel, today, locale: settings.locale })
          : null,
        reach: reachOf(JSON.parse(person.card) as Card, {
          preferred: (person.channel as Channel | null) ?? channel,
          phoneKey,
        }),
      },
    ];
  });
}

export async function addNews(context: Context, input: Body<'addNews'>): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(
    context,
    { kind: 'news', title: `Your news: ${inShort(input.text)}` },
    async (writer) => {
      return insertNews(writer, { date: today, ...input });
    },
  );
  return { stepId, id: result, message: 'Noted. Now choose who would care to hear it from you.' };
}

/** News that nobody was chosen for yet. Answers its id. */
export async function insertNews(
  writer: Writer,
  { kind, text, date, perDay = DEFAULT_PER_DAY }: Body<'addNews'> & { readonly date: string },
): Promise<string> {
  const id = writer.newId();
  await writer.insert('news', [{ id, kind, text, date, per_day: perDay, closed_on: null }]);
  return id;
}

export async function updateNews(context: Context, id: string, input: Body<'updateNews'>): Promise<Acted> {
  const today = await todayOf(context);
  const { perDay, closed, ...rest } = input;
  const message = closed === true ? 'Closed: nobody waits for it any more.' : 'The news is changed.';
  const { stepId } = await act(context, { kind: 'news', title: 'Changed your news' }, async (writer) => {
    const row = await findRow(writer, 'news', id);
    if (!row) throw gone();
    writer.title = `${closed === true ? 'Closed' : 'Changed'} your news: ${inShort(input.text ?? row.text)}`;
    await writer.updateRow('news', row, {
      ...rest,
      ...(perDay === undefined ? {} : { per_day: perDay }),
      ...(closed === undefined ? {} : { closed_on: closed ? today : null }),
    });
    return null;
  });
  return { stepId, id, message };
}

export async function deleteNews(context: Context, id: string): Promise<Acted> {
  const { stepId } = await act(context, { kind: 'news', title: 'Deleted your news' }, async (writer) => {
    const row = await findRow(writer, 'news', id);
    if (!row) throw gone();
    writer.title = `Deleted your news: ${inShort(row.text)}`;
    await writer.remove(
      'news_person',
      (await newsPeople(writer, [id])).map((one) => one.id),
    );
    await writer.remove('news', [id]);
    return null;
  });
  return { stepId, message: 'The news is deleted. What was said to whom stays in their story.' };
}

/** Who would care and is not in the row yet; of a circle everyone, with a reason where there is one. */
export async function suggestForNews(context: Context, id: string, circle?: string): Promise<Suggested[]> {
  const scope = scopeOf(context);
  const news = await findRow(scope, 'news', id);
  if (!news) throw gone();
  const { locale } = await readSettings(scope);
  const today = await todayOf(context);
  const there = new Set((await newsPeople(scope, [id])).map((row) => row.person_id));
  const days = { today, locale };
  if (circle === undefined) {
    const people = (await acquaintancesFor(scope, news.text, today)).filter(({ personId }) => !there.has(personId));
    return shownSuggestions(scope, whoWouldCare(news.text, people, days).slice(0, MOST_SUGGESTED));
  }
  await requireCircle(scope, circle);
  const members = (await membersOf(scope, circle)).map((row) => row.person_id).filter((one) => !there.has(one));
  const people = await acquaintancesAmong(scope, members, { text: news.text, today });
  const why = new Map(whoWouldCare(news.text, people, days).map((one) => [one.personId, one.why]));
  return shownSuggestions(
    scope,
    [...people]
      .sort((a, b) => b.closeness - a.closeness || (a.name < b.name ? -1 : 1))
      .map(({ personId }) => ({ personId, why: why.get(personId) ?? [] })),
  );
}

export async function addNewsPeople(context: Context, id: string, input: Body<'addNewsPeople'>): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'news', title: 'Chose who is to hear it' }, async (writer) => {
    const news = await findRow(writer, 'news', id);
    if (!news) throw gone();
    const rows = await newsPeople(writer, [id]);
    const there = new Set(rows.map((row) => row.person_id));
    const chosen = (await chosenFor(writer, input)).filter((personId) => !there.has(personId));
    if (rows.length + chosen.length > MOST_TOLD)
      throw new AppError(
        'invalid',
        `That would be ${rows.length + chosen.length} people. Told personally, news reaches at most ${MOST_TOLD}: choose who matters most.`,
      );
    const known = await acquaintancesAmong(writer, chosen, { text: news.text, today });
    const { locale } = await readSettings(writer);
    const why = new Map(whoWouldCare(news.text, known, { today, locale }).map((one) => [one.personId, one.why[0]]));
    const first = rows.reduce((last, row) => Math.max(last, row.place + 1), 0);
    await writer.insert(
      'news_person',
      chosen.map((personId, i) => ({
        id: writer.newId(),
        news_id: id,
        person_id: personId,
        place: first + i,
        why: why.get(personId) ?? '',
        told_on: null,
        skipped_on: null,
      })),
    );
    writer.title =
      chosen.length === 0 ? 'Nobody new is to hear it' : `${await namesOf(writer, chosen)} will hear your news`;
    return writer.title;
  });
  return { stepId, id, message: `${result}.` };
}

/** @throws AppError `invalid` for a circle that is too large, or for somebody who has died */
async function chosenFor(writer: Writer, { people, circle }: Body<'addNewsPeople'>): Promise<string[]> {
  if (people === undefined && circle === undefined)
    throw new AppError('invalid', 'Say who is to hear it: people, or a circle.');
  const chosen = new Set<string>();
  for (const personId of people ?? []) {
    const person = await getPersonRow(writer, personId);
    if (person.deceased === 1 || isDeceased(JSON.parse(person.card) as Card))
      throw new AppError('invalid', `${await nameOf(writer, personId)} has died. Leave their name out.`);
    chosen.add(personId);
  }
  if (circle === undefined) return [...chosen];
  await requireCircle(writer, circle);
  const members = (await membersOf(writer, circle)).map((row) => row.person_id);
  if (members.length > LARGEST_CIRCLE)
    throw new AppError(
      'invalid',
      `This circle holds ${members.length} people. Choose from it by name: only a circle of up to ${LARGEST_CIRCLE} is added at once.`,
    );
  const alive = (await findPeople(writer, members)).filter(
    (person) => person.deceased === 0 && person.archived_on === null && !isDeceased(JSON.parse(person.card) as Card),
  );
  for (const { id } of alive) chosen.add(id);
  return [...chosen];
}

/** The id of a circle by its name. @throws AppError `not-found` */
export async function circleNamed(context: Context, name: string): Promise<string> {
  return (await getCircle(scopeOf(context), name)).id;
}

async function requireCircle(scope: Scope, id: string): Promise<void> {
  if (!(await findRow(scope, 'circle', id))) throw new AppError('not-found', 'This circle is not here (any more).');
}

export async function tellNews(context: Context, id: string, input: Body<'tellNews'>): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'touch', title: 'Told your news' }, async (writer) => {
    const { row, news } = await placeOf(writer, id);
    const date = (input.date as CalendarDate | undefined) ?? today;
    if (date > today)
      throw new AppError('invalid', `${date} is still to come. Mark it when they know, or plan a meeting.`);
    const person = await getPersonRow(writer, row.person_id);
    const name = await nameOf(writer, row.person_id);
    const channel = input.channel ?? (await channelOfNews(writer, person));
    await insertTouch(writer, {
      people: [row.person_id],
      date,
      channel,
      direction: usualDirection(channel),
      notes: `Told: ${news.text}`,
      source: 'done',
    });
    await settle(writer, row.person_id, today);
    await writer.updateRow('news_person', row, { told_on: date, skipped_on: null });
    writer.title = `Told ${name} your news: ${inShort(news.text)}`;
    return name;
  });
  return { stepId, id, message: `${result} knows now.` };
}

/** News is sent, and waits for an answer, unless somebody is always met or called, or it is said that they were. */
async function channelOfNews(writer: Writer, person: PersonTable): Promise<Channel> {
  const likely = await likelyChannel(writer, person);
  if (person.channel !== null || !isSpoken(likely)) return likely;
  return reachableChannels(JSON.parse(person.card) as Card).find((channel) => !isSpoken(channel)) ?? 'other';
}

export async function skipNews(context: Context, id: string): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'news', title: 'Skipped somebody' }, async (writer) => {
    const { row } = await placeOf(writer, id);
    const name = await nameOf(writer, row.person_id);
    writer.title = `Did not tell ${name} your news`;
    await writer.updateRow('news_person', row, { skipped_on: today });
    return name;
  });
  return { stepId, id, message: `Left out: ${result} is not waited for.` };
}

export async function removeNewsPerson(context: Context, id: string): Promise<Acted> {
  const { stepId, result } = await act(context, { kind: 'news', title: 'Took somebody out' }, async (writer) => {
    const { row } = await placeOf(writer, id);
    const name = await nameOf(writer, row.person_id);
    writer.title = `Took ${name} out of those who are to hear your news`;
    await writer.remove('news_person', [id]);
    return name;
  });
  return { stepId, message: `${result} is not in the row any more.` };
}

async function placeOf(writer: Writer, id: string): Promise<{ row: NewsPersonTable; news: NewsTable }> {
  const row = await findRow(writer, 'news_person', id);
  const news = row && (await findRow(writer, 'news', row.news_id));
  if (!row || !news) throw noPlace();
  return { row, news };
}

/** The place of somebody in the row. @throws AppError `not-found` */
export async function findPlace(
  context: Context,
  newsId: string,
  { id, name }: { id: string; name: string },
): Promise<string> {
  const row = (await newsPeople(scopeOf(context), [newsId])).find((one) => one.person_id === id);
  if (row) return row.id;
  throw new AppError(
    'not-found',
    `${name} is not among those who are to hear it. Put them in the row: tendril news who --add "${name}"`,
  );
}

/** The news that is meant: by its id, by a beginning of its words, or the newest that is open. @throws AppError `not-found` */
export async function findNews(context: Context, said: string | undefined): Promise<NewsTable> {
  const all = await allNews(scopeOf(context));
  const wanted = said?.trim().toLowerCase();
  const found =
    wanted === undefined
      ? all.find((news) => news.closed_on === null)
      : (all.find((news) => news.id === said) ?? all.find((news) => news.text.toLowerCase().includes(wanted)));
  if (found) return found;
  throw new AppError(
    'not-found',
    wanted === undefined
      ? 'There is no news to tell. Add it: tendril news add KIND "TEXT"'
      : `No news of yours says “${said}”. See them with: tendril news list`,
  );
}
