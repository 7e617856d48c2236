import { normalizeEmail } from '../domain/card/identities.ts';
import { AppError } from '../domain/errors.ts';
import { fold } from '../domain/fold.ts';
import type { PersonId } from '../domain/ids.ts';
import { findByIdentity, findPerson, findStates } from '../storage/repositories/person.repository.ts';
import { peopleByNameTokens } from '../storage/repositories/search.repository.ts';
import { type Context, scopeOf } from './context.ts';

/**
 * The one person meant by an id, an e-mail address or a name that fits one person.
 * @throws AppError `not-found`, or `ambiguous` with `details.candidates`
 */
export async function resolveWho(context: Context, who: string): Promise<{ id: PersonId; name: string }> {
  const scope = scopeOf(context);
  const text = who.trim();
  const byId = await findPerson(scope, text);
  if (byId && byId.is_owner === 0) return oneOf(context, [byId.id], who);
  if (text.includes('@')) {
    const found = await findByIdentity(scope, [{ kind: 'email', value: normalizeEmail(text) }]);
    return oneOf(context, [...new Set(found.map((row) => row.personId))], who);
  }
  const people = await peopleByNameTokens(scope, fold(text).split(/\s+/).filter(Boolean), 50);
  const exact = people.filter((person) => fold(person.name) === fold(text));
  return oneOf(context, (exact.length > 0 ? exact : people).map((person) => person.id), who);
}

async function oneOf(context: Context, ids: readonly string[], who: string): Promise<{ id: PersonId; name: string }> {
  const states = (await findStates(scopeOf(context), ids)).sort((a, b) => (a.sort_key < b.sort_key ? -1 : 1));
  const [first] = states;
  if (!first) throw new AppError('not-found', `Nobody here is “${who}”. Try \`tendril find\` with a part of the name.`);
  if (states.length > 1) {
    const candidates = states.map((state) => ({ id: state.person_id, name: state.name, headline: state.headline }));
    throw new AppError('ambiguous', `“${who}” fits ${states.length} people. Say which, by id or e-mail.`, { details: { candidates } });
  }
  return { id: first.person_id as PersonId, name: first.name };
}
