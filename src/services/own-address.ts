import { normalizeEmail } from '../domain/card/identities.ts';
import { AppError } from '../domain/errors.ts';
import { findOwnerEmail } from '../storage/repositories/owner.repository.ts';
import { findByIdentity, findStates } from '../storage/repositories/person.repository.ts';
import type { Scope } from '../storage/store.ts';
import { readSettings } from './read-settings.ts';

/** @throws AppError `invalid` when the address is that of somebody in the network: the mail goes to the owner alone */
export async function requireOwnAddress(scope: Scope, address: string): Promise<void> {
  const email = normalizeEmail(address);
  if (email === normalizeEmail((await findOwnerEmail(scope)) ?? '')) return;
  const { ownerName } = await readSettings(scope);
  const holders = await findByIdentity(scope, [{ kind: 'email', value: email }]);
  const others = await findStates(
    scope,
    holders.map(({ personId }) => personId),
  );
  // Whoever brought in an address book is often in it too.
  const other = others.find(({ name }) => name !== ownerName);
  if (other)
    throw new AppError(
      'invalid',
      `${address} is an address of ${other.name}. This mail goes to you alone: name an address of your own.`,
    );
}
