import type { Address, AddressComponent } from './jscontact.ts';

/** Countries that put the house number first, and those that write the town before the code. */
const NUMBER_FIRST = /^(?:US|CA|GB|IE|AU|NZ|FR|LU|ZA|IN|SG|MT)$/;
const TOWN_FIRST = /^(?:US|CA|GB|IE|AU|NZ|IN)$/;

/** What brings a letter to a door rather than to a town. */
const DOOR: ReadonlySet<AddressComponent['kind']> = new Set(['name', 'number', 'building', 'block', 'postOfficeBox']);

/**
 * A postal address as the lines of an envelope, the country last and only abroad; none where it is only a town.
 * What is written whole is taken at its own lines, or at its commas.
 * @param home the country it is sent from, ISO 3166-1 alpha-2
 */
export function envelopeLines(address: Address, home: string): readonly string[] {
  const { full, components = [], countryCode = '' } = address;
  if (full !== undefined)
    return full
      .split(/\n|, */)
      .map((line) => line.trim())
      .filter((line) => line !== '');
  if (!components.some(({ kind, value }) => DOOR.has(kind) && value.trim() !== '')) return [];
  const country = countryCode.toUpperCase();
  const part = (...kinds: readonly AddressComponent['kind'][]) =>
    components
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ value }) => value.trim())
      .filter((value) => value !== '');
  const street = NUMBER_FIRST.test(country)
    ? [...part('number'), ...part('name')]
    : [...part('name'), ...part('number')];
  const [code, town] = [part('postcode').join(' '), part('locality').join(' ')];
  const region = part('region').join(' ');
  const city = TOWN_FIRST.test(country)
    ? [town, [region, code].filter(Boolean).join(' ')].filter(Boolean).join(', ')
    : [code, town].filter(Boolean).join(' ');
  return [
    part('postOfficeBox').join(' '),
    part('building', 'block', 'floor', 'apartment', 'room').join(' '),
    street.join(' '),
    part('district', 'subdistrict').join(', '),
    city,
    ...(country === home && country !== '' ? [] : part('country').map((name) => name.toUpperCase())),
  ].filter((line) => line !== '');
}
