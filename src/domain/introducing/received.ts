/** How the ledger says that somebody introduced the owner to another. */
const RECEIVED = 'Introduced me to ';

export function introductionReceived(name: string): string {
  return `${RECEIVED}${name}`;
}

export function isIntroductionReceived(text: string): boolean {
  return text.startsWith(RECEIVED);
}
