import type { SqliteSession } from './connection.ts';

/** A network that has grown: what SQLite is told of every table, however many rows it holds by now. */
const ROWS = 1_000_000;
/** Rows that one value of a text column is told to find: a person's, a touch's, a word's. */
const ROWS_OF_TEXT = 20;
/** An index that holds only rows with a certain mark. */
const ROWS_OF_PARTIAL = 1_000;
/** Whole numbers before the end of an index are flags and parts of dates. */
const VALUES_OF_INTEGER = 10;

/**
 * Tells the planner how well each index finds. Without it SQLite takes `network_id = ?` to find ten rows, and reads a
 * whole network rather than sort the few rows of a better index. Written, not measured: a plan never changes with what a
 * file happens to hold, and nothing has to be analysed again as it grows (https://www.sqlite.org/lang_analyze.html#manopt).
 */
export function writeStatistics(session: SqliteSession): void {
  const { db } = session;
  // Makes the table where it is missing and reads it where it is not.
  db.exec('analyze sqlite_schema; delete from sqlite_stat1');
  const write = db.prepare('insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)');
  for (const [index, columns] of Map.groupBy(indexColumns(session), (column) => column.index)) {
    write.run(columns[0]?.table ?? '', index, statOf(columns));
  }
  db.exec('analyze sqlite_schema');
}

interface IndexColumn {
  readonly table: string;
  readonly index: string;
  readonly unique: boolean;
  readonly partial: boolean;
  readonly column: string;
  readonly type: string;
}

function indexColumns({ db }: SqliteSession): IndexColumn[] {
  const rows = db.prepare(`
    select m.name as "table", l.name as "index", l."unique", l.partial, c.name as "column", t.type
    from pragma_table_list m, pragma_index_list(m.name) l, pragma_index_info(l.name) c, pragma_table_info(m.name) t
    where m.schema = 'main' and m.type = 'table' and substr(m.name, 1, 7) <> 'sqlite_' and t.name = c.name
    order by l.name, c.seqno`);
  return rows.all().map((row) => ({
    table: String(row.table),
    index: String(row.index),
    unique: row.unique === 1,
    partial: row.partial === 1,
    column: String(row.column),
    type: String(row.type),
  }));
}

/** The rows of the table, then how many of them share the first column, the first two, and so on. */
function statOf(columns: readonly IndexColumn[]): string {
  const all = columns[0]?.partial ? ROWS_OF_PARTIAL : ROWS;
  let rows = all;
  const shares = columns.map(({ column, type, unique }, i) => {
    if (unique && i === columns.length - 1) rows = 1;
    else if (i === 0 && column === 'network_id') rows = all;
    else if (type.toLowerCase() === 'integer') rows = Math.ceil(rows / VALUES_OF_INTEGER);
    else rows = Math.ceil(Math.min(rows / 2, ROWS_OF_TEXT));
    return rows;
  });
  return [all, ...shares].join(' ');
}
