import { z } from 'zod';
import { acted, routes } from '../../contract/routes.ts';
import * as shapes from '../../contract/shapes.ts';
import { DONE, type ExitCode } from '../errors.ts';
import type { Invocation } from '../session.ts';

const act = z.object({ stepId: acted.shape.stepId, message: acted.shape.message, id: shapes.id.nullable() });

/** What `--json` prints, by command. */
export const PRINTED: Readonly<Record<string, z.ZodType>> = {
  today: shapes.today,
  log: shapes.logResult,
  find: z.array(shapes.findHit),
  people: z.array(shapes.personRow),
  show: shapes.personPage,
  prep: shapes.prep,
  year: shapes.yearReview,
  bulk: shapes.bulkRun,
  import: shapes.importAnswer,
  duplicates: z.array(shapes.duplicatePair),
  history: z.array(shapes.step),
  undo: shapes.undoResult,
  ...Object.fromEntries(
    [
      'done',
      'snooze',
      'skip',
      'pause',
      'resume',
      'dismiss',
      'remind',
      'add',
      'fact',
      'exchange',
      'moment',
      'promise',
      'circle set',
      'circle add',
      'circle remove',
      'trip add',
      'trip remove',
      'filter save',
      'filter rename',
      'filter remove',
      'merge',
      'not-same',
      'token revoke',
    ].map((name) => [name, act]),
  ),
  ask: shapes.beforeAsking,
  'circle list': routes.listCircles.response,
  near: shapes.near,
  cities: shapes.places,
  'trip list': z.array(shapes.trip),
  'filter list': z.array(shapes.savedFilter),
  settings: shapes.settings,
  doctor: shapes.doctorReport,
  calendar: shapes.calendarFeed.extend({ path: shapes.newCalendarFeed.shape.path.optional() }),
  digest: shapes.digest.describe('with --to-stdout subject, text and html; with --send-test delivered, to and error'),
  'token create': routes.createToken.response,
  'token list': z.array(shapes.apiToken),
  export: z.object({ path: z.string(), format: z.string(), bytes: z.int() }),
  backup: z.object({ file: z.string() }),
  'delete-everything': z.object({ backup: z.string().nullable().describe('where the copy from before is') }),
  restore: z.object({ file: z.string(), kept: z.string().nullable().describe('where the data from before is kept') }),
};

/** JSON Schemas of every shape above. Needs no data. */
export async function schema({ out }: Invocation): Promise<ExitCode> {
  const schemas = Object.fromEntries(Object.entries(PRINTED).map(([name, shape]) => [name, z.toJSONSchema(shape)]));
  out.print(`${JSON.stringify(schemas, null, out.json && !out.isTerminal ? undefined : 2)}\n`);
  return DONE;
}
