import type { SavedFilter } from '../../contract/shapes.ts';
import { AppError } from '../../domain/errors.ts';
import { DONE } from '../errors.ts';
import { renderFilters } from '../render/filters.ts';
import { filterOf } from './chosen.ts';
import { acted, type Command, textOf } from './command.ts';

/** Filters kept by a name. */

export const listFilters: Command = async ({ context, out, page }) => {
  const service = await import('../../services/filters.service.ts');
  const { filters } = await service.listFilters(context);
  await out.answer(filters, async (shown: readonly SavedFilter[]) => renderFilters(shown, await page()));
  return DONE;
};

export const saveFilter: Command = async (session, given) => {
  const name = textOf(given, 0);
  const filter = await filterOf(session, given);
  const service = await import('../../services/filters.service.ts');
  if (filter === undefined)
    throw new AppError(
      'invalid',
      'Say whom it finds: --circle, --city, --missing or another of tendril help filter save.',
    );
  return acted(session, await service.saveFilter(session.context, { name, filter }));
};

export const renameFilter: Command = async (session, given) => {
  const { renameFilter: rename } = await import('../../services/filters.service.ts');
  return acted(session, await rename(session.context, textOf(given, 0), textOf(given, 1)));
};

export const removeFilter: Command = async (session, given) => {
  const { removeFilter: remove } = await import('../../services/filters.service.ts');
  return acted(session, await remove(session.context, textOf(given, 0)));
};
