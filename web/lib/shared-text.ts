/** What apps share is written by each in its own way: many put the link into the text, some the title too. */
export function sharedText({
  title = '',
  text = '',
  url = '',
}: {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly url?: string | undefined;
}): string {
  const parts: string[] = [];
  for (const part of [title, text, url].map((given) => given.replaceAll(/\s+/g, ' ').trim()))
    if (part !== '' && !parts.some((said) => said.includes(part))) parts.push(part);
  return parts.filter((part, at) => !parts.some((other, place) => place > at && other.includes(part))).join(' ');
}
