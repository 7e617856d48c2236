import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';

function decode(bytes: Uint8Array) {
  const { utf8, ...rest } = decodeText(bytes);
  return { text: Buffer.from(utf8).toString(), ...rest };
}

describe('the encoding of a file', () => {
  const text = 'Zoë,Łukasz,王明,🚀\n';
  it.each([
    ['UTF-8', Buffer.from(text), 'UTF-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'UTF-8'],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'UTF-16LE'],
    ['UTF-16BE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'UTF-16BE'],
  ])('reads %s', (_, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text, encoding, damaged: false });
  });

  it('knows UTF-16 without a mark by its zero bytes', () => {
    const plain = 'First Name\tLast Name\r\nZoë\tŁ\r\n';
    expect(decode(Buffer.from(plain, 'utf16le'))).toEqual({ text: plain, encoding: 'UTF-16LE', damaged: false });
    expect(decode(Buffer.from(plain, 'utf16le').swap16())).toEqual({
      text: plain,
      encoding: 'UTF-16BE',
      damaged: false,
    });
  });

  it('reads what is not UTF-8 as Windows-1252', () => {
    expect(decode(Buffer.from('M\xfcller \x80 5', 'latin1'))).toEqual({
      text: 'Müller € 5',
      encoding: 'Windows-1252',
      damaged: false,
    });
  });

  it('keeps a UTF-8 file UTF-8 when one of its bytes is broken, and says so', () => {
    const bytes = Buffer.concat([Buffer.from('Zoë Müller '), Buffer.from([0xff]), Buffer.from(' Łukasz')]);
    expect(decode(bytes)).toEqual({ text: 'Zoë Müller \ufffd Łukasz', encoding: 'UTF-8', damaged: true });
  });

  it('drops NUL', () => {
    expect(decode(Buffer.from('Ada\0 B')).text).toBe('Ada B');
  });
});
