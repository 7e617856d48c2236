import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectItems } from '../draft.ts';
import { iterateLdif } from './read-people.ts';

const read = (text: string) => collectItems(iterateLdif(Buffer.from(text)));

describe('LDIF that goes wrong', () => {
  it('reads the last entry of a file that is cut short', () => {
    const { drafts } = read('dn: cn=Ada\nobjectclass: person\ncn: Ada Brook\nmail: ada@x.ex');
    expect(drafts[0]?.card.emails).toEqual({ e1: { address: 'ada@x.ex' } });
  });

  it('reads a value folded a thousand times and a thousand values', () => {
    const folded = Array.from({ length: 1_000 }, () => ' x').join('\n');
    const mails = Array.from({ length: 1_000 }, (_, i) => `mail: a${i}@x.example`).join('\n');
    const { drafts } = read(`dn: cn=A\ncn: A\ndescription: y\n${folded}\n${mails}\n`);
    expect(drafts[0]?.card.notes?.n1?.note).toBe(`y${'x'.repeat(1_000)}`);
    expect(Object.keys(drafts[0]?.card.emails ?? {})).toHaveLength(1_000);
  });

  it('keeps no password', () => {
    expect(JSON.stringify(read('dn: cn=A\ncn: Ada Brook\nuserPassword: hunter2\n').drafts)).not.toContain('hunter2');
  });

  it('reads an old code page in base64, and drops NUL', () => {
    const value = Buffer.from('Zo\xeb\0 Brook', 'latin1').toString('base64');
    expect(read(`dn: cn=Z\ncn:: ${value}\n`).drafts[0]?.card.name?.full).toBe('Zoë Brook');
  });

  it('never throws, and accounts for every entry', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'cn: Ada',
        'mail: a@x.example',
        'mail::',
        'mail:: ????',
        ' folded',
        '-',
        '# no',
        'changetype: delete',
        'objectclass: groupOfNames',
        '__proto__: x',
      ),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(line, { maxLength: 6 }), { maxLength: 5 }), (entries) => {
        const text = entries
          .map((lines, i) => [`dn: cn=${i}`, ...lines.filter((each) => each.trim() !== '')].join('\n'))
          .join('\n\n');
        const { drafts, skipped } = read(text);
        expect(drafts.length + skipped.length).toBeGreaterThanOrEqual(entries.length);
      }),
      { numRuns: 100 },
    );
  });
});
