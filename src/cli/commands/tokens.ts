import { AppError } from '../../domain/errors.ts';
import { DONE } from '../errors.ts';
import { renderTokens } from '../render/small.ts';
import { acted, type Command, optionalTextOf, optionOf, textOf, wordOf } from './command.ts';

/** Tokens for programs that use the HTTP interface. */

const service = () => import('../../services/token.service.ts');

export const createToken: Command = async ({ context, out }, given) => {
  const scope = wordOf(optionOf(given, 'scope') ?? 'write', ['read', 'write'], 'scope');
  const made = await (await service()).createToken(context, {
    name: optionalTextOf(given, 0) ?? 'command line',
    scope,
  });
  await out.answer(made, ({ token }) => `${token}\n`);
  if (out.isTerminal && !out.json) out.notice('This is the only time it is shown.');
  return DONE;
};

export const listTokens: Command = async ({ context, out, page }) => {
  const tokens = await (await service()).listTokens(context);
  await out.answer(tokens, async (shown) => {
    const { getSettings } = await import('../../services/settings.service.ts');
    return renderTokens(shown, (await getSettings(context)).zone, await page());
  });
  return DONE;
};

export const revokeToken: Command = async (session, given) => {
  const wanted = textOf(given, 0);
  const tokens = await service();
  const fitting = (await tokens.listTokens(session.context)).filter(
    (token) => token.id === wanted || token.name === wanted,
  );
  const [token] = fitting;
  if (!token) throw new AppError('not-found', `There is no token “${wanted}”. See tendril token list.`);
  if (fitting.length > 1) {
    throw new AppError('ambiguous', `${fitting.length} tokens are called “${wanted}”. Say which, by its id.`, {
      details: { candidates: fitting.map(({ id, name }) => ({ id, name })) },
    });
  }
  await tokens.revokeToken(session.context, token.id);
  return acted(session, { stepId: null, id: token.id, message: `The token ${token.name} is revoked.` });
};
