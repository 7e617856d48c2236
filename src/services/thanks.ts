import type { Body } from '../contract/routes.ts';
import { act, type Context, todayOf } from './context.ts';
import { getPersonRow, likelyChannel } from './keeping.service.ts';
import { type Acted, nameOf } from './memory.service.ts';
import { insertTouch, usualDirection } from './touches.service.ts';

/** Thanks given: a touch, and an entry of the ledger by which nobody is thanked twice for the same. */
export async function thank(context: Context, personId: string, input: Body<'thank'>): Promise<Acted> {
  const today = await todayOf(context);
  const { stepId, result } = await act(context, { kind: 'exchange', title: 'Gave thanks' }, async (writer) => {
    const person = await getPersonRow(writer, personId);
    const name = await nameOf(writer, personId);
    const channel = input.channel ?? (await likelyChannel(writer, person));
    await insertTouch(writer, {
      people: [personId],
      date: today,
      channel,
      direction: usualDirection(channel),
      notes: `Thanked: ${input.text}`,
      source: 'done',
    });
    const id = writer.newId();
    await writer.insert('exchange', [{ id, person_id: personId, kind: 'thanked', text: input.text, date: today }]);
    writer.title = `Thanked ${name}: ${input.text}`;
    return { id, name };
  });
  return { stepId, id: result.id, message: `Thanked ${result.name}.` };
}
