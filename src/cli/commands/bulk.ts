import type { BulkAct } from '../../contract/shapes.ts';
import { AppError } from '../../domain/errors.ts';
import { parseRhythm } from '../../domain/keeping/rhythm.ts';
import { DONE, FAILED } from '../errors.ts';
import { filterOf } from './chosen.ts';
import { type Command, flagOf, type Given, optionalTextOf, textOf, wordOf } from './command.ts';

/** One act on all people that fit a filter. */

const ACTS = [
  'add-to-circle',
  'move-to-circle',
  'add-tag',
  'remove-tag',
  'set-rhythm',
  'archive',
  'unarchive',
] as const;

export const bulk: Command = async (session, given) => {
  const { context, out } = session;
  const act = actOf(given);
  const filter = (await filterOf(session, given)) ?? {};
  if (Object.keys(filter).length === 0 && !flagOf(given, 'all'))
    throw new AppError(
      'invalid',
      'Say whom: --circle, --tag, --city, --missing or another of tendril help bulk; or --all for everyone.',
    );
  const service = await import('../../services/bulk.service.ts');
  const run = await service.bulk(context, { people: { filter }, act });
  await out.answer(run, ({ message }) => `${message}\n`);
  return run.state === 'failed' ? FAILED : DONE;
};

function actOf(given: Given): BulkAct {
  const kind = wordOf(textOf(given, 0), ACTS, 'act');
  const value = optionalTextOf(given, 1);
  if (kind === 'archive' || kind === 'unarchive') {
    if (value !== undefined) throw new AppError('invalid', `“${kind}” needs nothing more than whom.`);
    return { kind };
  }
  if (value === undefined) throw new AppError('invalid', `Say to what: tendril bulk ${kind} “…”`);
  if (kind === 'set-rhythm') return { kind, days: parseRhythm(value) };
  return kind === 'add-tag' || kind === 'remove-tag' ? { kind, tag: value } : { kind, circle: value };
}
