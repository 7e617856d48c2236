import type { Settings } from '../contract/shapes.ts';
import { AppError } from '../domain/errors.ts';
import { bringUpToDate } from '../storage/projection/rebuild.ts';
import { findSettings, SETTINGS_ID } from '../storage/repositories/setting.repository.ts';
import { act, type Context, scopeOf } from './context.ts';
import { requireOwnAddress } from './own-address.ts';
import { readSettings } from './read-settings.ts';

export async function getSettings(context: Context): Promise<Settings> {
  return readSettings(scopeOf(context));
}

/** Changes what is given. A new default country reads every phone number anew, a new locale puts the names in its order. */
export async function updateSettings(context: Context, patch: Partial<Settings>): Promise<Settings> {
  if (patch.zone !== undefined) requireZone(patch.zone);
  if (patch.locale !== undefined) requireLocale(patch.locale);
  if (patch.digestAddress) await requireOwnAddress(scopeOf(context), patch.digestAddress);
  await act(context, { kind: 'settings', title: 'Changed the settings' }, async (writer) => {
    const stored = await findSettings(writer);
    const data = JSON.stringify({ ...stored?.data, ...patch });
    if (stored) await writer.update('setting', SETTINGS_ID, { data });
    else await writer.insert('setting', [{ id: SETTINGS_ID, data }]);
    return null;
  });
  await bringUpToDate(context.store, context.actor.networkId);
  return getSettings(context);
}

function requireZone(zone: string): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch (cause) {
    throw new AppError('invalid', `“${zone}” is no time zone. Use a name such as Europe/Amsterdam.`, { cause });
  }
}

function requireLocale(locale: string): void {
  try {
    Intl.getCanonicalLocales(locale);
  } catch (cause) {
    throw new AppError('invalid', `“${locale}” is no locale. Use a tag such as en-GB or nl.`, { cause });
  }
}
