import { AppError } from '../../domain/errors.ts';
import type { Context } from '../../services/context.ts';
import { DONE, FAILED } from '../errors.ts';
import { renderUndo, SHORT_ID } from '../render/history.ts';
import { renderDoctor, renderSettings } from '../render/small.ts';
import { type Command, flagOf, optionalTextOf, textsOf } from './command.ts';

/** Undo, settings, check-up. */

export const undo: Command = async ({ context, out, page }, given) => {
  const history = await import('../../services/history.service.ts');
  const said = optionalTextOf(given, 0);
  const result = await history.undo(context, said === undefined ? undefined : await stepIdOf(context, said));
  await out.answer(result, async (shown) => renderUndo(shown, await page()));
  return DONE;
};

const UUID_LENGTH = 36;
const LOOK_BACK = 500;

/** The whole id of a step that the history shows by its end. */
async function stepIdOf(context: Context, said: string): Promise<string> {
  if (said.length >= UUID_LENGTH || said.length < SHORT_ID) return said;
  const { getHistory } = await import('../../services/history.service.ts');
  const { items } = await getHistory(context, { limit: LOOK_BACK });
  const fitting = items.filter((step) => step.id.endsWith(said.toLowerCase()));
  if (fitting.length > 1) {
    const candidates = fitting.map(({ id, title }) => ({ id, name: title }));
    throw new AppError('ambiguous', `“${said}” fits ${fitting.length} steps. Say which, by its whole id.`, {
      details: { candidates },
    });
  }
  return fitting[0]?.id ?? said;
}

export const settings: Command = async ({ context, out, page }, given) => {
  const service = await import('../../services/settings.service.ts');
  const pairs = textsOf({ ...given, args: [given.options.set as readonly string[] | undefined] }, 0);
  const now =
    pairs.length === 0
      ? await service.getSettings(context)
      : await service.updateSettings(context, await patchOf(pairs));
  await out.answer(now, async (shown) => renderSettings(shown, await page()));
  return DONE;
};

const NUMBERS = ['capacity', 'noticeDays', 'digestHour'];
const SWITCHED = ['holidays', 'digest', 'digestWhenEmpty'];
const SWITCHES: Readonly<Record<string, boolean>> = { on: true, off: false, true: true, false: false };

function settingOf(key: string, value: string): unknown {
  if (NUMBERS.includes(key)) return Number(value);
  if (SWITCHED.includes(key)) return SWITCHES[value] ?? value;
  if (key === 'digestDays') return value.toLowerCase().split(/[\s,]+/);
  if (key === 'peopleColumns') return value === '' ? [] : value.split(',').map((column) => column.trim());
  return key === 'country' ? value.toUpperCase() : value;
}

async function patchOf(pairs: readonly string[]) {
  // The schemas cost their library's start: loaded for the one command that needs them.
  const { settings: shape } = await import('../../contract/shapes.ts');
  const entries = pairs.map((pair) => {
    const [, key = '', value = ''] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
    if (!Object.hasOwn(shape.shape, key))
      throw new AppError(
        'invalid',
        `“${pair}” sets nothing. Write key=value with one of: ${Object.keys(shape.shape).join(', ')}.`,
      );
    return [key, settingOf(key, value)] as const;
  });
  const parsed = shape.partial().safeParse(Object.fromEntries(entries));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError('invalid', `${issue?.path.join('.')}: ${issue?.message}.`);
}

export const doctor: Command = async ({ context, out, page }, given) => {
  const maintenance = await import('../../services/maintenance.service.ts');
  const report = await maintenance.doctor(context, { repair: flagOf(given, 'repair') });
  await out.answer(report, async (shown) => renderDoctor(shown, await page()));
  return report.ok ? DONE : FAILED;
};
