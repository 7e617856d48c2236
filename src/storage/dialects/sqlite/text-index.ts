import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { TextHit, TextIndex } from '../dialect.ts';
import { excerptOf, holdsPhrases, networkMark, partOf, queryWords, rowsToRead, wordsOf } from '../words.ts';

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
    if (rows.length === 0) return;
    const given = rows.map(({ networkId, entity, id, personId, folded }) => [networkId, entity, id, personId, folded]);
    const indexed = rows.map(({ networkId, entity, id, folded }) => {
      const mark = networkMark(networkId, partOf(entity));
      const words = wordsOf(folded).map((word) => mark + word);
      return [networkId, id, words.join(' ')];
    });
    await Promise.all([run(tx, PUT_TEXT, [JSON.stringify(given)]), run(tx, PUT_WORDS, [JSON.stringify(indexed)])]);
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

  async clear(tx, networkId) {
    const others = await run(tx, 'select 1 from note_text where network_id <> ? limit 1', [networkId]);
    if (others.length === 0) {
      // Whole: one by one, a million words take as long to forget as to learn.
      await run(tx, `insert into note_index (note_index) values ('delete-all')`, []);
      await run(tx, 'delete from note_text', []);
      return;
    }
    await run(tx, 'delete from note_index where rowid in (select no from note_text where network_id = ?)', [networkId]);
    await run(tx, 'delete from note_text where network_id = ?', [networkId]);
  },

  async search(db, { networkId, foldedQuery, limit, part, phrases = [] }) {
    const words = queryWords(foldedQuery);
    if (words.length === 0) return [];
    const mark = networkMark(networkId, part);
    const match = words.map((word) => `"${mark}${word}"*`).join(' ');
    // Ordered by the index's own rowid, which lets it stop after `limit` hits; by `note_text.no` it would find all first.
    const rows = await run<Omit<TextHit, 'excerpt'> & { folded: string }>(
      db,
      `select n.entity, n.id, n.person_id as "personId", n.folded from note_index i join note_text n on n.no = i.rowid
       where i.note_index match ? and n.network_id = ? order by i.rowid desc limit ?`,
      [match, networkId, rowsToRead(limit, phrases)],
    );
    const holding = rows.filter(({ entity, folded }) => partOf(entity) === part && holdsPhrases(folded, phrases));
    return holding.slice(0, limit).map(({ entity, id, personId, folded }) => ({
      entity,
      id,
      personId,
      excerpt: excerptOf(folded, words),
    }));
  },
};

const PUT_TEXT = `insert into note_text (network_id, entity, id, person_id, folded)
  select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 from json_each(?) where true
  on conflict (network_id, id) do update set entity = excluded.entity, person_id = excluded.person_id, folded = excluded.folded`;
/** Under the number that the text has by then. */
const PUT_WORDS = `insert or replace into note_index (rowid, words)
  select t.no, v.value ->> 2 from json_each(?) v
  cross join note_text t on t.network_id = v.value ->> 0 and t.id = v.value ->> 1`;

async function run<R>(
  db: { executeQuery: Kysely<unknown>['executeQuery'] },
  text: string,
  values: unknown[],
): Promise<R[]> {
  const { rows } = await db.executeQuery<R>(CompiledQuery.raw(text, values) as CompiledQuery<R>);
  return rows;
}
