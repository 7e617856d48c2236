import type { PageReader } from '../../domain/resources/resource.ts';
import { readPage as readHead } from '../../formats/html/read-page.ts';
import { fetchPage } from './fetch-page.ts';
import type { PagesRead } from './pages-read.ts';

/** Fetches a page once and reads what it says of itself. @throws PageError with why not */
export async function readPage(address: string, pages: PagesRead): ReturnType<PageReader> {
  const { bytes, contentType } = await fetchPage(address, { pages });
  return readHead(bytes, contentType);
}
