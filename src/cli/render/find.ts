import type { FindHit } from '../../contract/shapes.ts';
import { indented, oneLine, type Page } from './text.ts';

/** What was found, best first. */
export function renderFound(hits: readonly FindHit[], query: string, page: Page): string {
  if (hits.length === 0) return `Nothing here holds “${query}”.\n`;
  const lines = hits.flatMap((hit) => {
    const excerpt = oneLine(hit.excerpt);
    const title = hit.kind === 'person' ? page.style.bold(hit.title) : hit.title;
    if (hit.kind === 'person') return [excerpt === '' ? title : `${title}  ${page.style.dim(excerpt)}`];
    return [title, ...(excerpt === '' ? [] : indented(excerpt, page, { by: 2, paint: page.style.dim }))];
  });
  return `${lines.join('\n')}\n`;
}
