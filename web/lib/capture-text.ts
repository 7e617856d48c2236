import type { CaptureResult } from '../../src/contract/shapes.ts';

/** A stretch of the captured line: understood as something, or plain. */
export interface Segment {
  readonly text: string;
  readonly kind: string | undefined;
}

/**
 * Cuts a line into stretches for the marks behind the words. Positions are UTF-16 units of the text that was sent; what
 * no longer fits the line as it stands now (the answer comes later than the keys) stays unmarked.
 */
export function cutIntoSegments(text: string, spans: CaptureResult['spans'], sent: string = text): readonly Segment[] {
  const same = commonStart(text, sent);
  const segments: Segment[] = [];
  let at = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.start < at || span.end > same || span.end <= span.start) continue;
    if (span.start > at) segments.push({ text: text.slice(at, span.start), kind: undefined });
    segments.push({ text: text.slice(span.start, span.end), kind: span.kind });
    at = span.end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), kind: undefined });
  return segments;
}

function commonStart(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a[at] === b[at]) at++;
  return at;
}

/** Answers still meant: those whose asked words are still in the line. */
export function keepAnswers(answers: Readonly<Record<string, string>>, text: string): Readonly<Record<string, string>> {
  const folded = text.toLocaleLowerCase();
  return Object.fromEntries(Object.entries(answers).filter(([asked]) => folded.includes(asked.toLocaleLowerCase())));
}
