import type { Scope } from '../store.ts';

/** What is stored of the settings; defaults are the service's. */
export async function findSettings(scope: Scope): Promise<{ rev: number; data: Record<string, unknown> } | undefined> {
  const row = await scope.db
    .selectFrom('setting')
    .select(['rev', 'data'])
    .where('network_id', '=', scope.networkId)
    .where('id', '=', SETTINGS_ID)
    .executeTakeFirst();
  return row && { rev: row.rev, data: JSON.parse(row.data) as Record<string, unknown> };
}

/** The one settings row of a network. */
export const SETTINGS_ID = 'settings';

/** The locale names are ordered in; English until set. */
export async function networkLocale(scope: Scope): Promise<string> {
  const locale = (await findSettings(scope))?.data.locale;
  return typeof locale === 'string' ? locale : 'en';
}

/** The country phone numbers without a prefix are read in; `ZZ` (nowhere) until set. */
export async function networkCountry(scope: Scope): Promise<string> {
  const country = (await findSettings(scope))?.data.country;
  return typeof country === 'string' ? country : 'ZZ';
}

/** What the columns of a kind of table are kept under, by the signature of the table. */
export const tableChoiceId = (signature: string) => `columns:${signature}`;

/** What was said of tables, oldest first. */
export async function findTableChoices(scope: Scope): Promise<{ signature: string; data: string }[]> {
  const rows = await scope.db
    .selectFrom('setting')
    .select(['id', 'data'])
    .where('network_id', '=', scope.networkId)
    .where('id', '>=', 'columns:')
    .where('id', '<', 'columns;')
    .orderBy('rev')
    .execute();
  return rows.map(({ id, data }) => ({ signature: id.slice('columns:'.length), data }));
}
