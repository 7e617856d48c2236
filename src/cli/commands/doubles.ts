import type { Double } from '../../contract/shapes.ts';
import { DONE } from '../errors.ts';
import { doubleLines, renderDoubles } from '../render/doubles.ts';
import { cleaned } from '../render/text.ts';
import type { Session } from '../session.ts';
import { acted, type Command, textOf, whoOf } from './command.ts';

/** Who may be the same person: listed, or asked one key each where somebody sits before it. */

const service = () => import('../../services/duplicates.service.ts');

export const duplicates: Command = async (session) => {
  const { context, out } = session;
  const { duplicatePairs, listDoubles } = await service();
  if (out.json) {
    await out.answer(await duplicatePairs(context), () => '');
    return DONE;
  }
  const doubles = await listDoubles(context);
  if (out.canAsk && doubles.length > 0) await offerDoubles(session, doubles);
  else await out.answer(doubles, async (shown) => renderDoubles(shown, await session.page()));
  return DONE;
};

/** Asks about each pair: the same, not the same, or later. Stops at `q`. */
export async function offerDoubles(session: Session, doubles: readonly Double[]): Promise<void> {
  const { context, out } = session;
  const { merge: mergeTwo, notSame: keepApart } = await service();
  const page = await session.page();
  /** Who became whom on the way: a later pair may name someone who is gone. */
  const became = new Map<string, string>();
  const now = (id: string): string => {
    const other = became.get(id);
    return other === undefined ? id : now(other);
  };
  for (const [i, double] of doubles.entries()) {
    const [a, b] = [now(double.a.id), now(double.b.id)];
    if (a === b) continue;
    out.print(`\n${doubleLines(cleaned(double), page).join('\n')}\n`);
    const key = await out.askKey(
      page.style.dim(`${i + 1} of ${doubles.length}: s the same, n not the same, k keep for later, q stop`),
      ['s', 'n', 'k', 'q'],
    );
    if (key === 'q') return;
    if (key === 's') {
      out.print(`${cleaned(await mergeTwo(context, a, b)).message}\n`);
      became.set(b, a);
    }
    if (key === 'n') out.print(`${(await keepApart(context, a, b)).message}\n`);
  }
}

export const merge: Command = async (session, given) => {
  const keep = await whoOf(session, textOf(given, 0));
  const other = await whoOf(session, textOf(given, 1));
  return acted(session, await (await service()).merge(session.context, keep.id, other.id));
};

export const notSame: Command = async (session, given) => {
  const one = await whoOf(session, textOf(given, 0));
  const other = await whoOf(session, textOf(given, 1));
  return acted(session, await (await service()).notSame(session.context, one.id, other.id));
};
