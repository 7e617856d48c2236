import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deliver, type Kept, type Outcome, type Queue, sameJson, standingOf, wordsOf } from './queue.ts';

/** A server that does each key once, as ours does. */
class Server {
  readonly done: string[] = [];
  do(key: string): void {
    if (!this.done.includes(key)) this.done.push(key);
  }
}

/** A device that can be switched off between any two things it does. */
class Device implements Queue {
  readonly kept: Kept[] = [];
  #next = 1;

  write(key: string): void {
    this.kept.push({ at: this.#next++, key, name: 'addFact', params: {}, body: { text: key }, day: '2026-11-23' });
  }
  async all(): Promise<readonly Kept[]> {
    return [...this.kept];
  }
  async replace(kept: Kept): Promise<void> {
    const place = this.kept.findIndex(({ at }) => at === kept.at);
    if (place >= 0) this.kept[place] = kept;
  }
  async remove(at: number): Promise<void> {
    const place = this.kept.findIndex((kept) => kept.at === at);
    if (place >= 0) this.kept.splice(place, 1);
  }
}

class SwitchedOff extends Error {}

/** What may happen to one sending. */
type Fate = 'arrives' | 'lost on the way' | 'answer lost' | 'switched off after it arrived' | 'switched off before';

function sending(server: Server, fates: Iterator<Fate>) {
  return async (kept: Kept): Promise<Outcome> => {
    const fate = fates.next().value as Fate;
    if (fate === 'switched off before') throw new SwitchedOff();
    if (fate === 'lost on the way') return 'unreachable';
    server.do(kept.key);
    if (fate === 'switched off after it arrived') throw new SwitchedOff();
    return fate === 'answer lost' ? 'unreachable' : 'delivered';
  };
}

const fate = fc.constantFrom<Fate>(
  'arrives',
  'lost on the way',
  'answer lost',
  'switched off after it arrived',
  'switched off before',
);

describe('deliver', () => {
  test('does each write once and in its order, from two devices, whatever is lost and whenever they are switched off', async () => {
    const steps = fc.array(fc.record({ device: fc.nat(1), act: fc.constantFrom('write', 'deliver') }), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(steps, fc.infiniteStream(fate), async (story, fates) => {
        const server = new Server();
        const devices = [new Device(), new Device()];
        const written: string[][] = [[], []];
        for (const [n, { device: at, act }] of story.entries()) {
          const device = devices[at];
          if (device === undefined) continue;
          if (act === 'write') {
            device.write(`${at}-${n}`);
            written[at]?.push(`${at}-${n}`);
          } else {
            // Two tabs of one device at the same time, where the browser has no locks.
            const tries = [deliver(device, sending(server, fates)), deliver(device, sending(server, fates))];
            await Promise.allSettled(tries);
          }
        }
        const calm = (function* () {
          for (;;) yield 'arrives' as const;
        })();
        for (const device of devices) expect(await deliver(device, sending(server, calm))).toBe(true);
        expect([...server.done].sort()).toEqual(written.flat().sort());
        for (const [at, mine] of written.entries())
          expect(server.done.filter((key) => key.startsWith(`${at}-`))).toEqual(mine);
        expect(devices.flatMap(({ kept }) => kept)).toEqual([]);
      }),
    );
  });

  test('keeps what is refused, with the reason, and goes on with the others', async () => {
    const device = new Device();
    for (const key of ['one', 'two', 'three']) device.write(key);
    const sent: string[] = [];
    const send = async ({ key }: Kept): Promise<Outcome> => {
      sent.push(key);
      return key === 'two' ? { problem: 'They are not here any more.' } : 'delivered';
    };
    expect(await deliver(device, send)).toBe(true);
    expect(device.kept).toMatchObject([{ key: 'two', problem: 'They are not here any more.' }]);
    await deliver(device, send);
    expect(sent).toEqual(['one', 'two', 'three']);
  });

  test('stops where the server is not reached: what comes later waits behind', async () => {
    const device = new Device();
    for (const key of ['one', 'two']) device.write(key);
    expect(await deliver(device, async () => 'unreachable')).toBe(false);
    expect(device.kept.map(({ key }) => key)).toEqual(['one', 'two']);
  });
});

describe('standingOf', () => {
  test('tells a free edit from one that is made already and from one that others were before', () => {
    const [before, after] = [{ text: 'tea' }, { text: 'coffee' }];
    expect(standingOf(before, { text: 'tea' }, after)).toBe('free');
    expect(standingOf(before, { text: 'coffee' }, after)).toBe('made');
    expect(standingOf(before, { text: 'milk' }, after)).toBe('changed');
  });

  test('compares what JSON says, not how it is written', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => sameJson(value, JSON.parse(JSON.stringify(value)))));
    expect(sameJson({ a: 1, b: [2, { c: 3 }] }, { b: [2, { c: 3 }], a: 1 })).toBe(true);
    expect(sameJson({ a: 1 }, { a: 1, b: 2 })).toBe(false);
    expect(sameJson([], {})).toBe(false);
  });
});

test('wordsOf finds what somebody wrote, wherever it stands', () => {
  expect(wordsOf({ body: { kind: 'family', text: 'a twin', private: false } })).toEqual(['a twin']);
  expect(wordsOf({ body: { summary: 'lunch', notes: '', people: ['x'] } })).toEqual(['lunch']);
});
