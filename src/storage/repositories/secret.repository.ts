import type { Store } from '../store.ts';

/** The one table outside `Schema`: it holds nothing of a network. */
type SecretSchema = {
  auth_secret: { name: string; value: string };
};

/** A secret of this database under a name, made of 256 random bits when it is first asked for; the same for every process. */
export async function ensureSecret(store: Store, name: string): Promise<string> {
  const { database } = store;
  const find = () =>
    database.reader.withTables<SecretSchema>().selectFrom('auth_secret').select('value').where('name', '=', name);
  const found = await find().executeTakeFirst();
  if (found) return found.value;
  const value = Buffer.from(store.random(32)).toString('base64url');
  await database.write((tx) =>
    tx
      .withTables<SecretSchema>()
      .insertInto('auth_secret')
      .values({ name, value })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  // Another process may have been first.
  return (await find().executeTakeFirstOrThrow()).value;
}
