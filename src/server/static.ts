import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.map': 'application/json; charset=utf-8',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.svg', '.txt', '.map']);

/** Nothing but our own files runs, and nobody may frame the page. Styles may stand in attributes: positions of menus and lists do. */
export const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; " +
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
} as const;

interface Asset {
  readonly type: string;
  readonly etag: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of what shrinks, made when it is first asked for. */
  brotli?: Promise<Uint8Array<ArrayBuffer>>;
}

const compress = promisify(brotliCompress);

/** The built web app. Only paths found in its folder are served: there is no way out of it. */
export class WebApp {
  readonly #root: string;
  #files: ReadonlyMap<string, string> | undefined;
  #built = 0;
  readonly #assets = new Map<string, Promise<Asset>>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Answers a path of the web app; undefined when nothing is there. */
  async serve(request: Request, path: string): Promise<Response | undefined> {
    // The front door opens to whoever knocks: not every client says what it accepts.
    const navigation = path === '/' || (request.headers.get('accept') ?? '').includes('text/html');
    if (navigation || !this.#files) await this.#refresh();
    if (this.#files?.size === 0) return navigation ? notBuilt() : undefined;
    if (this.#files?.has(path) && path !== '/index.html') return this.#send(request, path);
    // Any other address is the app's own, which looks at it in the browser.
    return navigation && extname(path) === '' ? this.#send(request, '/index.html') : undefined;
  }

  /** A new build replaces everything known of the one before. */
  async #refresh(): Promise<void> {
    const built = await stat(join(this.#root, 'index.html')).then(
      (info) => info.mtimeMs,
      () => 0,
    );
    if (this.#files && built === this.#built) return;
    this.#built = built;
    this.#assets.clear();
    this.#files = built === 0 ? new Map() : await filesIn(this.#root);
  }

  async #send(request: Request, path: string): Promise<Response> {
    const asset = await this.#asset(path);
    const hashed = path.startsWith('/assets/');
    const headers = {
      ...PAGE_HEADERS,
      'content-type': asset.type,
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: asset.etag,
      vary: 'accept-encoding',
    };
    if (request.headers.get('if-none-match') === asset.etag) return new Response(null, { status: 304, headers });
    const shrinks = COMPRESSED.has(extname(path)) && /\bbr\b/.test(request.headers.get('accept-encoding') ?? '');
    if (!shrinks) return new Response(asset.bytes, { headers });
    asset.brotli ??= this.#brotliOf(path, asset.bytes);
    return new Response(await asset.brotli, { headers: { ...headers, 'content-encoding': 'br' } });
  }

  #asset(path: string): Promise<Asset> {
    let asset = this.#assets.get(path);
    if (!asset) {
      asset = readFile(this.#files?.get(path) ?? '').then((bytes) => ({
        type: TYPES[extname(path)] ?? 'application/octet-stream',
        etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
        bytes,
      }));
      // What could not be read is tried again.
      asset.catch(() => this.#assets.delete(path));
      this.#assets.set(path, asset);
    }
    return asset;
  }

  /** As the build left it beside the file, or made here once. */
  async #brotliOf(path: string, bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    const beside = this.#files?.get(`${path}.br`);
    if (beside !== undefined) return readFile(beside);
    return compress(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    });
  }
}

async function filesIn(root: string): Promise<Map<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [`/${file.slice(join(root, sep).length).split(sep).join('/')}`, file]));
}

function notBuilt(): Response {
  const page =
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Tendril</title><p>The pages of Tendril are not built yet. Run <code>npm start</code> in its folder and open this page again.</p></html>';
  return new Response(page, {
    status: 503,
    headers: { ...PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
