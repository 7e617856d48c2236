/** Enough for every person due in a large network; a note is short and a thread shorter. */
const MOST = 5000;

/**
 * The same function, whose answers are kept by key: what a note says depends on its words alone, and Today is decided anew
 * after every change while hardly any note has changed. `keyOf` must name everything the answer depends on.
 */
export function remembered<Given extends readonly unknown[], Answer>(
  read: (...given: Given) => Answer,
  keyOf: (...given: Given) => string,
): (...given: Given) => Answer {
  const known = new Map<string, Answer>();
  return (...given) => {
    const key = keyOf(...given);
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as Answer;
    const answer = read(...given);
    if (known.size >= MOST) known.clear();
    known.set(key, answer);
    return answer;
  };
}
