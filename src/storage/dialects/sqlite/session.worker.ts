import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../domain/errors.ts';
import { errcodeOf, SqliteSession } from './connection.ts';
import type { SessionAnswer, SessionFailure, SessionQuestion, SessionThreadData } from './thread-session.ts';

/** The thread of a `ThreadSession`: does what it is asked, one after the other. */

const port = parentPort;
if (!port) throw new Error('session.worker runs in a worker thread only.');
const { path, pragmas } = workerData as SessionThreadData;
const session = new SqliteSession(path, { deadlineMs: 0 });
session.exec(pragmas);

port.on('message', (question: SessionQuestion) => {
  const { ticket } = question;
  try {
    port.postMessage({ ticket, answer: answerTo(question) } satisfies SessionAnswer);
  } catch (error) {
    port.postMessage({ ticket, failure: failureOf(error) } satisfies SessionAnswer);
  }
});

const statements: string[] = [];

function answerTo(question: SessionQuestion): unknown {
  switch (question.call) {
    case 'execute':
      if (question.sql !== undefined) statements[question.statement] = question.sql;
      return session.run(statements[question.statement] ?? '', question.parameters);
    case 'exec':
      return session.exec(question.sql);
    case 'row':
      return session.row(question.sql);
    case 'inTransaction':
      return session.inTransaction();
    case 'close':
      return session.close();
  }
}

/** What SQLite said itself: the sentence for people is found where it is told. */
function failureOf(error: unknown): SessionFailure {
  const said = error instanceof AppError ? error.cause : error;
  return { message: said instanceof Error ? said.message : String(said), errcode: errcodeOf(said) };
}
