import type { Card } from '../../domain/card/jscontact.ts';
import { displayName } from '../../domain/card/name.ts';
import { AppError } from '../../domain/errors.ts';
import { fold } from '../../domain/fold.ts';
import type { ByteSource } from '../byte-source.ts';
import { contentKey } from '../content-key.ts';
import type { FileItem, OpenFile, PersonDraft } from '../draft.ts';

/**
 * Google Takeout writes the contacts once for each label, in `Takeout/Contacts/<label>/<label>.vcf` (or `.csv`), and
 * their photos beside them as `<name>.jpg`. `Contacts` and the labels are in the language of the account.
 */

/** A picture of a Takeout, read when it is known whose it is. */
export interface TakeoutPhoto {
  readonly path: string;
  bytes(): Promise<ByteSource>;
}

const MEMBER = /(?:^|\/)(Takeout\/[^/]+)\/([^/]+)\/\2\.(?:vcf|csv)$/i;
const PHOTO = /(?:^|\/)(Takeout\/[^/]+)\/[^/]+\/([^/]+)\.(?:jpe?g|png|gif|webp)$/i;
/** Folders that Google makes for everyone, which are no labels of the owner's. */
const SYSTEM = new Set(
  [
    'All Contacts|My Contacts|Other Contacts|Starred|Starred in Android|Frequent Contacts|Friends Suggestions|Trash',
    'Alle Kontakte|Meine Kontakte|Weitere Kontakte|Andere Kontakte|Markiert|Mit Stern markiert',
    'Tous les contacts|Mes contacts|Autres contacts|Suivis|Favoris',
    'Todos los contactos|Mis contactos|Otros contactos|Destacados|Con estrella',
    'Tutti i contatti|I miei contatti|Altri contatti|Speciali',
    'Alle contacten|Mijn contacten|Overige contacten|Met ster',
    'Todos os contatos|Meus contatos|Outros contatos|Com estrela|myContacts|starred',
  ].flatMap((names) => names.split('|').map((name) => fold(name))),
);

export function isTakeoutPhoto(path: string): boolean {
  return PHOTO.test(path);
}

/** The contacts of one account: every label of each, and who has each name. */
interface Book {
  readonly labels: Map<string, Set<string>>;
  /** Keys of people by their name as it is shown, folded. */
  readonly names: Map<string, Set<string>>;
  /** The picture of a name that one person has. */
  readonly photos: Map<string, TakeoutPhoto>;
}

/**
 * Makes one of what a Takeout says several times over: a contact that stands in many folders carries every label in each,
 * so that the second time it is a repetition, and the photo of its name when nobody else has that name. Every file is to
 * be gone over with `add` before the first is completed.
 */
export class TakeoutBooks {
  readonly #books = new Map<string, Book>();
  readonly #taken = new Set<string>();
  readonly #refused = new Map<string, string>();

  /** Whether a file is the contacts of one label. */
  static isMember(path: string): boolean {
    return MEMBER.test(path);
  }

  /** Notes a contact of a file of one label. */
  add(path: string, draft: PersonDraft): void {
    const [, folder = '', label = ''] = MEMBER.exec(path) ?? [];
    const book = this.#books.get(folder) ?? { labels: new Map(), names: new Map(), photos: new Map() };
    this.#books.set(folder, book);
    const key = personKey(draft);
    const labels = getOrMake(book.labels, key);
    for (const word of [label, ...Object.keys(draft.card.keywords ?? {})])
      if (!SYSTEM.has(fold(word))) labels.add(word);
    getOrMake(book.names, fold(displayName(draft.card))).add(key);
  }

  /** Gives a picture to the one person whose name it bears, once all contacts are noted. */
  addPhoto(photo: TakeoutPhoto): void {
    const [, folder = '', name = ''] = PHOTO.exec(photo.path) ?? [];
    const book = this.#books.get(folder);
    const owners = book?.names.get(fold(name));
    if (book === undefined || owners === undefined) return;
    if (owners.size > 1) {
      this.#refused.set(photo.path, `a photo of ${name}, the name of more than one of the contacts`);
      return;
    }
    // It stands in every folder its person stands in.
    if (!book.photos.has(fold(name))) book.photos.set(fold(name), photo);
    this.#taken.add(photo.path);
  }

  /** Whether a picture is part of a card, and so no file of its own any more. */
  tookPhoto(path: string): boolean {
    return this.#taken.has(path);
  }

  /** Why a picture that bears the name of a contact was given to nobody. */
  whyNoPhoto(path: string): string | undefined {
    return this.#refused.get(path);
  }

  /** The items of a file, the contacts of a Takeout with all their labels and their photo. */
  async *complete({ path, items }: Pick<OpenFile, 'path' | 'items'>): AsyncGenerator<FileItem> {
    const book = this.#books.get(MEMBER.exec(path)?.[1] ?? '');
    for await (const item of items)
      yield item.kind !== 'draft' || book === undefined
        ? item
        : { kind: 'draft', draft: await complete(item.draft, book) };
  }
}

async function complete(draft: PersonDraft, book: Book): Promise<PersonDraft> {
  const labels = [...(book.labels.get(personKey(draft)) ?? [])].sort();
  const { keywords: _labels, ...rest } = draft.card;
  const card: Card =
    labels.length === 0
      ? rest
      : { ...rest, keywords: Object.fromEntries(labels.map((label) => [label, true as const])) };
  const photo = card.media === undefined ? book.photos.get(fold(displayName(card))) : undefined;
  if (photo === undefined) return { ...draft, card };
  try {
    const source = await photo.bytes();
    const base64 = Buffer.from(source.read(0, source.size)).toString('base64');
    const uri = `data:${typeOf(photo.path)};base64,${base64}`;
    return { ...draft, card: { ...card, media: { m1: { kind: 'photo', uri } } } };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unreadable') throw error;
    return { ...draft, card, warnings: [...draft.warnings, `the photo cannot be read: ${error.message}`] };
  }
}

/** The same for a contact in every folder: what the card says but for its labels. */
function personKey(draft: PersonDraft): string {
  const { keywords: _labels, ...card } = draft.card;
  return contentKey({ ...draft, card });
}

function typeOf(path: string): string {
  const [, extension = ''] = /\.(\w+)$/.exec(path.toLowerCase()) ?? [];
  return `image/${extension === 'jpg' ? 'jpeg' : extension}`;
}

function getOrMake(map: Map<string, Set<string>>, key: string): Set<string> {
  const made = map.get(key) ?? new Set<string>();
  map.set(key, made);
  return made;
}
