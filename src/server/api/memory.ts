import { addExchange, askPerson, removeExchange, updateExchange } from '../../services/giving.service.ts';
import {
  addFact,
  addPromise,
  addReminder,
  addTie,
  removeRemembered,
  removeTie,
  updateFact,
  updatePromise,
  updateReminder,
} from '../../services/memory.service.ts';
import { addMoment, addOrganisationMoment, removeMoment, updateMoment } from '../../services/moments.service.ts';
import { rateWaking } from '../../services/waking.service.ts';
import type { Handlers } from '../call.ts';

/** Facts, promises, reminders, moments, the ledger and ties. */
export const memoryHandlers = {
  addFact: (context, { params, body }) => addFact(context, params.id, body),
  updateFact: (context, { params, body }) => updateFact(context, params.id, body),
  deleteFact: (context, { params }) => removeRemembered(context, 'fact', params.id),
  addPromise: (context, { params, body }) => addPromise(context, params.id, body),
  updatePromise: (context, { params, body }) => updatePromise(context, params.id, body),
  deletePromise: (context, { params }) => removeRemembered(context, 'promise', params.id),
  addReminder: (context, { params, body }) => addReminder(context, params.id, body),
  updateReminder: (context, { params, body }) => updateReminder(context, params.id, body),
  deleteReminder: (context, { params }) => removeRemembered(context, 'reminder', params.id),
  addMoment: (context, { params, body }) => addMoment(context, params.id, body),
  updateMoment: (context, { params, body }) => updateMoment(context, params.id, body),
  deleteMoment: (context, { params }) => removeMoment(context, params.id),
  rateWaking: (context, { params, body }) => rateWaking(context, params.id, body.rating),
  addOrganisationMoment: (context, { body }) => addOrganisationMoment(context, body),
  addExchange: (context, { params, body }) => addExchange(context, params.id, body),
  updateExchange: (context, { params, body }) => updateExchange(context, params.id, body),
  deleteExchange: (context, { params }) => removeExchange(context, params.id),
  beforeAsking: (context, { params, query }) => askPerson(context, params.id, query.text ?? ''),
  addTie: (context, { params, body }) => addTie(context, params.id, body),
  deleteTie: (context, { params }) => removeTie(context, params.id),
} satisfies Partial<Handlers>;
