import { addCircle, changeMembers, deleteCircle, listCircles, updateCircle } from '../../services/circles.service.ts';
import { sortPerson } from '../../services/keeping.service.ts';
import { getTriage } from '../../services/triage.service.ts';
import type { Handlers } from '../call.ts';

/** Circles, and sorting people into them. */
export const circleHandlers = {
  listCircles: (context) => listCircles(context),
  addCircle: (context, { body }) => addCircle(context, body),
  updateCircle: (context, { params, body }) => updateCircle(context, params.id, body),
  deleteCircle: (context, { params }) => deleteCircle(context, params.id),
  changeMembers: (context, { params, body }) => changeMembers(context, params.id, body),
  getTriage: (context, { query }) => getTriage(context, query.limit),
  sortPerson: (context, { params, body }) => sortPerson(context, params.id, body.circleId),
} satisfies Partial<Handlers>;
