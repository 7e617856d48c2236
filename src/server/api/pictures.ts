import { getMapPage } from '../../services/map.service.ts';
import { getContactPicture, getNetworkWarmth, getPersonWarmth } from '../../services/over-time.service.ts';
import { getYearReview } from '../../services/year.service.ts';
import type { Handlers } from '../call.ts';

export const pictureHandlers = {
  getMap: (context, { query }) => getMapPage(context, query),
  getWarmth: (context) => getNetworkWarmth(context),
  getContact: (context, { query }) => getContactPicture(context, query),
  getYear: (context, { query }) => getYearReview(context, query.year),
  getPersonWarmth: (context, { params }) => getPersonWarmth(context, params.id),
} satisfies Partial<Handlers>;
