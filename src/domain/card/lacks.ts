import { LACKS, type Lack } from '../words.ts';

/** What someone lacks as one whole number, a bit for each in the order of the list: what the database asks with one comparison. */
export function lacksToBits(lacks: Iterable<Lack>): number {
  let bits = 0;
  for (const lack of lacks) bits |= 1 << LACKS.indexOf(lack);
  return bits;
}

/** The words of a list of what people lack; undefined when one of them is none. */
export function lacksIn(text: string): Lack[] | undefined {
  const words = text.split(',').map((word) => word.trim());
  const known = LACKS.filter((lack) => words.includes(lack));
  return known.length === new Set(words).size ? known : undefined;
}
