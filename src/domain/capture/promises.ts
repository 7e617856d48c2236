/** What a statement asks to be done, and by whom. Offsets are of the read text. */
export type Commitment =
  | { readonly kind: 'promise'; readonly by: 'me' | 'them'; readonly offset: number }
  | {
      readonly kind: 'follow-up';
      readonly offset: number /** "ask how …" without a day is only a promise. */;
      readonly needsDay: boolean;
    };

const WHO = String.raw`(?:@\d+|her|him|them|me|us)`;
/** What I said I would do, or should. */
const MY_LEAD = new RegExp(
  `^(?:i |we )?(?:still |also |just |really |then )*(?:'ll|will|'m going to|'re going to|am going to|are going to|going to|gonna|need to|have to|'ve got to|got to|gotta|must|should|ought to|'d better|promised(?: ${WHO})?(?: that)? (?:to|i 'd|i 'll|i would|i will|we 'd|we 'll|we would)|said (?:that )?(?:i|we) (?:'d|'ll|would|will)|told ${WHO} (?:that )?(?:i|we) (?:'d|'ll|would|will)|agreed to|offered to|want to|to-?do :?|todo :?|remember to|dont forget to|let me|remind me(?: (?:on |in |at |by )?~\\d+)? (?:to|about|that)|to send|promise :|to)(?= |$) ?`,
);
const THEIR_LEAD =
  /^(?:'ll|will|'s going to|'re going to|is going to|are going to|promised(?: me| us)?(?: that)?(?: (?:she|he|they))? ?(?:to|'d|'ll|would|will)|said (?:that )?(?:she|he|they) ?(?:'d|'ll|would|will)|agreed to|wants? to|'d like to|would|can) /;
/** What one does for somebody else. */
const FAVOUR =
  /^(?:(?:also|then|gladly|try to) )*(?:send|share|forward|introduce|intro|lend|give|bring|return|show|find|look|email|e-mail|mail|text|message|call|phone|ring|write|let|get back|connect|pass|pay|check|recommend|put|invite|ask|help|tell|review|book|drop|post|cook|teach)\b/;
/** Their own doing that is for me only when I am in it: "will get back to me", "will invite us". */
const FOR_ME = /\b(?:me|us|my|our)\b/;
const BY_THEMSELVES =
  /^(?:(?:also|then) )*(?:send|share|forward|introduce|intro|lend|email|call|text|let|get back|return|(?:bring|give|pay|take) (?:(?:it|them|that|me|us|@\d+|(?:the|my|our) \S+) )?back|bring (?:the|a|an|some|my|our))\b/;
/** An answer is owed to whoever asked. */
const ANSWER = /^(?:(?:also|then) )*(?:reply|respond|answer|confirm|(?:call|ring|write|phone|report) back)\b/;

/** Bare verbs that begin a note to oneself: "send her the book". Those that are nouns too need a person behind them. */
const IMPERATIVE = new RegExp(
  String.raw`^(?:please )?(?:(?:send|share|introduce|intro(?! (?:'d|call|chat|coffee|lunch|meeting|zoom))|connect|lend|give|bring|return|collect|fetch|forward|recommend|invite|buy|order|pick (?:up|(?:it|them|${WHO}) up)|thank|congratulate|put|arrange|schedule|organi[sz]e|prepare|pay|tell|look up|look into|get (?:back to|${WHO}|a|the)|make (?:${WHO}|a|the|sure)|find (?:${WHO}|a|the|out))\b|(?:call|phone|ring|e?-?mail|text|message|book|plan|visit|show|check|help|post|ask|write(?: to)?|drop|ping|whatsapp|dm|chase(?: up)?|nudge|remind|wish) (?:${WHO}|a|the|her|his|their|if|about)(?= |$))`,
);
const OWE = new RegExp(`^(?:i |we )?(?:still |also )*owe (?:${WHO} )?`);
const PROMISED = new RegExp(`^(?:i |we )?promised (${WHO}) (?=\\S)`);
const OWES_ME = /^(?:still |also )*owes? (?:me|us)(?: |$)/;
const FOLLOW_UP = new RegExp(
  `^(?:i |we )?(?:'ll |will |should |need to |must |want to |have to |let 's |lets |to |please )*(?:follow(?:ing)?[- ]?up|check(?:ing)? (?:in|back|up)|circle back|touch base|reconnect|get back in touch|reach out(?: again)?|ping(?: ${WHO})?(?: again)?)(?= |$)`,
);
const ASK = new RegExp(
  String.raw`^(?:i |we )?(?:'ll |will |should |need to |must |to |please |remember to )*(?:ask(?: ${WHO})? (?:how|if|whether|about|what|when|where|who|for)\b|see how|find out (?:how|if|whether))`,
);

/** What I have to do by this statement; `text` is the statement without leading conjunctions. */
export function readMyCommitment(text: string): Commitment | undefined {
  if (FOLLOW_UP.test(text)) return { kind: 'follow-up', offset: afterModals(text), needsDay: false };
  if (ASK.test(text)) return { kind: 'follow-up', offset: afterModals(text), needsDay: true };
  const owe = OWE.exec(text);
  if (owe !== null) return { kind: 'promise', by: 'me', offset: owe[0].length };
  const lead = MY_LEAD.exec(text)?.[0];
  if (lead !== undefined) {
    const rest = text.slice(lead.length);
    if (rest.trim() === '' || /^(?:be|feel|miss|not|never|think|know)\b/.test(rest)) return undefined;
    // "Lunch with Ada, will send me the paper": nobody sends oneself things
    const isTheirs = !/^(?:i|we|remind) ?/.test(text) && FAVOUR.test(rest) && /\b(?:me|us)\b/.test(rest);
    return { kind: 'promise', by: isTheirs ? 'them' : 'me', offset: lead.length };
  }
  const promised = PROMISED.exec(text);
  if (promised !== null) return { kind: 'promise', by: 'me', offset: promised[0].length };
  if (OWES_ME.test(text)) return { kind: 'promise', by: 'them', offset: owedOffset(text) };
  return IMPERATIVE.test(text)
    ? { kind: 'promise', by: 'me', offset: /^please /.exec(text)?.[0].length ?? 0 }
    : undefined;
}

/** What somebody else has to do by what is said of them. */
export function readTheirPromise(predicate: string): Commitment | undefined {
  if (OWES_ME.test(predicate)) return { kind: 'promise', by: 'them', offset: owedOffset(predicate) };
  const lead = THEIR_LEAD.exec(predicate)?.[0];
  if (lead === undefined) return undefined;
  const rest = predicate.slice(lead.length);
  const isPromised = lead.startsWith('promised') && rest !== '';
  const isWish = /^(?:want|'d like|would|can)/.test(lead);
  const isForMe = FAVOUR.test(rest) && (FOR_ME.test(rest) || (!isWish && BY_THEMSELVES.test(rest)));
  const isFavour = isForMe || ANSWER.test(rest);
  if (!isPromised && (!isFavour || isWish)) return undefined;
  return { kind: 'promise', by: 'them', offset: lead.length };
}

/** Behind "owes me", unless that is all that was said. */
function owedOffset(text: string): number {
  const length = OWES_ME.exec(text)?.[0].length ?? 0;
  return length >= text.length ? 0 : length;
}

function afterModals(text: string): number {
  return (
    /^(?:(?:i|we) )?(?:(?:'ll|will|should|need to|must|want to|have to|let 's|lets|to|please|remember to) )*/.exec(
      text,
    )?.[0].length ?? 0
  );
}
