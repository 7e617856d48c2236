import { describe, expect, it } from 'vitest';
import { guessCodePage } from './code-page.ts';

/** Bytes of a text in a page of 256 letters. */
function inPage(text: string, page: string): Uint8Array {
  const letters = new TextDecoder(page).decode(Uint8Array.from({ length: 256 }, (_, i) => i));
  return Uint8Array.from(text, (letter) => letters.indexOf(letter));
}

describe('the code page of a file', () => {
  it.each([
    ['Müller;Zoë;Straße;Brühl;50 € “so”', 'Windows-1252'],
    ['Façade;Ångström;ÅSA;ÖBERG;Peña', 'Windows-1252'],
    ['Łucja;Wójcik;Łódź;Żagiel;Księgowa', 'Windows-1250'],
    ['Иван;Петров;Москва', 'Windows-1251'],
    ['Γιώργος;Παπάς;Αθήνα', 'Windows-1253'],
    ['أحمد;علي', 'Windows-1256'],
  ])('of %s is %s, also where another is usual', (text, page) => {
    expect(guessCodePage(inPage(text, page))).toBe(page);
    expect(guessCodePage(inPage(text, page), 'FR')).toBe(page);
  });

  it('is what the country uses where letters alone do not tell', () => {
    expect(guessCodePage(inPage('Dvořák;Plzeň', 'Windows-1250'), 'CZ')).toBe('Windows-1250');
    expect(guessCodePage(inPage('Şahin;Ayşe', 'Windows-1254'), 'TR')).toBe('Windows-1254');
    expect(guessCodePage(inPage('דנה;כהן', 'Windows-1255'), 'IL')).toBe('Windows-1255');
    expect(guessCodePage(Uint8Array.from([0x93, 0xfa, 0x96, 0x7b]), 'JP')).toBe('Shift_JIS');
  });
});
