import { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';

/** The thread of `checkpointAside`. */
const db = new DatabaseSync(String(workerData));
try {
  db.exec('pragma synchronous = full; pragma wal_checkpoint(passive)');
} finally {
  db.close();
}
