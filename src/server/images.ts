/** The kinds of pictures every browser shows and none runs; SVG is not among them. */
const KINDS: readonly {
  readonly mediaType: string;
  readonly begins: RegExp;
  readonly pixelsOf: (bytes: Buffer) => number;
}[] = [
  { mediaType: 'image/png', begins: /^\x89PNG\r\n\x1a\n/, pixelsOf: pixelsOfPng },
  { mediaType: 'image/jpeg', begins: /^\xff\xd8\xff/, pixelsOf: pixelsOfJpeg },
  { mediaType: 'image/gif', begins: /^GIF8[79]a/, pixelsOf: pixelsOfGif },
  // No WebP is wider or higher than 16,383 pixels.
  { mediaType: 'image/webp', begins: /^RIFF[\s\S]{4}WEBP/, pixelsOf: () => 0 },
];

/** More than any camera makes. Whoever shows a picture takes four bytes for each, however small its file. */
const MOST_PIXELS = 300_000_000;

/** What a picture is by its first bytes, whatever its name or sender says; undefined for what cannot be shown safely. */
export function imageTypeOf(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = KINDS.find(({ begins }) => begins.test(buffer.toString('latin1', 0, 16)));
  return kind !== undefined && kind.pixelsOf(buffer) <= MOST_PIXELS ? kind.mediaType : undefined;
}

function pixelsOfPng(bytes: Buffer): number {
  return bytes.length < 24 ? 0 : bytes.readUInt32BE(16) * bytes.readUInt32BE(20);
}

function pixelsOfGif(bytes: Buffer): number {
  return bytes.length < 10 ? 0 : bytes.readUInt16LE(6) * bytes.readUInt16LE(8);
}

/** The frame header stands behind any number of other segments (ITU-T T.81 annex B). */
function pixelsOfJpeg(bytes: Buffer): number {
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7);
  }
  return 0;
}
