import type { Scope } from '../store.ts';

/** Whoever signed up belongs to no network: a network names its owner. */
type UserSchema = {
  auth_user: { id: string; email: string };
};

/** The address of the account that owns the network; undefined until someone has signed up. */
export async function findOwnerEmail(scope: Scope): Promise<string | undefined> {
  const network = await scope.db
    .selectFrom('network')
    .select('owner_user_id')
    .where('id', '=', scope.networkId)
    .executeTakeFirst();
  if (!network?.owner_user_id) return undefined;
  const user = await scope.db
    .withTables<UserSchema>()
    .selectFrom('auth_user')
    .select('email')
    .where('id', '=', network.owner_user_id)
    .executeTakeFirst();
  return user?.email;
}

/** The owner's own card, when they are among the people. */
export async function findOwnerCard({ db, networkId }: Scope): Promise<string | undefined> {
  const row = await db
    .selectFrom('person')
    .select('card')
    .where('network_id', '=', networkId)
    .where('is_owner', '=', 1)
    .executeTakeFirst();
  return row?.card;
}
