import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/newsreader/wght.css';
import '@fontsource-variable/newsreader/wght-italic.css';
import './styles/app.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { Toaster } from './components/toaster.tsx';
import { queryClient } from './lib/api.ts';
import { getLocale, hasCalendar } from './lib/days.ts';
import { startKeys } from './lib/keys.ts';
import { firstLocale, onLocale, speak } from './lib/language.ts';
import { answerWith } from './lib/stand-in.ts';
import { t } from './lib/strings.ts';
import { router } from './router.tsx';

/** Everything on screen, drawn anew when the words or the dates are to be in another language. */
function App() {
  return (
    <QueryClientProvider client={queryClient} key={useSyncExternalStore(onLocale, getLocale)}>
      <RouterProvider router={router} />
      <Toaster />
    </QueryClientProvider>
  );
}

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root');
  // Browsers that know no calendar days yet are taught them, before anything asks.
  if (!hasCalendar()) await import('temporal-polyfill/full/global').catch(() => undefined);
  await speak(firstLocale());
  if (hasCalendar()) {
    startKeys();
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    );
  } else {
    root.textContent = t.app.oldBrowser;
  }
}

answerWith(() => import('./offline/answers.ts'));
void start();
