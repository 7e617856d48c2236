import type { Settings } from '../contract/shapes.ts';
import { WEEKDAYS } from '../domain/words.ts';
import { findSettings } from '../storage/repositories/setting.repository.ts';
import type { Scope } from '../storage/store.ts';

const DEFAULTS: Settings = {
  ownerName: '',
  capacity: 5,
  noticeDays: 7,
  leapDayRule: 'feb-28',
  holidays: true,
  peopleColumns: ['circles', 'last', 'next'],
  country: 'ZZ',
  zone: 'UTC',
  locale: 'en',
  knownExportAge: null,
  digest: false,
  digestHour: 7,
  digestDays: [...WEEKDAYS],
  digestAddress: '',
  digestWhenEmpty: false,
  assistant: false,
};

export async function readSettings(scope: Scope): Promise<Settings> {
  const stored = await findSettings(scope);
  return { ...DEFAULTS, ...(stored?.data as Partial<Settings> | undefined) };
}
