/** Whether someone was signed in on this device the last time: a guess that saves a round trip, never a permission. */
const KEY = 'tendril.was-here';

export function wasHere(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false; // Storage is blocked: the page waits for the answer instead.
  }
}

export function rememberHere(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(KEY, '1');
    else localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}
