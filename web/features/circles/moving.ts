import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';

/** Someone on the way from one circle to another. */
export interface Moving {
  readonly id: string;
  readonly name: string;
  readonly from: string;
}

/** Out of the circle they were dragged from, into this one; other circles of theirs stay. */
export function movePerson({ id, from }: Moving, to: string): void {
  if (from !== to) void perform(client.changeMembers({ params: { id: to }, body: { add: [id], from } }));
}
