import type { Trip } from '../../contract/shapes.ts';
import { DONE } from '../errors.ts';
import { renderNear, renderPlaces, renderTrips } from '../render/near.ts';
import { acted, type Command, optionOf, textOf } from './command.ts';

/** Who lives where one is going, and the trips there. */

export const near: Command = async ({ context, out, page }, given) => {
  const { getNear } = await import('../../services/near.service.ts');
  const answer = await getNear(context, { city: textOf(given, 0), country: optionOf(given, 'country') });
  await out.answer(answer, async (shown) => renderNear(shown, await page()));
  return DONE;
};

export const cities: Command = async ({ context, out, page }) => {
  const { getPlaces } = await import('../../services/places.service.ts');
  await out.answer(await getPlaces(context), async (shown) => renderPlaces(shown, await page()));
  return DONE;
};

export const addTrip: Command = async (session, given) => {
  const [since, until] = [await session.day(textOf(given, 1)), await session.day(textOf(given, 2))];
  const service = await import('../../services/near.service.ts');
  const [country, note] = ['country', 'note'].map((name) => optionOf(given, name));
  const trip = {
    city: textOf(given, 0),
    since,
    until,
    ...(country === undefined ? {} : { country }),
    ...(note === undefined ? {} : { note }),
  };
  return acted(session, await service.addTrip(session.context, trip));
};

export const listTrips: Command = async ({ context, out, page }) => {
  const service = await import('../../services/near.service.ts');
  const { trips } = await service.listTrips(context);
  await out.answer(trips, async (shown: readonly Trip[]) => renderTrips(shown, await page()));
  return DONE;
};

export const removeTrip: Command = async (session, given) => {
  const service = await import('../../services/near.service.ts');
  const id = await service.findTrip(session.context, textOf(given, 0));
  return acted(session, await service.deleteTrip(session.context, id));
};
