import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Prep } from '../../src/contract/shapes.ts';
import { MOST_PREPARED } from '../../src/domain/prep/words.ts';
import { Empty } from '../components/empty.tsx';
import { Icon } from '../components/icon.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PrepCommon } from '../features/prep/common.tsx';
import { PrepArticle } from '../features/prep/person.tsx';
import { Stumble } from '../features/shell/stumble.tsx';
import { PersonPicker } from '../features/touch/person-picker.tsx';
import { queries } from '../lib/api.ts';
import { today } from '../lib/days.ts';
import { t } from '../lib/strings.ts';
import { tPerson } from '../lib/strings-person.ts';

const route = getRouteApi('/shell/prep');

/** What to have in mind before meeting people: those chosen, those of a planned touch, or of the next that is planned. */
export function PrepRoute() {
  const search = route.useSearch();
  const { data: prep, error, refetch } = useQuery(queries.prep(search));
  if (error !== null) return <Stumble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHead
        title={t.prep.title}
        lead={prep?.touch == null ? t.prep.lead : t.prep.forTouch({ ...prep.touch, now: today() })}
      ></PageHead>
      {prep === undefined ? <Loading rows={2} height="14rem" /> : <Prepared prep={prep} />}
    </>
  );
}

function Prepared({ prep }: { readonly prep: Prep }) {
  return (
    <>
      <Chooser people={prep.people} />
      {prep.people.length === 0 ? (
        prep.touch === null ? (
          <Empty title={t.prep.emptyTitle} lead={t.prep.emptyLead} />
        ) : (
          <p className="text-soft">{t.prep.noOne}</p>
        )
      ) : (
        <div className="prep grid gap-6">
          {prep.common.length > 0 && <PrepCommon prep={prep} />}
          {prep.people.map((person) => (
            <PrepArticle key={person.id} person={person} />
          ))}
        </div>
      )}
    </>
  );
}

/** Whom one meets, and the line to add another by. */
function Chooser({ people }: { readonly people: Prep['people'] }) {
  const navigate = useNavigate();
  const choose = (ids: readonly string[]): void =>
    void navigate({ to: '/prep', search: ids.length === 0 ? {} : { people: ids.join(',') }, resetScroll: false });
  const ids = people.map(({ id }) => id);
  return (
    <div className="mb-6 flex flex-wrap items-center gap-2 print:hidden">
      {people.length > 0 && (
        <ul aria-label={t.prep.chosen} className="flex min-w-0 flex-wrap gap-1.5">
          {people.map(({ id, name }) => (
            <li key={id} className="min-w-0">
              <button
                type="button"
                className="chip chip-leaf max-w-full pointer-coarse:min-h-10"
                onClick={() => choose(ids.filter((other) => other !== id))}
              >
                <span dir="auto" className="min-w-0 truncate">
                  {name}
                </span>
                <span className="shrink-0">
                  <Icon name="close" size={12} />
                </span>
                <span className="sr-only">{tPerson.remove(name)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {people.length < MOST_PREPARED ? (
        <div className="min-w-0 flex-1 basis-48 desk:max-w-64">
          <PersonPicker
            label={people.length === 0 ? t.prep.who : t.prep.whoElse}
            except={ids}
            onPick={(picked) => picked?.id !== undefined && choose([...ids, picked.id])}
          />
        </div>
      ) : (
        <p className="text-small text-faint">{t.prep.full}</p>
      )}
      {people.length > 0 && (
        <button type="button" className="act act-line ms-auto max-desk:hidden" onClick={() => window.print()}>
          {t.prep.print}
        </button>
      )}
    </div>
  );
}
