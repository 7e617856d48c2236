import type { BulkAct, PeopleFilter } from '../../contract/shapes.ts';
import { AppError } from '../../domain/errors.ts';
import { parseRhythm } from '../../domain/keeping/rhythm.ts';
import { DONE, FAILED } from '../errors.ts';
import { type Command, flagOf, type Given, optionalTextOf, optionOf, textOf, wordOf } from './command.ts';

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

export const bulk: Command = async ({ context, out }, given) => {
  const act = actOf(given);
  const filter = filterOf(given) ?? {};
  if (Object.keys(filter).length === 0 && !flagOf(given, 'all'))
    throw new AppError('invalid', 'Say whom: --circle, --tag, --query or --archived; or --all for everyone.');
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

/** Whom the options of a command mean; undefined when none is given. */
export function filterOf(given: Given): PeopleFilter | undefined {
  const [q, circle, tag] = ['query', 'circle', 'tag'].map((name) => optionOf(given, name));
  const filter = {
    ...(q === undefined ? {} : { q }),
    ...(circle === undefined ? {} : { circle }),
    ...(tag === undefined ? {} : { tag }),
    ...(flagOf(given, 'archived') ? { show: 'archived' as const } : {}),
  };
  return Object.keys(filter).length === 0 ? undefined : filter;
}
