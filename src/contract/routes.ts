import { z } from 'zod';
import { MOST_PREPARED } from '../domain/prep/words.ts';
import { SOURCE_FORMATS } from '../domain/words.ts';
import * as s from './shapes.ts';

/**
 * Every HTTP operation under `/api/v1`: the server mounts exactly these, the OpenAPI document lists exactly these and
 * the typed client calls exactly these.
 */
export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete';
  /** Path below `/api/v1`, parameters as `{name}`. */
  readonly path: string;
  readonly summary: string;
  /** Who may call: anyone, or a session or token that may read or write. */
  readonly auth: 'anyone' | 'read' | 'write';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** A body or an answer that is not JSON. */
  readonly bodyType?: 'multipart/form-data';
  readonly response?: z.ZodType;
  readonly responseType?: string;
}

const byId = z.object({ id: s.id });
const flag = z.enum(['true', 'false']).optional();
const limit = z.coerce.number().int().min(1).max(500).optional();
const onDay = z.object({ on: s.day.optional() });

/** What an act answers: the step to undo it by, and a sentence for the toast. */
export const acted = z.object({ stepId: s.id.nullable(), message: z.string(), id: s.id.optional() });
export type Acted = z.infer<typeof acted>;

const touchInput = z.object({
  id: s.ownId.optional(),
  people: z.array(s.id).min(1).max(200),
  date: s.day.optional(),
  at: s.instant.nullable().optional(),
  channel: s.channel,
  direction: s.direction.optional(),
  summary: z.string().max(2_000).optional(),
  notes: s.text.long.optional(),
  place: z.string().max(300).nullable().optional(),
  plan: z.boolean().optional(),
  personal: z.boolean().optional(),
  followUp: z.boolean().optional(),
});
export type TouchInput = z.infer<typeof touchInput>;

export const routes = {
  getSession: { method: 'get', path: '/session', summary: 'Who is signed in', auth: 'anyone', response: s.session },
  signUp: {
    method: 'post',
    path: '/owner',
    summary: 'Claim this Tendril as its owner (first run only)',
    auth: 'anyone',
    body: z.object({
      name: s.text.short,
      email: z.email(),
      password: z.string().min(10).max(256),
      code: z.string().optional(),
    }),
    response: s.session,
  },
  signIn: {
    method: 'post',
    path: '/session',
    summary: 'Sign in with e-mail and password',
    auth: 'anyone',
    body: z.object({ email: z.email(), password: z.string().min(1).max(256) }),
    response: s.session,
  },
  signOut: { method: 'delete', path: '/session', summary: 'Sign out', auth: 'anyone', response: s.session },

  getToday: {
    method: 'get',
    path: '/today',
    summary: 'The people worth a message today',
    auth: 'read',
    query: onDay.extend({ all: flag }),
    response: s.todayPage,
  },
  getPrep: {
    method: 'get',
    path: '/prep',
    summary: 'To prepare for a meeting: with these people, for a planned touch, else for the next that is planned',
    auth: 'read',
    query: onDay.extend({
      people: z.string().max(4_000).optional().describe(`ids of up to ${MOST_PREPARED} people, separated by commas`),
      touch: s.id.optional().describe('a planned touch: its people'),
    }),
    response: s.prep,
  },

  listPeople: {
    method: 'get',
    path: '/people',
    summary: 'People, a page at a time',
    auth: 'read',
    query: s.peopleFilter.extend({
      sort: z.enum(['name', 'last-touch', 'next-touch', 'added']).optional(),
      limit,
      cursor: z.string().optional(),
      on: s.day.optional(),
    }),
    response: z.object({ items: z.array(s.personSummary), next: z.string().nullable(), total: z.int() }),
  },
  addPerson: {
    method: 'post',
    path: '/people',
    summary: 'Add a person',
    auth: 'write',
    body: s.newPerson,
    response: acted,
  },
  bulk: {
    method: 'post',
    path: '/people/bulk',
    summary: 'Do one thing to many people, as one step; many take a while, and are asked after by id',
    auth: 'write',
    body: z.object({ people: s.peopleChoice, act: s.bulkAct }),
    response: s.bulkRun,
  },
  getBulk: {
    method: 'get',
    path: '/people/bulk/{id}',
    summary: 'How far an act on many people has come',
    auth: 'read',
    params: byId,
    response: s.bulkRun,
  },
  exportPeople: {
    method: 'post',
    path: '/people/export',
    summary: 'Some people, in an open format',
    auth: 'read',
    body: z.object({ people: s.peopleChoice, format: z.enum(['vcard', 'vcard3', 'jscontact', 'csv']) }),
    responseType: 'application/octet-stream',
  },
  getPerson: {
    method: 'get',
    path: '/people/{id}',
    summary: 'Everything about a person',
    auth: 'read',
    params: byId,
    query: onDay,
    response: s.personPage,
  },
  updatePerson: {
    method: 'patch',
    path: '/people/{id}',
    summary: 'Change a person',
    auth: 'write',
    params: byId,
    body: s.personPatch,
    response: acted,
  },
  deletePerson: {
    method: 'delete',
    path: '/people/{id}',
    summary: 'Delete a person',
    auth: 'write',
    params: byId,
    response: acted,
  },
  listTouches: {
    method: 'get',
    path: '/people/{id}/touches',
    summary: 'Touches with a person, newest first',
    auth: 'read',
    params: byId,
    query: z.object({ cursor: z.string().optional(), limit }),
    response: z.object({ items: z.array(s.touch), next: z.string().nullable() }),
  },
  done: {
    method: 'post',
    path: '/people/{id}/done',
    summary: 'Log that you were in touch',
    auth: 'write',
    params: byId,
    body: z.object({
      channel: s.channel.optional(),
      date: s.day.optional(),
      direction: s.direction.optional(),
      summary: z.string().max(2_000).optional(),
    }),
    response: acted,
  },
  snooze: {
    method: 'post',
    path: '/people/{id}/snooze',
    summary: 'Not before this day',
    auth: 'write',
    params: byId,
    body: z.object({ until: s.day }),
    response: acted,
  },
  skip: {
    method: 'post',
    path: '/people/{id}/skip',
    summary: 'Skip once: wait another rhythm',
    auth: 'write',
    params: byId,
    body: z.object({}),
    response: acted,
  },
  pause: {
    method: 'post',
    path: '/people/{id}/pause',
    summary: 'No reasons until a day, or until resumed',
    auth: 'write',
    params: byId,
    body: z.object({ until: s.day.optional() }),
    response: acted,
  },
  resume: {
    method: 'post',
    path: '/people/{id}/resume',
    summary: 'End a pause or snooze',
    auth: 'write',
    params: byId,
    body: z.object({}),
    response: acted,
  },
  dismiss: {
    method: 'post',
    path: '/people/{id}/dismiss',
    summary: 'Let go of one reason',
    auth: 'write',
    params: byId,
    body: z.object({ key: z.string().min(1).max(200) }),
    response: acted,
  },
  letGo: {
    method: 'post',
    path: '/people/{id}/let-go',
    summary: 'Leave every circle and rhythm: an acquaintance again',
    auth: 'write',
    params: byId,
    body: z.object({}),
    response: acted,
  },

  addTouch: {
    method: 'post',
    path: '/touches',
    summary: 'Log a touch',
    auth: 'write',
    body: touchInput,
    response: acted,
  },
  updateTouch: {
    method: 'patch',
    path: '/touches/{id}',
    summary: 'Change a touch',
    auth: 'write',
    params: byId,
    body: touchInput.partial(),
    response: acted,
  },
  deleteTouch: {
    method: 'delete',
    path: '/touches/{id}',
    summary: 'Delete a touch',
    auth: 'write',
    params: byId,
    response: acted,
  },

  addFact: {
    method: 'post',
    path: '/people/{id}/facts',
    summary: 'Remember something about a person',
    auth: 'write',
    params: byId,
    body: z.object({
      kind: s.factKind,
      text: s.text.short,
      since: s.day.nullable().optional(),
      until: s.day.nullable().optional(),
      private: z.boolean().optional(),
    }),
    response: acted,
  },
  updateFact: {
    method: 'patch',
    path: '/facts/{id}',
    summary: 'Change a fact',
    auth: 'write',
    params: byId,
    body: z.object({
      kind: s.factKind.optional(),
      text: s.text.short.optional(),
      since: s.day.nullable().optional(),
      until: s.day.nullable().optional(),
      private: z.boolean().optional(),
    }),
    response: acted,
  },
  deleteFact: {
    method: 'delete',
    path: '/facts/{id}',
    summary: 'Forget a fact',
    auth: 'write',
    params: byId,
    response: acted,
  },

  addPromise: {
    method: 'post',
    path: '/people/{id}/promises',
    summary: 'Note a promise',
    auth: 'write',
    params: byId,
    body: z.object({ by: s.promiseBy, text: s.text.short, due: s.day.nullable().optional() }),
    response: acted,
  },
  updatePromise: {
    method: 'patch',
    path: '/promises/{id}',
    summary: 'Change, keep or reopen a promise',
    auth: 'write',
    params: byId,
    body: z.object({ text: s.text.short.optional(), due: s.day.nullable().optional(), done: z.boolean().optional() }),
    response: acted,
  },
  deletePromise: {
    method: 'delete',
    path: '/promises/{id}',
    summary: 'Delete a promise',
    auth: 'write',
    params: byId,
    response: acted,
  },

  addMoment: {
    method: 'post',
    path: '/people/{id}/moments',
    summary: 'Note what happened in their life',
    auth: 'write',
    params: byId,
    body: z.object({ kind: s.momentKind, text: s.text.short, date: s.day.optional() }),
    response: acted,
  },
  updateMoment: {
    method: 'patch',
    path: '/moments/{id}',
    summary: 'Change what happened',
    auth: 'write',
    params: byId,
    body: z.object({ kind: s.momentKind.optional(), text: s.text.short.optional(), date: s.day.optional() }),
    response: acted,
  },
  deleteMoment: {
    method: 'delete',
    path: '/moments/{id}',
    summary: 'Delete what happened',
    auth: 'write',
    params: byId,
    response: acted,
  },

  addExchange: {
    method: 'post',
    path: '/people/{id}/exchanges',
    summary: 'Note what was given, received, asked for or thanked for',
    auth: 'write',
    params: byId,
    body: z.object({ kind: s.exchangeKind, text: s.text.short, date: s.day.optional() }),
    response: acted,
  },
  updateExchange: {
    method: 'patch',
    path: '/exchanges/{id}',
    summary: 'Change an entry of the ledger',
    auth: 'write',
    params: byId,
    body: z.object({ kind: s.exchangeKind.optional(), text: s.text.short.optional(), date: s.day.optional() }),
    response: acted,
  },
  deleteExchange: {
    method: 'delete',
    path: '/exchanges/{id}',
    summary: 'Delete an entry of the ledger',
    auth: 'write',
    params: byId,
    response: acted,
  },
  beforeAsking: {
    method: 'get',
    path: '/people/{id}/ask',
    summary: 'What to know before asking them for something',
    auth: 'read',
    params: byId,
    query: onDay.extend({ text: z.string().max(2_000).optional() }),
    response: s.beforeAsking,
  },

  addReminder: {
    method: 'post',
    path: '/people/{id}/reminders',
    summary: 'Remind me',
    auth: 'write',
    params: byId,
    body: z.object({ date: s.day, text: s.text.short }),
    response: acted,
  },
  updateReminder: {
    method: 'patch',
    path: '/reminders/{id}',
    summary: 'Change or finish a reminder',
    auth: 'write',
    params: byId,
    body: z.object({ date: s.day.optional(), text: s.text.short.optional(), done: z.boolean().optional() }),
    response: acted,
  },
  deleteReminder: {
    method: 'delete',
    path: '/reminders/{id}',
    summary: 'Delete a reminder',
    auth: 'write',
    params: byId,
    response: acted,
  },

  addTie: {
    method: 'post',
    path: '/people/{id}/ties',
    summary: 'Relate two people',
    auth: 'write',
    params: byId,
    body: z.object({
      kind: z.string().trim().min(1).max(60),
      otherId: s.id.optional(),
      otherName: z.string().trim().max(200).optional(),
    }),
    response: acted,
  },
  deleteTie: {
    method: 'delete',
    path: '/ties/{id}',
    summary: 'Remove a tie',
    auth: 'write',
    params: byId,
    response: acted,
  },

  listCircles: {
    method: 'get',
    path: '/circles',
    summary: 'Circles with their rhythms and sizes',
    auth: 'read',
    response: z.object({
      circles: z.array(s.circle),
      offered: z.array(s.circleInput),
      acquaintances: z.int(),
      unsorted: z.int(),
    }),
  },
  addCircle: {
    method: 'post',
    path: '/circles',
    summary: 'Make a circle',
    auth: 'write',
    body: s.circleInput,
    response: acted,
  },
  updateCircle: {
    method: 'patch',
    path: '/circles/{id}',
    summary: 'Change a circle',
    auth: 'write',
    params: byId,
    body: s.circleInput.partial(),
    response: acted,
  },
  deleteCircle: {
    method: 'delete',
    path: '/circles/{id}',
    summary: 'Delete a circle; its people stay',
    auth: 'write',
    params: byId,
    response: acted,
  },
  changeMembers: {
    method: 'post',
    path: '/circles/{id}/members',
    summary: 'Put people into a circle or take them out',
    auth: 'write',
    params: byId,
    body: z.object({ add: z.array(s.id).max(500).optional(), remove: z.array(s.id).max(500).optional() }),
    response: acted,
  },

  getTriage: {
    method: 'get',
    path: '/triage',
    summary: 'People to sort into circles',
    auth: 'read',
    query: z.object({ limit }),
    response: s.triage,
  },
  sortPerson: {
    method: 'post',
    path: '/triage/{id}',
    summary: 'Sort one person: into a circle, or left as an acquaintance',
    auth: 'write',
    params: byId,
    body: z.object({ circleId: s.id.nullable() }),
    response: acted,
  },

  capture: {
    method: 'post',
    path: '/capture',
    summary: 'Understand one line; save it unless it is a dry run',
    auth: 'write',
    body: s.captureInput,
    response: s.captureResult,
  },

  listSources: {
    method: 'get',
    path: '/sources',
    summary: 'How to get each file',
    auth: 'read',
    response: z.object({ sources: z.array(s.sourceGuide) }),
  },
  startImport: {
    method: 'post',
    path: '/imports',
    summary: 'Bring in files (fields `files`)',
    auth: 'write',
    bodyType: 'multipart/form-data',
    query: z.object({ dryRun: flag, from: z.enum(SOURCE_FORMATS).optional(), source: z.string().optional() }),
    response: s.importRun,
  },
  listImports: {
    method: 'get',
    path: '/imports',
    summary: 'Imports so far',
    auth: 'read',
    response: z.object({ imports: z.array(s.importRun) }),
  },
  getImport: {
    method: 'get',
    path: '/imports/{id}',
    summary: 'Progress and report of an import',
    auth: 'read',
    params: byId,
    response: s.importRun,
  },
  cancelImport: {
    method: 'delete',
    path: '/imports/{id}',
    summary: 'Cancel a running import; nothing of it stays',
    auth: 'write',
    params: byId,
    response: s.importRun,
  },

  lookAtTables: {
    method: 'post',
    path: '/tables/look',
    summary: 'What the columns of unknown tables are taken for (fields `files`: the first 64 kB of each will do)',
    auth: 'write',
    bodyType: 'multipart/form-data',
    response: z.object({ tables: z.array(s.tableSeen) }),
  },
  previewTable: {
    method: 'post',
    path: '/tables/preview',
    summary: 'The people that rows become when the columns are these',
    auth: 'write',
    body: z.object({
      columns: z.array(s.tableColumn).max(10_000),
      rows: z.array(z.array(z.string().max(100_000)).max(10_000)).max(20),
    }),
    response: s.tablePreview,
  },
  listTables: {
    method: 'get',
    path: '/tables',
    summary: 'Kinds of tables of which the columns were chosen',
    auth: 'read',
    response: z.object({ tables: z.array(s.tableChoice) }),
  },
  rememberTable: {
    method: 'put',
    path: '/tables/{signature}',
    summary: 'Choose what the columns of a kind of table are, for this time and the next',
    auth: 'write',
    params: z.object({ signature: z.string().max(100) }),
    body: z.object({ name: s.text.short, columns: z.array(s.tableColumn).min(1).max(10_000) }),
    response: acted,
  },
  forgetTable: {
    method: 'delete',
    path: '/tables/{signature}',
    summary: 'Forget what the columns of a kind of table are',
    auth: 'write',
    params: z.object({ signature: z.string().max(100) }),
    response: acted,
  },

  listDoubles: {
    method: 'get',
    path: '/duplicates',
    summary: 'Who may be the same person',
    auth: 'read',
    query: z.object({ limit }),
    response: z.object({ items: z.array(s.double) }),
  },
  merge: {
    method: 'post',
    path: '/merges',
    summary: 'Make two people one',
    auth: 'write',
    body: z.object({ keep: s.id, merge: s.id }),
    response: acted,
  },
  notSame: {
    method: 'post',
    path: '/duplicates/not-same',
    summary: 'Remember that these are two people',
    auth: 'write',
    body: z.object({ a: s.id, b: s.id }),
    response: acted,
  },

  getMap: {
    method: 'get',
    path: '/pictures/map',
    summary: 'People and their ties, to be drawn; the closest first, a page at a time',
    auth: 'read',
    query: z.object({ cursor: z.string().optional(), limit }),
    response: s.mapPage,
  },
  getWarmth: {
    method: 'get',
    path: '/pictures/warmth',
    summary: 'How many ties stood how, month by month',
    auth: 'read',
    query: onDay,
    response: s.networkWarmth,
  },
  getContact: {
    method: 'get',
    path: '/pictures/contact',
    summary: 'Contact by channel and direction, the last two years by month or all by year',
    auth: 'read',
    query: onDay.extend({
      by: z.enum(['month', 'year']).optional(),
      circle: z.string().max(80).optional().describe('the id or the name of a circle'),
    }),
    response: s.contactPicture,
  },
  getYear: {
    method: 'get',
    path: '/pictures/year',
    summary: 'A year in sentences; without one the last in which anything happened',
    auth: 'read',
    query: onDay.extend({ year: z.coerce.number().int().min(1).max(9999).optional() }),
    response: s.yearReview,
  },
  getPersonWarmth: {
    method: 'get',
    path: '/people/{id}/warmth',
    summary: 'Contact and warmth with a person, month by month',
    auth: 'read',
    params: byId,
    query: onDay,
    response: s.personWarmth,
  },

  find: {
    method: 'get',
    path: '/find',
    summary: 'People first, then notes and touches',
    auth: 'read',
    query: z.object({ q: z.string().max(200), limit }),
    response: z.object({ items: z.array(s.findHit) }),
  },
  getHistory: {
    method: 'get',
    path: '/history',
    summary: 'What changed, newest first',
    auth: 'read',
    query: z.object({ person: s.id.optional(), cursor: z.string().optional(), limit }),
    response: z.object({ items: z.array(s.step), next: z.string().nullable() }),
  },
  undo: {
    method: 'post',
    path: '/undo',
    summary: 'Undo a step (the last one of yours without a step)',
    auth: 'write',
    body: z.object({ stepId: s.id.optional() }),
    response: s.undoResult,
  },

  getSettings: { method: 'get', path: '/settings', summary: 'Settings', auth: 'read', response: s.settings },
  updateSettings: {
    method: 'patch',
    path: '/settings',
    summary: 'Change settings',
    auth: 'write',
    body: s.settings.partial(),
    response: s.settings,
  },
  listTokens: {
    method: 'get',
    path: '/tokens',
    summary: 'API tokens',
    auth: 'write',
    response: z.object({ tokens: z.array(s.apiToken) }),
  },
  createToken: {
    method: 'post',
    path: '/tokens',
    summary: 'Make an API token; shown once',
    auth: 'write',
    body: z.object({ name: s.text.short, scope: s.tokenScope }),
    response: s.apiToken.extend({ token: z.string() }),
  },
  revokeToken: {
    method: 'delete',
    path: '/tokens/{id}',
    summary: 'Revoke a token',
    auth: 'write',
    params: byId,
    response: acted,
  },
  getCalendarFeed: {
    method: 'get',
    path: '/calendar-feed',
    summary: 'Whether there is a calendar to subscribe to',
    auth: 'write',
    response: s.calendarFeed,
  },
  renewCalendarFeed: {
    method: 'post',
    path: '/calendar-feed',
    summary: 'Make a secret address for the calendar, in place of the one there was; shown once',
    auth: 'write',
    response: s.newCalendarFeed,
  },
  endCalendarFeed: {
    method: 'delete',
    path: '/calendar-feed',
    summary: 'End the address of the calendar',
    auth: 'write',
    response: acted,
  },

  getNudge: {
    method: 'get',
    path: '/nudge',
    summary: 'What is worth bringing in anew',
    auth: 'read',
    response: s.nudge,
  },
  getDigest: {
    method: 'get',
    path: '/digest',
    summary: 'How it stands with the mail of the morning',
    auth: 'write',
    response: s.digest,
  },
  testDigest: {
    method: 'post',
    path: '/digest/test',
    summary: 'Send the mail of the morning now, to the owner, and tell what the mail server says',
    auth: 'write',
    response: s.digestTest,
  },

  exportAll: {
    method: 'get',
    path: '/export',
    summary: 'Everything, in an open format',
    auth: 'read',
    query: z.object({ format: z.enum(['vcard', 'vcard3', 'jscontact', 'csv', 'ics', 'archive']).optional() }),
    responseType: 'application/octet-stream',
  },
  backup: {
    method: 'get',
    path: '/backup',
    summary: 'A copy of everything, as `tendril restore` takes it back',
    auth: 'write',
    responseType: 'application/octet-stream',
  },
  deleteEverything: {
    method: 'post',
    path: '/delete-everything',
    summary: 'Delete everything, after a copy of it was made on the server; cannot be undone',
    auth: 'write',
    body: z.object({
      confirm: z.string().describe('the words “delete everything”'),
      backup: z.boolean().optional().describe('false for no copy'),
    }),
    response: z.object({
      backup: z.string().nullable().describe('where on the server the copy is'),
      message: z.string(),
    }),
  },
  getBlob: {
    method: 'get',
    path: '/blobs/{id}',
    summary: 'A photo',
    auth: 'read',
    params: byId,
    responseType: 'image/*',
  },
  putPhoto: {
    method: 'put',
    path: '/people/{id}/photo',
    summary: 'Set a photo (field `photo`)',
    auth: 'write',
    params: byId,
    bodyType: 'multipart/form-data',
    response: acted,
  },
  events: {
    method: 'get',
    path: '/events',
    summary: 'Server-sent events: `change` with the newest seq',
    auth: 'read',
    responseType: 'text/event-stream',
  },
  getOpenApi: {
    method: 'get',
    path: '/openapi.json',
    summary: 'This document',
    auth: 'anyone',
    responseType: 'application/json',
  },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
type Inferred<T> = T extends z.ZodType ? z.infer<T> : undefined;
type Input<T> = T extends z.ZodType ? z.input<T> : undefined;
type Part<N extends RouteName, K extends string> =
  (typeof routes)[N] extends Readonly<Record<K, infer T>> ? T : undefined;

export type Params<N extends RouteName> = Inferred<Part<N, 'params'>>;
export type Query<N extends RouteName> = Inferred<Part<N, 'query'>>;
export type QueryInput<N extends RouteName> = Input<Part<N, 'query'>>;
export type Body<N extends RouteName> = Inferred<Part<N, 'body'>>;
export type BodyInput<N extends RouteName> = Input<Part<N, 'body'>>;
export type Answer<N extends RouteName> = Inferred<Part<N, 'response'>>;
