import { useQuery } from '@tanstack/react-query';
import { Sprout } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { SessionForm } from '../features/session/session-form.tsx';
import { queries } from '../lib/api.ts';
import { useTitle } from '../lib/hooks.ts';
import { t } from '../lib/strings.ts';

/** The door: claim this Tendril on its first day, sign in on every other. */
export function WelcomeRoute() {
  const { data } = useQuery(queries.session);
  useTitle('', t.app.name);
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center gap-8 px-5 py-10">
      <p className="flex items-center gap-2.5 font-serif text-title leading-none font-medium">
        <Sprout size={26} />
        {t.app.name}
      </p>
      {data === undefined ? (
        <Loading rows={1} height="18rem" />
      ) : (
        <>
          <header>
            <h1>{data.claimed ? t.welcome.signInTitle : t.welcome.claimTitle}</h1>
            <p className="voice mt-3 text-soft">{data.claimed ? t.welcome.signInLead : t.welcome.claimLead}</p>
          </header>
          <SessionForm claimed={data.claimed} needsCode={data.needsCode} />
        </>
      )}
    </main>
  );
}
