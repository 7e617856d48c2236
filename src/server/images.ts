/** The kinds of pictures every browser shows and none runs; SVG is not among them. */
const KINDS: readonly { readonly mediaType: string; readonly begins: RegExp }[] = [
  { mediaType: 'image/png', begins: /^\x89PNG\r\n\x1a\n/ },
  { mediaType: 'image/jpeg', begins: /^\xff\xd8\xff/ },
  { mediaType: 'image/gif', begins: /^GIF8[79]a/ },
  { mediaType: 'image/webp', begins: /^RIFF[\s\S]{4}WEBP/ },
];

/** What a file is by its first bytes, whatever its name or sender says. */
export function imageTypeOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('latin1');
  return KINDS.find((kind) => kind.begins.test(start))?.mediaType;
}
