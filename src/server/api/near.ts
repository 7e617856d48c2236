import { addTrip, deleteTrip, getNear, listTrips, updateTrip } from '../../services/near.service.ts';
import { getPlaces } from '../../services/places.service.ts';
import type { Handlers } from '../call.ts';

/** Who lives where one is going. */
export const nearHandlers = {
  getNear: (context, { query }) => getNear(context, query),
  getPlaces: (context) => getPlaces(context),
  listTrips: (context) => listTrips(context),
  addTrip: (context, { body }) => addTrip(context, body),
  updateTrip: (context, { params, body }) => updateTrip(context, params.id, body),
  deleteTrip: (context, { params }) => deleteTrip(context, params.id),
} satisfies Partial<Handlers>;
