import { describe, expect, it } from 'vitest';
import { imageTypeOf } from './images.ts';

const u16be = (value: number) => [value >> 8, value & 255];
const u16le = (value: number) => [value & 255, value >> 8];
const u32be = (value: number) => [...u16be(value >>> 16), ...u16be(value & 65_535)];

const png = (side: number) =>
  Buffer.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    13,
    10,
    26,
    10,
    ...u32be(13),
    0x49,
    0x48,
    0x44,
    0x52,
    ...u32be(side),
    ...u32be(side),
  ]);
const gif = (side: number) => Buffer.from([...Buffer.from('GIF89a'), ...u16le(side), ...u16le(side)]);
/** With a comment before its frame. */
const jpeg = (side: number) =>
  Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xc2, 0, 11, 8, ...u16be(side), ...u16be(side), 1, 1, 17, 0]);

describe('the type of a picture', () => {
  it.each([
    ['image/png', png(4_000)],
    ['image/gif', gif(4_000)],
    ['image/jpeg', jpeg(4_000)],
    ['image/webp', Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1')],
  ])('is %s by its first bytes, also where the rest is missing', (mediaType, bytes) => {
    expect(imageTypeOf(bytes)).toBe(mediaType);
    expect(imageTypeOf(bytes.subarray(0, 16))).toBe(mediaType);
  });

  it.each([
    ['PNG', png(60_000)],
    ['GIF', gif(60_000)],
    ['JPEG', jpeg(60_000)],
  ])('is none for a %s of sixty thousand pixels a side, which would take gigabytes to show', (_, bytes) => {
    expect(imageTypeOf(bytes)).toBeUndefined();
  });

  it('is none for what can run, and for no picture at all', () => {
    for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', '', 'GIF'])
      expect(imageTypeOf(Buffer.from(text))).toBeUndefined();
  });

  it('is found however a JPEG is damaged', () => {
    for (const bytes of [
      Buffer.from([0xff, 0xd8, 0xff]),
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xff]),
      jpeg(9).fill(0xff, 3),
    ])
      expect(imageTypeOf(bytes)).toBe('image/jpeg');
  });
});
