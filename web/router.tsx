import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { CARD_PURPOSES, type CardPurpose } from '../src/domain/words.ts';
import { Loading } from './components/loading.tsx';
import { prefillCapture } from './features/capture/prefill.ts';
import { Shell } from './features/shell/shell.tsx';
import { Stumble } from './features/shell/stumble.tsx';
import { type PrepQuery, queries, queryClient } from './lib/api.ts';
import { type PeopleSearch, readPeopleSearch } from './lib/people-search.ts';
import { sharedText } from './lib/shared-text.ts';
import { t } from './lib/strings.ts';
import { closeUpOffline } from './lib/use-offline.ts';
import { rememberHere, wasHere } from './lib/was-here.ts';
import { TodayRoute } from './routes/today.tsx';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const rootRoute = createRootRoute({ component: Outlet });

const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/welcome',
  beforeLoad: async () => {
    if ((await queryClient.ensureQueryData(queries.session)).signedIn) throw redirect({ to: '/' });
  },
  component: lazyRouteComponent(() => import('./routes/welcome.tsx'), 'WelcomeRoute'),
});

const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async () => {
    // Asked at the same time as who is here: for one who was here before, the answer is most often yes.
    if (wasHere()) {
      void queryClient.prefetchQuery(queries.settings);
      if (location.pathname === '/') void queryClient.prefetchQuery(queries.today(false));
    }
    const { signedIn } = await queryClient.ensureQueryData(queries.session);
    if (!signedIn && wasHere()) void closeUpOffline();
    rememberHere(signedIn);
    if (!signedIn) throw redirect({ to: '/welcome' });
  },
  component: Shell,
});

const todayRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { all?: true } => (search.all === true ? { all: true } : {}),
  component: TodayRoute,
});

/** What another app shared with this one: into the line, for its owner to say what it is about. */
const shareRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/share',
  validateSearch: ({ title, text: said, url }: Record<string, unknown>) => ({
    title: text(title),
    text: text(said),
    url: text(url),
  }),
  beforeLoad: ({ search }) => {
    prefillCapture(sharedText(search));
    throw redirect({ to: '/', replace: true });
  },
});

const startRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/start',
  component: lazyRouteComponent(() => import('./routes/start.tsx'), 'StartRoute'),
});

const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): PeopleSearch => readPeopleSearch(search),
  component: lazyRouteComponent(() => import('./routes/people.tsx'), 'PeopleRoute'),
});

const personRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/people/$id',
  loader: ({ params }) => void queryClient.prefetchQuery(queries.person(params.id)),
  component: lazyRouteComponent(() => import('./routes/person.tsx'), 'PersonRoute'),
});

const prepRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/prep',
  validateSearch: (search: Record<string, unknown>): PrepQuery => {
    const [people, touch] = [text(search.people), text(search.touch)];
    // A planned touch brings its people; those chosen by hand stand instead of it.
    return people !== undefined ? { people } : touch !== undefined ? { touch } : {};
  },
  component: lazyRouteComponent(() => import('./routes/prep.tsx'), 'PrepRoute'),
});

const nearRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/near',
  validateSearch: (search: Record<string, unknown>): { city?: string; country?: string } => {
    const [city, country] = [text(search.city), text(search.country)];
    return { ...(city === undefined ? {} : { city }), ...(country === undefined ? {} : { country }) };
  },
  component: lazyRouteComponent(() => import('./routes/near.tsx'), 'NearRoute'),
});

const resourcesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/resources',
  validateSearch: (search: Record<string, unknown>): { url?: string; title?: string } => {
    const [url, title] = [text(search.url), text(search.title)];
    return { ...(url === undefined ? {} : { url }), ...(title === undefined ? {} : { title }) };
  },
  component: lazyRouteComponent(() => import('./routes/resources.tsx'), 'ResourcesRoute'),
});

const resourceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/resources/$id',
  component: lazyRouteComponent(() => import('./routes/resource.tsx'), 'ResourceRoute'),
});

const introductionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/introductions',
  validateSearch: (search: Record<string, unknown>): { person?: string } => {
    const person = text(search.person);
    return person === undefined ? {} : { person };
  },
  component: lazyRouteComponent(() => import('./routes/introductions.tsx'), 'IntroductionsRoute'),
});

const gatheringsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/gatherings',
  component: lazyRouteComponent(() => import('./routes/gatherings.tsx'), 'GatheringsRoute'),
});
const gatheringRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/gatherings/$id',
  validateSearch: (search: Record<string, unknown>): { date?: string } => {
    const date = text(search.date);
    return date === undefined ? {} : { date };
  },
  component: lazyRouteComponent(() => import('./routes/gathering.tsx'), 'GatheringRoute'),
});

const newsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/news',
  validateSearch: (search: Record<string, unknown>): { id?: string } => {
    const id = text(search.id);
    return id === undefined ? {} : { id };
  },
  component: lazyRouteComponent(() => import('./routes/news.tsx'), 'NewsRoute'),
});
const goalsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/goals',
  component: lazyRouteComponent(() => import('./routes/goals.tsx'), 'GoalsRoute'),
});

const circlesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/circles',
  component: lazyRouteComponent(() => import('./routes/circles.tsx'), 'CirclesRoute'),
});
const mapRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/pictures',
  component: lazyRouteComponent(() => import('./routes/map.tsx'), 'MapRoute'),
});
const overTimeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/pictures/over-time',
  component: lazyRouteComponent(() => import('./routes/over-time.tsx'), 'OverTimeRoute'),
});

const yearOf = ({ year }: Record<string, unknown>): { year?: number } =>
  typeof year === 'number' && Number.isInteger(year) && year >= 1 && year <= 9999 ? { year } : {};

const yearRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/pictures/year',
  validateSearch: yearOf,
  component: lazyRouteComponent(() => import('./routes/year.tsx'), 'YearRoute'),
});
/** The addresses one would type. */
const shortMapRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/map',
  beforeLoad: () => {
    throw redirect({ to: '/pictures' });
  },
});
const shortYearRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/year',
  validateSearch: yearOf,
  beforeLoad: ({ search }) => {
    throw redirect({ to: '/pictures/year', search });
  },
});
const triageRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sort',
  component: lazyRouteComponent(() => import('./routes/triage.tsx'), 'TriageRoute'),
});
const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/import',
  validateSearch: (search: Record<string, unknown>): { run?: string } => {
    const run = text(search.run);
    return run === undefined ? {} : { run };
  },
  component: lazyRouteComponent(() => import('./routes/import.tsx'), 'ImportRoute'),
});
const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./routes/settings.tsx'), 'SettingsRoute'),
});
const wordsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/words',
  component: lazyRouteComponent(() => import('./routes/words.tsx'), 'WordsRoute'),
});
const cardsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cards',
  validateSearch: (search: Record<string, unknown>): { for?: CardPurpose; month?: number; circle?: string } => {
    const purpose = CARD_PURPOSES.find((known) => known === search.for);
    const month =
      typeof search.month === 'number' && search.month >= 1 && search.month <= 12 ? search.month : undefined;
    const circle = text(search.circle);
    return { ...(purpose && { for: purpose }), ...(month && { month }), ...(circle && { circle }) };
  },
  component: lazyRouteComponent(() => import('./routes/cards.tsx'), 'CardsRoute'),
});
const historyRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/history',
  validateSearch: (search: Record<string, unknown>): { person?: string } => {
    const person = text(search.person);
    return person === undefined ? {} : { person };
  },
  component: lazyRouteComponent(() => import('./routes/history.tsx'), 'HistoryRoute'),
});

const routeTree = rootRoute.addChildren([
  welcomeRoute,
  shareRoute,
  shellRoute.addChildren([
    todayRoute,
    startRoute,
    peopleRoute,
    personRoute,
    prepRoute,
    nearRoute,
    resourcesRoute,
    resourceRoute,
    introductionsRoute,
    gatheringsRoute,
    gatheringRoute,
    newsRoute,
    goalsRoute,
    circlesRoute,
    mapRoute,
    overTimeRoute,
    yearRoute,
    shortMapRoute,
    shortYearRoute,
    triageRoute,
    importRoute,
    settingsRoute,
    wordsRoute,
    cardsRoute,
    historyRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingMs: 200,
  defaultPendingComponent: Loading,
  defaultErrorComponent: ({ error, reset }) => <Stumble error={error} onRetry={reset} />,
  defaultNotFoundComponent: () => <p className="my-12 text-soft">{t.errors.notFound}</p>,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
