import { dismiss, done, letGo, pause, resume, skip, snooze } from '../../services/keeping.service.ts';
import type { Handlers } from '../call.ts';

/** What one does about a person. */
export const keepingHandlers = {
  done: (context, { params, body }) => done(context, params.id, body),
  snooze: (context, { params, body }) => snooze(context, params.id, body.until),
  skip: (context, { params }) => skip(context, params.id),
  pause: (context, { params, body }) => pause(context, params.id, body.until),
  resume: (context, { params }) => resume(context, params.id),
  dismiss: (context, { params, body }) => dismiss(context, params.id, body.key),
  letGo: (context, { params }) => letGo(context, params.id),
} satisfies Partial<Handlers>;
