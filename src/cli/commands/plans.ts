import type { Plan } from '../../contract/gathering-shapes.ts';
import { AppError } from '../../domain/errors.ts';
import { DONE } from '../errors.ts';
import { renderPlans } from '../render/gatherings.ts';
import type { Session } from '../session.ts';
import { acted, type Command, flagOf, optionalTextOf, optionOf, textOf, whoOf } from './command.ts';
import { writeCalendarFile } from './gatherings.ts';

/** What is planned with people, and whether it came about. */

export const listPlans: Command = async ({ context, out, page }) => {
  const service = await import('../../services/plans.service.ts');
  const { plans } = await service.listPlans(context);
  await out.answer(plans, async (shown: readonly Plan[]) => renderPlans(shown, await page()));
  return DONE;
};

export const planMet: Command = async (session, given) => {
  const { planHeld } = await import('../../services/plans.service.ts');
  const note = optionOf(given, 'note');
  const plan = await planWith(session, textOf(given, 0));
  const answer = { held: true, followUp: flagOf(given, 'followUp'), ...(note === undefined ? {} : { summary: note }) };
  return acted(session, await planHeld(session.context, plan.touchId, answer));
};

export const planOff: Command = async (session, given) => {
  const { planHeld } = await import('../../services/plans.service.ts');
  const plan = await planWith(session, textOf(given, 0));
  return acted(session, await planHeld(session.context, plan.touchId, { held: false }));
};

export const planIcs: Command = async (session, given) => {
  const { planFile } = await import('../../services/gathering-calendar.service.ts');
  const plan = await planWith(session, textOf(given, 0));
  return writeCalendarFile(session, await planFile(session.context, plan.touchId), optionalTextOf(given, 1));
};

/** The plan that is meant: by its id, or the first with somebody. @throws AppError `not-found` */
async function planWith(session: Session, said: string): Promise<Plan> {
  const { listPlans: plansOf } = await import('../../services/plans.service.ts');
  const { plans } = await plansOf(session.context);
  const byId = plans.find(({ touchId }) => touchId === said);
  if (byId) return byId;
  const { id, name } = await whoOf(session, said);
  const plan = plans.find(({ people }) => people.some((person) => person.id === id));
  if (plan === undefined)
    throw new AppError(
      'not-found',
      `Nothing is planned with ${name}. Plan it: tendril log "coffee with ${name} next week"`,
    );
  return plan;
}
