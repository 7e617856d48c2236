import type { CaptureSpan, SpanKind } from './capture.ts';
import { nodeAt } from './clauses.ts';
import type { Encounter } from './encounters.ts';
import type { Reading } from './reading.ts';
import type { Node } from './scan-types.ts';

/** Marks what was understood, for the preview: people, times, places, and the statements that become facts and promises. */
export function spansOf(
  nodes: readonly Node[],
  readings: readonly Reading[],
  encounters: readonly Encounter[],
  text: string,
): CaptureSpan[] {
  const spans: CaptureSpan[] = [];
  const add = (kind: SpanKind, first: Node | undefined, last: Node | undefined) => {
    if (first === undefined || last === undefined || last.end <= first.start) return;
    spans.push({ start: first.start, end: last.end, kind, text: text.slice(first.start, last.end) });
  };
  for (const node of nodes) {
    if (node.kind === 'name') spans.push(nameSpan(node, text));
    else if (node.kind !== 'word' && node.kind !== 'mark') add(node.kind, node, node);
  }
  for (const reading of readings) {
    const { clause } = reading;
    if (reading.kind === 'touch') {
      const from = nodeAt(clause, reading.trigger.start);
      add('touch', clause.nodes[from], clause.nodes[Math.max(from, nodeAt(clause, reading.trigger.end) - 1)]);
    } else if (
      reading.kind === 'fact' ||
      reading.kind === 'promise' ||
      reading.kind === 'follow-up' ||
      reading.kind === 'occasion'
    ) {
      add(reading.kind, clause.nodes[0], clause.nodes.at(-1));
    }
  }
  for (const { place, clause, isPlan } of encounters) {
    if (clause === undefined) continue;
    if (isPlan) add('plan', clause.nodes[0], clause.nodes.at(-1));
    if (place !== undefined) add('place', clause.nodes[place.from], clause.nodes[place.to - 1]);
  }
  return spans.sort((a, b) => a.start - b.start || b.end - a.end || (a.kind < b.kind ? -1 : 1));
}

function nameSpan({ mention }: Extract<Node, { kind: 'name' }>, text: string): CaptureSpan {
  const kind = mention.who.kind === 'known' ? 'person' : mention.who.kind === 'new' ? 'new-person' : 'unclear';
  return { start: mention.start, end: mention.end, kind, text: text.slice(mention.start, mention.end) };
}
