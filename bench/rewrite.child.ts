import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { answerParent } from './child.ts';

/** The least an import could do: the rows it leaves, written by bare `node:sqlite` in one durable transaction. */

interface Table {
  readonly name: string;
  readonly insert: string;
  readonly rows: readonly (readonly (string | number | bigint | null | Uint8Array)[])[];
}

const calls = {
  /** Seconds to write all rows of one database, indexes included (not the full-text index), into a new one. */
  rewrite({ from, to }: { from: string; to: string }): number {
    const source = new DatabaseSync(from, { readOnly: true });
    const target = new DatabaseSync(to, { enableForeignKeyConstraints: true });
    try {
      target.exec('pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -32000');
      for (const sql of schemaOf(source)) target.exec(sql);
      const tables = tablesOf(source);
      const start = performance.now();
      target.exec('begin; pragma defer_foreign_keys = on');
      for (const { insert, rows } of tables) {
        const statement = target.prepare(insert);
        for (const row of rows) statement.run(...row);
      }
      target.exec('commit');
      return (performance.now() - start) / 1000;
    } finally {
      source.close();
      target.close();
      for (const suffix of ['', '-wal', '-shm']) rmSync(to + suffix, { force: true });
    }
  },
};
export type RewriteCalls = typeof calls;

const PLAIN = `select name from pragma_table_list where schema = 'main' and type = 'table' and substr(name, 1, 7) <> 'sqlite_'`;

function schemaOf(db: DatabaseSync): string[] {
  const made = db.prepare(
    `select sql from sqlite_schema where sql is not null and tbl_name in (${PLAIN}) order by type desc`,
  );
  return made.all().map((row) => String(row.sql));
}

function tablesOf(db: DatabaseSync): Table[] {
  return db
    .prepare(PLAIN)
    .all()
    .map((row) => {
      const name = String(row.name);
      const read = db.prepare(`select * from "${name}"`);
      const holes = read.columns().map(() => '?');
      read.setReturnArrays(true);
      return {
        name,
        insert: `insert into "${name}" values (${holes.join(', ')})`,
        rows: read.all() as unknown as Table['rows'],
      };
    });
}

answerParent(calls, async () => undefined);
