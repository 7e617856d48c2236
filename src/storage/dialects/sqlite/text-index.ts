import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { TextHit, TextIndex, TextRow } from '../dialect.ts';
import { excerptOf, networkMark, queryWords, wordsOf } from '../words.ts';

/**
 * FTS5 without content of its own: the words are ours already, so the tokenizer only has to split at spaces (`ascii`
 * leaves every letter beyond ASCII as it is). Prefixes count the network's four characters.
 */
export const sqliteTextIndex: TextIndex = {
  async createTable(tx) {
    await sql`create table note_text (
      no integer primary key, network_id text not null, entity text not null, id text not null, person_id text,
      folded text not null, unique (network_id, id)) strict`.execute(tx);
    await sql`create virtual table note_index using fts5 (
      words, content='', contentless_delete=1, detail=none, prefix='5 6 7', tokenize='ascii')`.execute(tx);
  },

  async put(tx, rows) {
    for (const row of rows) {
      const no = await putRow(tx, row);
      const mark = networkMark(row.networkId);
      const words = wordsOf(row.folded).map((word) => mark + word);
      await run(tx, 'insert or replace into note_index (rowid, words) values (?, ?)', [no, words.join(' ')]);
    }
  },

  async remove(tx, networkId, ids) {
    const removed = await run<{ no: number }>(
      tx,
      'delete from note_text where network_id = ? and id in (select value from json_each(?)) returning no',
      [networkId, JSON.stringify(ids)],
    );
    const numbers = JSON.stringify(removed.map((row) => row.no));
    await run(tx, 'delete from note_index where rowid in (select value from json_each(?))', [numbers]);
  },

  async search(db, { networkId, foldedQuery, limit }) {
    const words = queryWords(foldedQuery);
    if (words.length === 0) return [];
    const mark = networkMark(networkId);
    const match = words.map((word) => `"${mark}${word}"*`).join(' ');
    // Ordered by the index's own rowid, which lets it stop after `limit` hits; by `note_text.no` it would find all first.
    const rows = await run<Omit<TextHit, 'excerpt'> & { folded: string }>(
      db,
      `select n.entity, n.id, n.person_id as "personId", n.folded from note_index i join note_text n on n.no = i.rowid
       where i.note_index match ? and n.network_id = ? order by i.rowid desc limit ?`,
      [match, networkId, limit],
    );
    return rows.map(({ entity, id, personId, folded }) => ({
      entity,
      id,
      personId,
      excerpt: excerptOf(folded, words),
    }));
  },
};

async function putRow<S>(tx: Kysely<S>, row: TextRow): Promise<number> {
  const rows = await run<{ no: number }>(
    tx,
    `insert into note_text (network_id, entity, id, person_id, folded) values (?, ?, ?, ?, ?)
     on conflict (network_id, id) do update set entity = excluded.entity, person_id = excluded.person_id, folded = excluded.folded
     returning no`,
    [row.networkId, row.entity, row.id, row.personId, row.folded],
  );
  const no = rows[0]?.no;
  if (no === undefined) throw new Error('insert returned no row');
  return no;
}

async function run<R>(
  db: { executeQuery: Kysely<unknown>['executeQuery'] },
  text: string,
  values: unknown[],
): Promise<R[]> {
  const { rows } = await db.executeQuery<R>(CompiledQuery.raw(text, values) as CompiledQuery<R>);
  return rows;
}
