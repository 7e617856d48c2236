import type { TodayShape } from '../../contract/shapes.ts';
import { flagOf, limitOf, optionalTextOf, optionOf, textOf, whoOf } from './command.ts';
import type { Command } from './command.ts';

/** Commands that only look. */

export const today: Command = async ({ context, out, page }, given) => {
  const { getToday } = await import('../../services/today.service.ts');
  const all = flagOf(given, 'all');
  const { date, items, waiting, advice } = await getToday(context, { all });
  const day: TodayShape = { date, items, waiting };
  if (out.json) return out.answer(day, () => ''), undefined;
  const { renderToday } = await import('../render/today.ts');
  const nobody = items.length === 0 && waiting === 0 ? { people: (await countPeople(context)) } : {};
  const layout = await page();
  out.answer(day, (shown) => renderToday(shown, { advice, all, hints: out.isTerminal, ...nobody }, layout));
  return undefined;
};
