// Runs before the first paint: the theme chosen on this device, kept under `tendril.theme`. Runs again when it is changed, here
// or in another window.
(() => {
  const COLOURS = { light: '#faf7f1', dark: '#1a1816' };
  const apply = () => {
    let theme = null;
    try {
      theme = localStorage.getItem('tendril.theme');
    } catch {
      // Storage is blocked: the system decides.
    }
    const chosen = theme === 'light' || theme === 'dark' ? theme : undefined;
    if (chosen) document.documentElement.dataset.theme = chosen;
    else delete document.documentElement.dataset.theme;
    for (const meta of document.querySelectorAll('meta[name="color-scheme"]')) meta.content = chosen ?? 'light dark';
    for (const meta of document.querySelectorAll('meta[name="theme-color"]'))
      meta.content = COLOURS[chosen ?? (meta.media.includes('dark') ? 'dark' : 'light')];
  };
  apply();
  addEventListener('storage', apply);
})();
