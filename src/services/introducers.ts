import type { CalendarDate } from '../domain/dates.ts';
import { introductionReceived } from '../domain/introducing/received.ts';
import { daysApart } from '../domain/keeping/day-number.ts';
import type { Writer } from '../storage/feed.ts';
import { exchangesOf } from '../storage/repositories/exchange.repository.ts';
import { findPerson } from '../storage/repositories/person.repository.ts';

/** Who introduced somebody to the owner, as the ledger has it. */

/** Whom one has known longer was introduced long ago: those thanks are not owed any more. */
const NEWLY_MET_DAYS = 90;

/** Whoever introduced somebody new to the owner did something for them: it stands in the ledger, for thanks. */
export async function noteIntroducer(
  writer: Writer,
  introduced: {
    readonly by: string;
    readonly to: string;
    /** The name of whom one met. */
    readonly name: string;
    readonly today: CalendarDate;
  },
): Promise<void> {
  const { by, to, name, today } = introduced;
  const met = await findPerson(writer, to);
  if (!met || daysApart(met.added_on as CalendarDate, today) > NEWLY_MET_DAYS) return;
  const text = introductionReceived(name);
  if ((await exchangesOf(writer, [by])).some((row) => row.text === text)) return;
  await writer.insert('exchange', [{ id: writer.newId(), person_id: by, kind: 'received', text, date: today }]);
}
