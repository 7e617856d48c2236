import { describe, expect, it } from 'vitest';
import type { Card } from '../../domain/card/jscontact.ts';
import { heldBytes } from '../byte-source.ts';
import type { PersonDraft } from '../draft.ts';
import { isTakeoutPhoto, TakeoutBooks } from './takeout.ts';

function aDraft(name: string, email?: string): PersonDraft {
  return {
    where: 'card 1',
    card: {
      '@type': 'Card',
      version: '1.0',
      uid: '',
      name: { full: name },
      keywords: { myContacts: true },
      ...(email === undefined ? {} : { emails: { e1: { address: email } } }),
    },
    warnings: [],
  };
}

const folder = 'takeout-1.zip/Takeout';

interface Said {
  readonly files: Readonly<Record<string, readonly PersonDraft[]>>;
  readonly photos?: readonly string[];
}

/** A Takeout gone over, and the cards of each of its files. */
async function readTakeout({ files, photos = [] }: Said) {
  const books = new TakeoutBooks();
  for (const [path, drafts] of Object.entries(files)) for (const draft of drafts) books.add(`${folder}/${path}`, draft);
  for (const path of photos)
    books.addPhoto({ path: `${folder}/${path}`, bytes: async () => heldBytes(Buffer.from('jpeg')) });
  const cards: Card[][] = [];
  for (const [path, drafts] of Object.entries(files)) {
    const items = drafts.map((draft) => ({ kind: 'draft', draft }) as const);
    const complete: Card[] = [];
    for await (const item of books.complete({ path: `${folder}/${path}`, items }))
      if (item.kind === 'draft') complete.push(item.draft.card);
    cards.push(complete);
  }
  return { books, cards };
}

describe('the contacts of a Takeout', () => {
  it('gives a contact all its labels in every folder, so that the second time is a repetition', async () => {
    const ada = aDraft('Ada Brook', 'ada@x.example');
    const { cards } = await readTakeout({
      files: {
        'Kontakte/Alle Kontakte/Alle Kontakte.vcf': [ada, aDraft('Bo Wu')],
        'Kontakte/Rudern/Rudern.vcf': [ada],
        'Kontakte/Chor/Chor.vcf': [ada],
      },
    });
    expect(cards.map((file) => file.map(({ keywords }) => Object.keys(keywords ?? {})))).toEqual([
      [['Chor', 'Rudern'], []],
      [['Chor', 'Rudern']],
      [['Chor', 'Rudern']],
    ]);
    expect(cards[1]?.[0]).toEqual(cards[0]?.[0]);
  });

  it('gives a photo to the one person of its name', async () => {
    const { books, cards } = await readTakeout({
      files: { 'Contacts/All Contacts/All Contacts.vcf': [aDraft('Ada Brook'), aDraft('Bo Wu')] },
      photos: ['Contacts/All Contacts/Ada Brook.jpg'],
    });
    expect(cards[0]?.map(({ media }) => media?.m1?.uri)).toEqual(['data:image/jpeg;base64,anBlZw==', undefined]);
    expect(books.tookPhoto(`${folder}/Contacts/All Contacts/Ada Brook.jpg`)).toBe(true);
  });

  it('gives a photo to nobody when two people have its name, and says so', async () => {
    const path = 'Contacts/All Contacts/Ada Brook.jpg';
    const { books, cards } = await readTakeout({
      files: {
        'Contacts/All Contacts/All Contacts.vcf': [
          aDraft('Ada Brook', 'ada@x.example'),
          aDraft('Ada Brook', 'other@x.example'),
        ],
      },
      photos: [path],
    });
    expect(cards[0]?.map(({ media }) => media)).toEqual([undefined, undefined]);
    expect(books.tookPhoto(`${folder}/${path}`)).toBe(false);
    expect(books.whyNoPhoto(`${folder}/${path}`)).toBe(
      'a photo of Ada Brook, the name of more than one of the contacts',
    );
  });

  it('knows its own files by where they stand', () => {
    expect(TakeoutBooks.isMember('t.zip/Takeout/Contacts/Rowing/Rowing.vcf')).toBe(true);
    expect(TakeoutBooks.isMember('t.zip/Takeout/Contacts/Rowing/Other.vcf')).toBe(false);
    expect(TakeoutBooks.isMember('t.zip/loose.vcf')).toBe(false);
    expect(isTakeoutPhoto('pictures/Ada Brook.jpg')).toBe(false);
  });
});
