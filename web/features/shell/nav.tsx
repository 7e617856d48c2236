import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Icon, type IconName, Sprout } from '../../components/icon.tsx';
import { Menu, MenuGroup, MenuItem, MenuLine } from '../../components/menu.tsx';
import { queries } from '../../lib/api.ts';
import { number } from '../../lib/days.ts';
import { t } from '../../lib/strings.ts';

function useCounts(): {
  readonly today: number | undefined;
  readonly people: number | undefined;
  readonly unsorted: number;
} {
  const { data } = useQuery(queries.today(false));
  return {
    today: data?.items.filter((item) => !item.waiting).length,
    people: data?.people,
    unsorted: data?.unsorted ?? 0,
  };
}

const isMac = /Mac|iP(hone|ad)/.test(navigator.userAgent);

export function modKey(): string {
  return isMac ? t.keys.mod.mac : t.keys.mod.other;
}

export function SideNav({ onFind }: { readonly onFind: () => void }) {
  const counts = useCounts();
  return (
    <nav
      aria-label={t.nav.label}
      className="sticky top-0 flex h-dvh flex-col gap-0.5 overflow-y-auto py-4 ps-6 pe-4 pt-10 max-desk:hidden print:hidden"
    >
      <Link
        to="/"
        className="mb-6 flex items-center gap-2 ps-3 font-serif text-title leading-none font-medium tracking-[-0.01em]"
      >
        <Sprout />
        {t.app.name}
      </Link>
      <SideLink to="/" count={counts.today}>
        {t.nav.today}
      </SideLink>
      <SideLink to="/people" count={counts.people}>
        {t.nav.people}
      </SideLink>
      <SideLink to="/circles">{t.nav.circles}</SideLink>
      <SideLink to="/pictures">{t.nav.pictures}</SideLink>
      <p id="nav-giving" className="small-head mt-4 mb-1 px-3">
        {t.nav.giving}
      </p>
      <ul aria-labelledby="nav-giving" className="mb-4 grid gap-0.5">
        {givingPages().map(({ to, name, inShort = name }) => (
          <li key={to}>
            <SideLink to={to}>{inShort}</SideLink>
          </li>
        ))}
      </ul>
      {counts.unsorted > 0 && (
        <SideLink to="/sort" count={counts.unsorted}>
          {t.nav.sort}
        </SideLink>
      )}
      <SideLink to="/import">{t.nav.import}</SideLink>
      <div className="mt-auto grid gap-1">
        <SideLink to="/settings">{t.nav.settings}</SideLink>
        <button
          type="button"
          onClick={onFind}
          className="flex items-center gap-2 rounded-soft px-3 py-1.5 text-start text-small whitespace-nowrap text-faint hover:text-soft"
        >
          <kbd>{isMac ? `${modKey()}K` : `${modKey()} K`}</kbd> {t.nav.findHint}
        </button>
      </div>
    </nav>
  );
}

type GivingPage = '/introductions' | '/resources' | '/news' | '/goals' | '/gatherings';

/** What one does for others, the same on the side of a desk and under a thumb. */
const givingPages = (): readonly { readonly to: GivingPage; readonly name: string; readonly inShort?: string }[] => [
  { to: '/introductions', name: t.nav.introductions },
  { to: '/resources', name: t.nav.resources },
  { to: '/gatherings', name: t.nav.gatherings, inShort: t.nav.gatheringsInShort },
  { to: '/news', name: t.nav.news },
  { to: '/goals', name: t.nav.longGame },
];

interface SideLinkProps {
  readonly to: '/' | '/people' | '/circles' | '/pictures' | '/sort' | '/import' | '/settings' | GivingPage;
  readonly count?: number | undefined;
  readonly children: ReactNode;
}

function SideLink({ to, count, children }: SideLinkProps) {
  return (
    <Link
      to={to}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      activeProps={{ className: 'bg-leaf-soft text-leaf font-medium' }}
      inactiveProps={{ className: 'text-soft hover:bg-sunk' }}
      className="group flex items-baseline justify-between rounded-soft px-3 py-1.5"
    >
      {children}
      {count !== undefined && count > 0 && (
        <span className="text-faint tabular-nums group-data-[status=active]:text-leaf">{number(count)}</span>
      )}
    </Link>
  );
}

/** The thumb's way around. */
export function TabBar({ onFind }: { readonly onFind: () => void }) {
  const navigate = useNavigate();
  return (
    <nav
      aria-label={t.nav.label}
      className="fixed inset-x-0 bottom-0 z-20 grid grid-cols-5 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] text-[0.6875rem] text-faint desk:hidden print:hidden"
    >
      <Tab to="/" icon="today">
        {t.nav.today}
      </Tab>
      <Tab to="/people" icon="people">
        {t.nav.people}
      </Tab>
      <Tab to="/circles" icon="circles">
        {t.nav.circles}
      </Tab>
      <button type="button" onClick={onFind} className={TAB}>
        <Icon name="search" size={20} />
        {t.nav.find}
      </button>
      <Menu
        side="top"
        trigger={
          <button type="button" className={TAB}>
            <Icon name="more" size={20} />
            {t.nav.more}
          </button>
        }
      >
        <MenuGroup label={t.nav.giving}>
          {givingPages().map(({ to, name }) => (
            <MenuItem key={to} onClick={() => void navigate({ to })}>
              {name}
            </MenuItem>
          ))}
        </MenuGroup>
        <MenuLine />
        <MenuItem onClick={() => void navigate({ to: '/prep' })}>{t.prep.action}</MenuItem>
        <MenuItem onClick={() => void navigate({ to: '/near' })}>{t.nav.near}</MenuItem>
        <MenuItem onClick={() => void navigate({ to: '/pictures' })}>{t.nav.pictures}</MenuItem>
        <MenuItem onClick={() => void navigate({ to: '/cards' })}>{t.nav.cards}</MenuItem>
        <MenuLine />
        <MenuItem onClick={() => void navigate({ to: '/sort' })}>{t.nav.sort}</MenuItem>
        <MenuItem onClick={() => void navigate({ to: '/import' })}>{t.nav.import}</MenuItem>
        <MenuItem onClick={() => void navigate({ to: '/history' })}>{t.nav.history}</MenuItem>
        <MenuItem onClick={() => void navigate({ to: '/settings' })}>{t.nav.settings}</MenuItem>
      </Menu>
    </nav>
  );
}

const TAB = 'grid min-h-14 place-items-center content-center gap-0.5';

function Tab({
  to,
  icon,
  children,
}: {
  readonly to: '/' | '/people' | '/circles';
  readonly icon: IconName;
  readonly children: ReactNode;
}) {
  return (
    <Link
      to={to}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      activeProps={{ className: 'text-leaf font-semibold' }}
      className={TAB}
    >
      <Icon name={icon} size={20} />
      {children}
    </Link>
  );
}
