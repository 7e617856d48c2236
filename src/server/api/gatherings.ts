import { addAttendees, deleteAttendee, updateAttendee } from '../../services/attendees.service.ts';
import { type CalendarFile, gatheringFile, planFile } from '../../services/gathering-calendar.service.ts';
import {
  addGathering,
  deleteGathering,
  getGathering,
  listGatherings,
  personGatherings,
  updateGathering,
} from '../../services/gatherings.service.ts';
import { getGuestIdeas, getInvitations } from '../../services/hosting.service.ts';
import { gatheringFollowUps, metThere } from '../../services/met-there.service.ts';
import { listPlans, planHeld } from '../../services/plans.service.ts';
import { getWhomToMeet } from '../../services/whom-to-meet.service.ts';
import type { Handlers } from '../call.ts';

/** Gatherings, who is there, and what is planned. */
export const gatheringHandlers = {
  listGatherings: (context) => listGatherings(context),
  addGathering: (context, { body }) => addGathering(context, body),
  getGathering: (context, { params, query }) => getGathering(context, params.id, query.date),
  updateGathering: (context, { params, body }) => updateGathering(context, params.id, body),
  deleteGathering: (context, { params }) => deleteGathering(context, params.id),
  getGatheringCalendar: async (context, { params, query }) =>
    asCalendar(await gatheringFile(context, params.id, query.date)),
  addAttendees: (context, { params, body }) => addAttendees(context, params.id, body),
  updateAttendee: (context, { params, body }) => updateAttendee(context, params.id, body),
  deleteAttendee: (context, { params }) => deleteAttendee(context, params.id),
  metThere: (context, { params, body }) => metThere(context, params.id, body),
  whomToMeet: (context, { params, query }) => getWhomToMeet(context, params.id, query.date),
  gatheringFollowUps: (context, { params, query }) => gatheringFollowUps(context, params.id, query.date),
  guestIdeas: (context, { params, query }) => getGuestIdeas(context, params.id, query),
  invitations: (context, { params, query }) => getInvitations(context, params.id, query.date),
  personGatherings: (context, { params }) => personGatherings(context, params.id),
  listPlans: (context) => listPlans(context),
  planHeld: (context, { params, body }) => planHeld(context, params.id, body),
  getPlanCalendar: async (context, { params }) => asCalendar(await planFile(context, params.id)),
} satisfies Partial<Handlers>;

function asCalendar({ fileName, text }: CalendarFile): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
