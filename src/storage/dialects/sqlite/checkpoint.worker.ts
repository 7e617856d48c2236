import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

/** The thread of `Checkpoints`: copies the log whenever it is told to. */

const port = parentPort;
if (!port) throw new Error('checkpoint.worker runs in a worker thread only.');
port.on('message', () => {
  // Open for the while only: the last connection to be closed is to be the writer's.
  const db = new DatabaseSync(String(workerData));
  try {
    db.exec('pragma synchronous = full; pragma wal_checkpoint(passive)');
  } finally {
    db.close();
  }
  port.postMessage('copied');
});
