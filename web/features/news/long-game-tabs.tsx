import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { n } from '../../lib/strings-news.ts';

/** From one's news to the goals and back. */
export function LongGameTabs() {
  return (
    <nav aria-label={n.pages} className="flex flex-wrap gap-1">
      <Tab to="/news">{n.tabs.news}</Tab>
      <Tab to="/goals">{n.tabs.goals}</Tab>
    </nav>
  );
}

function Tab({ to, children }: { readonly to: '/news' | '/goals'; readonly children: ReactNode }) {
  return (
    <Link
      to={to}
      search={{}}
      activeOptions={{ exact: true, includeSearch: false }}
      activeProps={{ className: 'bg-leaf-soft text-leaf' }}
      className="act max-desk:min-h-11"
    >
      {children}
    </Link>
  );
}
