import type { CapturedPerson, DirectoryPerson, PersonRef, Pronoun } from './capture.ts';
import type { Mention, Node, Who } from './scan-types.ts';
import { isPredicate } from './slots.ts';
import { nameWords } from './tokens.ts';

/** Somebody of this line. */
export interface CastMember {
  readonly ref: PersonRef;
  readonly name: string;
  readonly who: Who;
  readonly person?: DirectoryPerson;
  /** The first mention. */
  readonly mention: Mention;
}

/** Everybody the line names, each once, and who "she" and "they" are at the moment. */
export interface Cast {
  /** The members a mention stands for: several for "the Okafors", none when an answer said it is nobody. */
  refsOf(mention: Mention): readonly PersonRef[];
  members(): readonly CastMember[];
  member(ref: PersonRef): CastMember | undefined;
  addParticipants(refs: readonly PersonRef[]): void;
  participants(): readonly PersonRef[];
  /** At whose place it was: "she" behind "met Bea at Tom's" is anybody else first. */
  setHosts(refs: readonly PersonRef[]): void;
  /** The ones spoken of last as the subject of a statement. */
  setSubject(refs: readonly PersonRef[]): void;
  /** Whom a pronoun means here; without one, whom an unsaid subject means. */
  resolve(pronoun: Pronoun | undefined): readonly PersonRef[];
}

export function makeCast(): Cast {
  const members = new Map<string, CastMember>();
  const byRef = new Map<PersonRef, CastMember>();
  const participants: PersonRef[] = [];
  const mentioned: PersonRef[] = [];
  const pronouns = new Map<PersonRef, Pronoun>();
  let subject: readonly PersonRef[] = [];
  let hosts: readonly PersonRef[] = [];
  const add = (key: string, make: (ref: PersonRef) => CastMember) => {
    const member = members.get(key) ?? make(`p${members.size + 1}`);
    members.set(key, member);
    byRef.set(member.ref, member);
    return member.ref;
  };
  const refsOf = (mention: Mention): readonly PersonRef[] => {
    const { who } = mention;
    const refs =
      who.kind === 'known'
        ? who.people.map((person) =>
            add(`id:${person.id}`, (ref) => ({ ref, name: person.name, who, person, mention })),
          )
        : [
            add(`name:${nameWords(who.kind === 'new' ? who.name : mention.text).join(' ')}`, (ref) =>
              newMember(ref, mention),
            ),
          ];
    for (const ref of refs) if (!mentioned.includes(ref)) mentioned.push(ref);
    return refs;
  };
  const fits = (ref: PersonRef, pronoun: Pronoun | undefined) => {
    const known = byRef.get(ref)?.person?.pronoun ?? pronouns.get(ref);
    return pronoun === undefined || pronoun === 'they' || known === undefined || known === pronoun;
  };
  return {
    refsOf,
    members: () => [...byRef.values()],
    member: (ref) => byRef.get(ref),
    addParticipants: (refs) => {
      for (const ref of refs) if (!participants.includes(ref)) participants.push(ref);
    },
    participants: () => participants,
    setHosts: (refs) => {
      hosts = refs;
    },
    setSubject: (refs) => {
      subject = refs;
    },
    resolve: (pronoun) => {
      if (pronoun === 'they' && subject.length !== 1 && participants.length > 1) return participants;
      const there = participants.toReversed();
      const nearest = [
        ...subject,
        ...there.filter((ref) => !hosts.includes(ref)),
        ...there,
        ...mentioned.toReversed(),
      ].find((ref) => fits(ref, pronoun));
      if (nearest === undefined) return [];
      if (pronoun !== undefined && pronoun !== 'they') pronouns.set(nearest, pronoun);
      return [nearest];
    },
  };
}

function newMember(ref: PersonRef, mention: Mention): CastMember {
  const name = mention.who.kind === 'new' ? mention.who.name : mention.text;
  return { ref, name, who: mention.who, mention };
}

/** Once "Chris Baum" or "Zed Ito" has been named, "Chris" and "Zed" alone mean them. */
export function unifyMentions(nodes: readonly Node[]): Node[] {
  const newcomers = new Map<string, Mention>();
  const known = new Set<string>();
  for (const node of nodes) {
    if (node.kind !== 'name') continue;
    const { who } = node.mention;
    if (who.kind === 'known') for (const { id } of who.people) known.add(id);
    if (who.kind === 'new')
      for (const word of nameWords(who.name)) if (!newcomers.has(word)) newcomers.set(word, node.mention);
  }
  return withInitials(nodes).map((node) => {
    if (node.kind === 'name' && node.mention.who.kind === 'unclear') return unifyUnclear(node, known, newcomers);
    const mention = node.kind === 'word' && /^\p{Lu}/u.test(node.text) ? newcomers.get(node.fold) : undefined;
    if (node.kind !== 'word' || mention === undefined) return node;
    const { start, glued, text, clitic } = node;
    const again: Mention = {
      start,
      end: start + text.length,
      text,
      who: mention.who,
      isParticipant: false,
      isForced: false,
      ...(clitic === undefined ? {} : { clitic }),
    };
    return { kind: 'name', start, end: node.end, glued, mention: again };
  });
}

/** "T. is allergic" where of those named one alone begins with T: the name again, its full stop no end of a sentence. */
function withInitials(nodes: readonly Node[]): Node[] {
  const result: Node[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i];
    const stop = nodes[i + 1];
    if (node === undefined) continue;
    const initial = initialOf(node, stop, nodes[i + 2]);
    const mention = initial === undefined ? undefined : namedBy(initial, nodes.slice(0, i));
    if (mention === undefined || stop === undefined) {
      result.push(node);
      continue;
    }
    const { start, glued } = node;
    const again: Mention = {
      start,
      end: stop.end,
      text: `${initial}.`,
      who: mention.who,
      isParticipant: false,
      isForced: false,
    };
    result.push({ kind: 'name', start, end: stop.end, glued, mention: again });
    i++;
  }
  return result;
}

/** The capital letter that stands with its full stop before a verb. */
function initialOf(node: Node, stop: Node | undefined, next: Node | undefined): string | undefined {
  if (node.kind !== 'word' || stop?.kind !== 'mark' || stop.text !== '.' || !stop.glued) return undefined;
  const isSubject = next?.kind === 'word' && isPredicate(next);
  return isSubject && /^\p{Lu}$/u.test(node.text) ? node.text : undefined;
}

function namedBy(initial: string, before: readonly Node[]): Mention | undefined {
  const named = before.flatMap((node) =>
    node.kind === 'name' && node.mention.who.kind !== 'unclear' && node.mention.text.startsWith(initial)
      ? [node.mention]
      : [],
  );
  return new Set(named.map(({ text }) => text)).size === 1 ? named[0] : undefined;
}

function unifyUnclear(
  node: Extract<Node, { kind: 'name' }>,
  known: ReadonlySet<string>,
  newcomers: ReadonlyMap<string, Mention>,
): Node {
  const { who, text } = node.mention;
  if (who.kind !== 'unclear') return node;
  const there = who.candidates.filter(({ id }) => known.has(id));
  const newcomer = newcomers.get(nameWords(text).join(' '));
  if (there.length === 1) return { ...node, mention: { ...node.mention, who: { kind: 'known', people: there } } };
  return newcomer === undefined ? node : { ...node, mention: { ...node.mention, who: newcomer.who } };
}

/** The member as the capture shows it. */
export function toCapturedPerson({ ref, name, who, person }: CastMember, role: CapturedPerson['role']): CapturedPerson {
  const isNew = who.kind === 'new';
  const { organization, title } = isNew ? who : {};
  return {
    ref,
    name,
    role,
    created: isNew,
    ...(person === undefined ? {} : { id: person.id }),
    ...(organization === undefined ? {} : { organization }),
    ...(title === undefined ? {} : { title }),
  };
}
