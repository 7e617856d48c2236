import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey, tidyAddress } from './address.ts';
import { readPage } from './read-page.ts';

const page = (html: string, type = 'text/html; charset=utf-8') => readPage(new TextEncoder().encode(html), type);

describe('a page', () => {
  it('says what it is in its head', () => {
    expect(
      page(`<!doctype html><html><head><title>Tides &amp; kelp &#8211; Example News</title>
        <meta property="og:title" content="Tides &amp; kelp"><meta name=description content='On the shore'>
        <meta name="keywords" content="sea, tides; kelp"><meta property="og:type" content="article"></head><body>`),
    ).toEqual({
      title: 'Tides & kelp',
      description: 'On the shore',
      keywords: ['sea', 'tides', 'kelp'],
      kind: 'article',
    });
    expect(page('<TITLE>\n Why\ttides \n turn </TITLE>')).toMatchObject({ title: 'Why tides turn', kind: 'link' });
    expect(
      page('<meta content="A book" property="og:title"><meta property="og:type" content="books.book">'),
    ).toMatchObject({
      title: 'A book',
      kind: 'book',
    });
  });

  it('is not misled by scripts, comments and drawings', () => {
    expect(
      page(
        '<!-- <title>No</title> --><script>"<title>No</title>"</script><title>Yes</title><svg><title>No</title></svg>',
      ).title,
    ).toBe('Yes');
    expect(page('<p title="x>y">a</p>').title).toBe('');
  });

  it('is read in the letters it is written in', () => {
    const latin1 = Uint8Array.from(
      [...'<meta charset=iso-8859-1><title>Gr\u00fc\u00dfe</title>'].map((c) => c.charCodeAt(0)),
    );
    expect(readPage(latin1, 'text/html').title).toBe('Grüße');
    expect(readPage(latin1, 'text/html; charset=nonsense').title).toContain('Gr');
  });

  it('is read to wherever it is cut off, and never fails', () => {
    const whole = '<html><head><title>Tides</title><meta name="description" content="On the shore';
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.nat(whole.length).map((n) => whole.slice(0, n)),
        ),
        (html) => {
          const { title, description, keywords } = page(html);
          expect([title, description, ...keywords].join('').length).toBeLessThan(2_000);
        },
      ),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(readPage(bytes).kind).toBe('link');
      }),
    );
  });

  it('takes no longer for being broken', () => {
    for (const piece of ['<', '<a ', '<meta content="', '<!--', '<script>', '&#', '<a b=', "<a '", '<meta charset'])
      expect(page(piece.repeat(60_000)).title).toBe('');
  });
});

describe('an address', () => {
  it('loses what only tracks its reader', () => {
    expect(tidyAddress(' https://Example.org/a?utm_source=x&id=7&fbclid=y#:~:text=z ')).toBe(
      'https://example.org/a?id=7',
    );
    expect(tidyAddress('https://ines:secret@example.org/')).toBe('https://example.org/');
    for (const none of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'example.org',
      'https://',
      `https://e.org/${'x'.repeat(3_000)}`,
    ])
      expect(tidyAddress(none)).toBeUndefined();
  });

  it('is that of the same page with and without www and a last stroke', () => {
    expect(addressKey('https://www.example.org/a/')).toBe(addressKey('http://example.org/a'));
    expect(addressKey('https://example.org/a?id=1')).not.toBe(addressKey('https://example.org/a?id=2'));
  });
});
