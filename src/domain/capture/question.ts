import type { Node } from './scan-types.ts';

/** A line that asks rather than tells: "How is Ada doing?", "When is Ada's birthday". */

const ASKING = new Set(['how', 'what', 'when', 'where', 'who', 'whom', 'whose', 'why', 'which']);
const AUXILIARY =
  /^(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|should|isnt|arent|wasnt|doesnt|didnt|dont|hasnt|havent)$/;
/** What may stand between "how" or "which" and the verb: "how old is", "which school does". */
const MOST_BETWEEN = 2;
/** Words that say nothing of what is looked for. */
const EMPTY =
  /^(?:a|an|the|i|me|my|you|your|we|us|our|she|he|they|her|his|him|their|them|it|of|to|for|at|in|on|with|from|about|and|or|last|again|these|days|now|doing|getting|going|been|be|much|many|old|long|often|know|tell|see|saw|any|anything|there|s)$/;

/** Whether every sentence of the line asks something. */
export function isQuestion(nodes: readonly Node[], text: string): boolean {
  const sentences = sentencesOf(nodes, text);
  return sentences.length > 0 && sentences.every(asks);
}

/** The words to look for when a question names nobody who is known: "plumber" of "who was the plumber?". */
export function soughtWords(nodes: readonly Node[]): string {
  return nodes
    .flatMap((node) =>
      node.kind === 'word' && !isGrammar(node.fold) ? [node.text] : node.kind === 'name' ? [node.mention.text] : [],
    )
    .join(' ');
}

function isGrammar(word: string): boolean {
  return ASKING.has(word) || AUXILIARY.test(word) || EMPTY.test(word);
}

interface Sentence {
  readonly nodes: readonly Node[];
  /** It ends with a question mark. */
  readonly isMarked: boolean;
}

function sentencesOf(nodes: readonly Node[], text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const cut = (to: number, isMarked: boolean) => {
    if (to > from) sentences.push({ nodes: nodes.slice(from, to), isMarked });
    from = to + 1;
  };
  for (const [i, node] of nodes.entries()) {
    if (node.kind === 'mark' && /^[.!?？。！;…]$/u.test(node.text)) cut(i, /[?？]/u.test(node.text));
    else if (i > from && text.slice(nodes[i - 1]?.end ?? 0, node.start).includes('\n')) {
      cut(i, false);
      from = i;
    }
  }
  cut(nodes.length, false);
  return sentences;
}

function asks({ nodes, isMarked }: Sentence): boolean {
  const words = nodes.map((node) => (node.kind === 'word' ? node.fold : undefined));
  const first = /^(?:so|and|but|ok|hey|well)$/.test(words[0] ?? '') ? 1 : 0;
  const [word = '', next = ''] = [words[first], words[first + 1]];
  if (isProposal(word, next)) return false;
  // "Is Ada still in Rome?", "Do I owe Tom anything?": without the mark it is a note in telegram style
  if (AUXILIARY.test(word)) return isMarked && isSomebody(nodes[first + 1]);
  if (!ASKING.has(word)) return false;
  const opener = nodes[first];
  if (opener?.kind === 'word' && opener.clitic !== undefined) return true;
  if (isMarked || AUXILIARY.test(next)) return true;
  const verb = words.slice(first + 1, first + 2 + MOST_BETWEEN).findIndex((each) => AUXILIARY.test(each ?? ''));
  return /^(?:how|which|what|whose)$/.test(word) && verb > 0 && isSomebody(nodes[first + 2 + verb]);
}

/** "How about lunch with Ada?", "Why don't we …?", "Can you remind me …?": something to do, said politely. */
function isProposal(word: string, next: string): boolean {
  if (next === 'about') return word === 'how' || word === 'what';
  if (next === 'you' || next === 'we') return /^(?:can|could|will|would|shall|should)$/.test(word);
  return word === 'why' && next === 'dont';
}

/** Somebody or something one may ask of. */
function isSomebody(node: Node | undefined): boolean {
  return (
    node?.kind === 'name' ||
    (node?.kind === 'word' &&
      /^(?:i|we|you|she|he|they|it|my|our|her|his|their|the|there|any\w*|\p{Lu}.*)$/u.test(
        /^\p{Lu}/u.test(node.text) ? node.text : node.fold,
      ))
  );
}
