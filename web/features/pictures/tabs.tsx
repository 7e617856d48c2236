import { Link } from '@tanstack/react-router';
import { p } from '../../lib/strings-pictures.ts';

/** From one picture to the others. */
export function PictureTabs() {
  return (
    <nav aria-label={p.pages} className="flex flex-wrap gap-1 print:hidden">
      <Tab to="/pictures">{p.tabs.map}</Tab>
      <Tab to="/pictures/over-time">{p.tabs.time}</Tab>
      <Tab to="/pictures/year">{p.tabs.year}</Tab>
    </nav>
  );
}

function Tab({
  to,
  children,
}: {
  readonly to: '/pictures' | '/pictures/over-time' | '/pictures/year';
  readonly children: string;
}) {
  return (
    <Link
      to={to}
      activeOptions={{ exact: true, includeSearch: false }}
      activeProps={{ className: 'bg-leaf-soft text-leaf' }}
      className="act"
    >
      {children}
    </Link>
  );
}
