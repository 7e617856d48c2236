import type { Card } from '../domain/card/jscontact.ts';
import type { CalendarDate } from '../domain/dates.ts';
import type { NewRow } from '../storage/entities.ts';

/** The row of somebody new, of whom nothing but the card is known. */
export function newPersonRow({ id, card, today }: { id: string; card: Card; today: CalendarDate }): NewRow<'person'> {
  return {
    id,
    card: JSON.stringify(card),
    channel: null,
    rhythm_days: null,
    snoozed_until: null,
    skipped_on: null,
    paused_from: null,
    paused_until: null,
    archived_on: null,
    deceased: 0,
    sorted_on: null,
    is_owner: 0,
    added_on: today,
  };
}
