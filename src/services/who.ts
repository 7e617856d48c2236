import { normalizeEmail } from '../domain/card/identities.ts';
import { AppError } from '../domain/errors.ts';
import { fold, foldTokens } from '../domain/fold.ts';
import type { PersonId } from '../domain/ids.ts';
import { findByIdentity, findPerson, findStates } from '../storage/repositories/person.repository.ts';
import { peopleByExactTokens, peopleByNameTokens } from '../storage/repositories/search.repository.ts';
import type { Scope } from '../storage/store.ts';
import { type Context, scopeOf } from './context.ts';

/** Far more than bear one name: a single letter may begin thousands. */
const MOST_FITTING = 5_000;
/** As many are listed for the user to choose from. */
const MOST_LISTED = 50;

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
  return oneOf(context, await peopleNamed(scope, text), who);
}

/** Whether somebody here is called exactly so, whatever the capitals and accents. */
export async function hasBearer(context: Context, name: string): Promise<boolean> {
  const begun = await peopleByNameTokens(scopeOf(context), foldTokens(name), MOST_FITTING);
  return begun.some((person) => fold(person.name) === fold(name));
}

/** The whole name comes before words of one, and these before beginnings of words: Sam is not Samantha while there is a Sam. */
async function peopleNamed(scope: Scope, text: string): Promise<string[]> {
  // cut as the names are: Jean-Luc is two words, O'Brien one
  const words = foldTokens(text);
  const begun = await peopleByNameTokens(scope, words, MOST_FITTING);
  const exact = begun.filter((person) => fold(person.name) === fold(text));
  if (exact.length > 0) return exact.map((person) => person.id);
  let whole = begun.map((person) => person.id);
  for (const word of words) {
    const bearers = new Set(await peopleByExactTokens(scope, [word], MOST_FITTING));
    whole = whole.filter((id) => bearers.has(id));
  }
  return whole.length > 0 ? whole : begun.map((person) => person.id);
}

async function oneOf(context: Context, ids: readonly string[], who: string): Promise<{ id: PersonId; name: string }> {
  const states = (await findStates(scopeOf(context), ids)).sort((a, b) => (a.sort_key < b.sort_key ? -1 : 1));
  const [first] = states;
  if (!first) throw new AppError('not-found', `Nobody here is “${who}”. Try \`tendril find\` with a part of the name.`);
  if (states.length > 1) {
    const candidates = states
      .slice(0, MOST_LISTED)
      .map((state) => ({ id: state.person_id, name: state.name, headline: state.headline }));
    throw new AppError('ambiguous', `“${who}” fits ${states.length} people. Say which, by id or e-mail.`, {
      details: { candidates },
    });
  }
  return { id: first.person_id as PersonId, name: first.name };
}
