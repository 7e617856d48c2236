import { expect, it } from 'vitest';
import { envelopeLines } from './envelope.ts';
import type { AddressComponent } from './jscontact.ts';

const parts = (given: Partial<Record<AddressComponent['kind'], string>>): AddressComponent[] =>
  Object.entries(given).map(([kind, value]) => ({ kind: kind as AddressComponent['kind'], value }));
const delft = { number: '7', name: 'Kade', postcode: '2611 AB', locality: 'Delft', country: 'Netherlands' };
const leeds = { number: '12', name: 'Mill Lane', postcode: 'LS1 4AP', locality: 'Leeds', country: 'United Kingdom' };

it.each([
  [delft, 'NL', 'NL', ['Kade 7', '2611 AB Delft']],
  [delft, 'NL', 'GB', ['Kade 7', '2611 AB Delft', 'NETHERLANDS']],
  [leeds, 'GB', 'NL', ['12 Mill Lane', 'Leeds, LS1 4AP', 'UNITED KINGDOM']],
  [{ postOfficeBox: 'PO Box 9', locality: 'Delft' }, 'NL', 'NL', ['PO Box 9', 'Delft']],
  [{ locality: 'Amsterdam' }, 'NL', 'NL', []],
])('%j in %s is written from %s as %j', (given, countryCode, home, lines) => {
  expect(envelopeLines({ components: parts(given), countryCode }, home)).toEqual(lines);
});

it('takes what is written whole at its lines or commas', () => {
  expect(envelopeLines({ full: 'Kade 7\n2611 AB Delft, NL' }, 'NL')).toEqual(['Kade 7', '2611 AB Delft', 'NL']);
});
