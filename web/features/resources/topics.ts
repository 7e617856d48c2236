/** Topics as they are typed: between commas. */
export function topicsOf(text: string): string[] {
  return text
    .split(',')
    .map((topic) => topic.trim().slice(0, 60))
    .filter((topic) => topic !== '')
    .slice(0, 20);
}
