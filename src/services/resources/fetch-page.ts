import { lookup as lookUp } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { tidyAddress } from '../../formats/html/address.ts';
import type { PagesRead } from './pages-read.ts';
import { isPublicAddress } from './public-address.ts';

export interface FetchedPage {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

interface FetchOptions {
  readonly pages: PagesRead;
  /** Milliseconds for everything: names, redirects, bytes. */
  readonly within?: number;
}

const WITHIN = 5_000;
/** A head is at the beginning: what comes after is not read. */
const MOST_BYTES = 512_000;
const MOST_REDIRECTS = 5;

/** Why a page was not read, as one tells it. */
export class PageError extends Error {}

/**
 * Fetches the beginning of a page, once, with no cookie and nothing that says who asks. Every address on the way, redirects
 * included, is held against where pages may be read from when it is connected to, so that no name can change between.
 * @throws PageError with why not
 */
export async function fetchPage(address: string, { pages, within = WITHIN }: FetchOptions): Promise<FetchedPage> {
  if (pages === 'none') throw new PageError('pages are not read here');
  const signal = AbortSignal.timeout(within);
  let url = address;
  try {
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await ask(url, { pages, signal });
      const { statusCode = 0, headers } = response;
      if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
        response.destroy();
        url = nextAddress(headers.location, url);
        continue;
      }
      if (statusCode !== 200) {
        response.destroy();
        throw new PageError(`the site answers ${statusCode}`);
      }
      return await readStart(response);
    }
    throw new PageError('it leads from one address to the next without an end');
  } catch (error) {
    throw error instanceof PageError ? error : new PageError(said(error, signal));
  }
}

function nextAddress(location: string, from: string): string {
  const next = URL.canParse(location, from) ? tidyAddress(new URL(location, from).href) : undefined;
  if (next === undefined) throw new PageError('it leads to something that is no page');
  return next;
}

function ask(address: string, { pages, signal }: { pages: PagesRead; signal: AbortSignal }): Promise<IncomingMessage> {
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new PageError('only http and https are read');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // An address written as such is never looked up.
  if (pages !== 'any' && isIP(host) !== 0 && !isPublicAddress(host)) throw notPublic();
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        signal,
        agent: false,
        ...(pages === 'any' ? {} : { lookup: lookUpPublic }),
        headers: {
          accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1',
          'accept-encoding': 'gzip, br, deflate',
          'accept-language': 'en,*;q=0.5',
          'user-agent': 'Mozilla/5.0 (compatible; Tendril; reads one page that its owner keeps)',
        },
      },
      resolve,
    );
    request.on('error', reject);
    request.end();
  });
}

const notPublic = () => new PageError('it is at a private address, which is not read from here');

/** Looks a name up and answers only if all it stands for is public: the connection is made to what was looked at. */
const lookUpPublic: LookupFunction = (name, options, callback) => {
  lookUp(name, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '');
    const [first] = addresses;
    if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(notPublic(), '');
    if (options.all) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

async function readStart(response: IncomingMessage): Promise<FetchedPage> {
  const contentType = response.headers['content-type'] ?? '';
  if (contentType !== '' && !/html|xml|text\/plain/i.test(contentType)) {
    response.destroy();
    throw new PageError('it is no page with a title');
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const body = unpacked(response);
  try {
    for await (const chunk of body) {
      if (!(chunk instanceof Uint8Array)) continue;
      chunks.push(chunk);
      size += chunk.length;
      if (size >= MOST_BYTES) break;
    }
  } catch (error) {
    // What came before the line was cut may well hold the head.
    if (size === 0) throw error;
  } finally {
    body.destroy();
    response.destroy();
  }
  return { bytes: Buffer.concat(chunks).subarray(0, MOST_BYTES), contentType };
}

function unpacked(response: IncomingMessage): Readable {
  const pack = { gzip: createGunzip, 'x-gzip': createGunzip, br: createBrotliDecompress, deflate: createInflate };
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  const make = Object.entries(pack).find(([name]) => name === encoding)?.[1];
  if (make === undefined) return response;
  const unpacking = make();
  response.on('error', (error) => unpacking.destroy(error));
  return response.pipe(unpacking);
}

function said(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'it did not answer in time';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'the site was not found';
  return /CERT|SSL|TLS/.test(code) ? 'its certificate is not to be trusted' : 'it could not be reached';
}
