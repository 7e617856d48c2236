interface Told {
  readonly text: string;
  readonly private: boolean;
  readonly learnedOn: string;
}

interface Happened {
  readonly text: string;
  readonly noticedOn: string;
  readonly organisation: string | null;
}

/**
 * Whether a fact says what a moment beside it says: one line made both, the moment without its day. What happened is then
 * shown as that, once; the fact remains for the years after, and shows again when the moment is deleted.
 */
export function isToldAsMoment(fact: Told, moments: readonly Happened[]): boolean {
  const said = fact.text.split(' ');
  return moments.some(
    ({ text, noticedOn, organisation }) =>
      !fact.private && organisation === null && noticedOn === fact.learnedOn && isWithin(text.split(' '), said),
  );
}

/** Whether these words stand among those, in this order. */
function isWithin(words: readonly string[], among: readonly string[]): boolean {
  let at = 0;
  for (const word of among) if (word === words[at]) at++;
  return at === words.length;
}
