import { getBulk, startBulk } from '../../services/bulk.service.ts';
import { addPerson, deletePerson, listPeople, updatePerson } from '../../services/people.service.ts';
import { getPersonPage } from '../../services/person-page.service.ts';
import type { Handlers } from '../call.ts';

export const peopleHandlers = {
  listPeople: (context, { query }) => listPeople(context, query),
  addPerson: (context, { body }) => addPerson(context, body),
  bulk: (context, { body }) => startBulk(context, body),
  getBulk: (context, { params }) => getBulk(context, params.id),
  getPerson: (context, { params }) => getPersonPage(context, params.id),
  updatePerson: (context, { params, body }) => updatePerson(context, params.id, body),
  deletePerson: (context, { params }) => deletePerson(context, params.id),
} satisfies Partial<Handlers>;
