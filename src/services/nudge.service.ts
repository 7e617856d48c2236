import type { Nudge } from '../contract/shapes.ts';
import { type CalendarDate, daysBetween } from '../domain/dates.ts';
import { lastImportOf } from '../storage/repositories/source.repository.ts';
import { type Context, scopeOf, todayOf } from './context.ts';
import { readSettings } from './read-settings.ts';

/** After so many days an export of LinkedIn lacks new jobs and new people worth a word. */
const OLD_DAYS = 90;

/** What is worth bringing in anew, until the owner says that they know. */
export async function getNudge(context: Context): Promise<Nudge> {
  const scope = scopeOf(context);
  const importedOn = await lastImportOf(scope, 'linkedin');
  if (importedOn === undefined) return { linkedin: null };
  const settings = await readSettings(scope);
  const days = daysBetween(importedOn as CalendarDate, await todayOf(context, settings));
  return { linkedin: days > OLD_DAYS && settings.knownExportAge !== importedOn ? { importedOn, days } : null };
}
