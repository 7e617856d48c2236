/** How the pages look on this device. `theme.js`, which runs before the first paint, does what is kept here. */
const KEY = 'tendril.theme';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export function getTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === kept) ?? 'system';
  } catch {
    return 'system'; // Storage is blocked.
  }
}

export function setTheme(theme: Theme): void {
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // As above.
  }
  // The browser tells only the other windows by itself.
  window.dispatchEvent(new Event('storage'));
}
