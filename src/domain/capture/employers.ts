import type { DirectoryPerson } from './capture.ts';
import type { NameMatch } from './names.ts';
import type { Node, Who } from './scan-types.ts';
import type { Scanner } from './scanner.ts';
import type { Slot } from './slots.ts';
import { nameWords } from './tokens.ts';
import { readCapitals, readOrganization } from './unknown-names.ts';

/** "Chris from Acme": those of the candidates who are there. */
export function narrowByEmployer(scanner: Scanner, match: NameMatch): readonly DirectoryPerson[] {
  if (match.people.length === 1) return match.people;
  const employer = readOrganization(scanner, match.end) ?? readAt(scanner, match.end);
  if (employer?.organization === undefined) return match.people;
  const there = match.people.filter((person) => isSameOrganization(person, employer.organization ?? ''));
  return there.length === 0 ? match.people : there;
}

function readAt(scanner: Scanner, i: number): { organization: string } | undefined {
  if (scanner.tokens[i]?.fold !== 'at') return undefined;
  const name = readCapitals(scanner.tokens, i + 1);
  return name === undefined ? undefined : { organization: name.text };
}

function isSameOrganization(person: DirectoryPerson, organization: string): boolean {
  const [a, b] = [nameWords(person.organization ?? '').join(' '), nameWords(organization).join(' ')];
  return a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));
}

/** "Met Ada from Kanda" when the known Ada works elsewhere: perhaps another Ada. */
export function isSomeoneElse(scanner: Scanner, match: NameMatch, slot: Slot): boolean {
  const [person] = match.people;
  if (slot.verb !== 'met' || match.tier === 'full' || person?.organization === undefined) return false;
  const employer = readOrganization(scanner, match.end);
  return employer?.organization !== undefined && !isSameOrganization(person, employer.organization);
}

/** The organisation said behind somebody new, or behind somebody whose organisation it is. */
export function readEmployer(
  scanner: Scanner,
  name: Extract<Node, { kind: 'name' }>,
  i: number,
): { readonly nodes: readonly Node[]; readonly end: number } | undefined {
  const { who } = name.mention;
  const read = readOrganization(scanner, i);
  const [first, last] = [scanner.tokens[read?.start ?? 0], scanner.tokens[(read?.end ?? 1) - 1]];
  if (read === undefined || first === undefined || last === undefined) return undefined;
  const { organization = '', title } = read;
  if (who.kind === 'known' && !who.people.some((person) => isSameOrganization(person, organization))) return undefined;
  const employed: Who = who.kind === 'new' ? { ...who, organization, ...(title === undefined ? {} : { title }) } : who;
  return {
    nodes: [
      { ...name, mention: { ...name.mention, who: employed } },
      { kind: 'organization', start: first.start, end: last.end, glued: first.glued, text: organization },
    ],
    end: read.end,
  };
}
