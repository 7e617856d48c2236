/** What is said of somebody beside their name: a text that begins with the name says it once. */
export function withoutName(text: string, name: string): string {
  return text.startsWith(name) ? text.slice(name.length).replace(/^(?:['’]s)?[\s,:]+/u, '') : text;
}
