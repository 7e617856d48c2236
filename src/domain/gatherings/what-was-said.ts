import { isDeed } from '../today/grammar.ts';
import { plain } from '../today/phrases.ts';

/** A note of a talk, as a touch keeps it, so that the follow-up quotes it in a sentence that holds. */
export interface Said {
  /** What it was about: `tidal permits`. */
  readonly topic: string | null;
  /** What to do, or what to come back to, where the note is a sentence of its own: `send her the paper`. */
  readonly wish: string | null;
}

/** Begins like a sentence, or holds more than one: nothing that one can have "talked about". */
const WHOLE =
  /^(?:i|we|you|he|she|they|it|there|wants?|needs?|has|have|had|is|are|was|just|will|says?|said|looks?|ask(?:ed|s)?|told)\b|^(?:his|her|their|my)\b.*\b(?:is|are|was|were|has|have|had|will|would|wants?|needs?|got|died|started|moved|left|won|broke|says?|said)\b|[.;!?]\s+\S/iu;

export function whatWasSaid(note: string): Said {
  const text = plain(note);
  if (text === '') return { topic: null, wish: null };
  return isDeed(text) || WHOLE.test(text) ? { topic: null, wish: text } : { topic: text, wish: null };
}
