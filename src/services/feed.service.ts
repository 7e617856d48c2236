import { networkSeq } from '../storage/repositories/network.repository.ts';
import type { Context } from './context.ts';

/** The newest change of the network: whoever has seen it has seen all. Undefined when a restore put another in its place. */
export async function newestSeq({ store, actor }: Pick<Context, 'store' | 'actor'>): Promise<number | undefined> {
  return (await networkSeq(store, actor.networkId))?.seq;
}
