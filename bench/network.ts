import type { CalendarDate } from '../src/domain/dates.ts';
import { dayIn } from '../src/domain/dates.ts';
import { generateNetwork } from '../src/domain/demo/generate-network.ts';
import type { GeneratedNetwork } from '../src/domain/demo/network.ts';

/** What a measured network starts with. */
export const DEFAULTS = { country: 'NL', zone: 'Europe/Amsterdam', locale: 'en-GB' } as const;

const SEED = 20_261;

/** The same people every time; only the day they are seen from is today's, as the server's clock says. */
export function benchNetwork(options: { people: number; touchesPerPerson?: number; seed?: number }): GeneratedNetwork {
  const { seed = SEED, ...size } = options;
  return generateNetwork({ seed, today: today(), ...size });
}

export function today(): CalendarDate {
  return dayIn(DEFAULTS.zone, Temporal.Now.instant());
}
