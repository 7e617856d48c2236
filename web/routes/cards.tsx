import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { CardList } from '../../src/contract/shapes.ts';
import { CARD_PURPOSES } from '../../src/domain/words.ts';
import { Choice } from '../components/choice.tsx';
import { Empty } from '../components/empty.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Stumble } from '../features/shell/stumble.tsx';
import { wordQueries } from '../features/words/queries.ts';
import { perform } from '../lib/acts.ts';
import { client, queries } from '../lib/api.ts';
import { monthNames, today } from '../lib/days.ts';
import { w } from '../lib/strings-words.ts';

const route = getRouteApi('/shell/cards');

/** Cards to write by hand: an envelope and a line for each, to print, and to tick when written. */
export function CardsRoute() {
  const search = route.useSearch();
  const { data: list, error, refetch } = useQuery(wordQueries.cards(search));
  if (error !== null) return <Stumble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHead title={w.cards.title} lead={<span className="print:hidden">{w.cards.lead}</span>} />
      {list === undefined ? (
        <Loading rows={3} height="9rem" />
      ) : (
        <>
          <Chooser list={list} />
          {list.cards.length + list.without.length === 0 ? (
            <Empty title={w.cards.emptyTitle} lead={w.cards.emptyLead} />
          ) : (
            <ul className="envelopes grid gap-4 desk:grid-cols-2">
              {list.cards.map((card) => (
                <Envelope key={card.personId} card={card} />
              ))}
            </ul>
          )}
          {list.without.length > 0 && (
            <section aria-label={w.cards.without} className="mt-8 print:hidden">
              <h2 className="small-head mb-2">{w.cards.without}</h2>
              <ul className="flex flex-wrap gap-1.5">
                {list.without.map(({ personId, name }) => (
                  <li key={personId} className="min-w-0">
                    <Link
                      to="/people/$id"
                      params={{ id: personId }}
                      className="chip max-w-full pointer-coarse:min-h-10"
                    >
                      <span className="min-w-0 truncate">{name}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </>
  );
}

function Chooser({ list }: { readonly list: CardList }) {
  const navigate = useNavigate();
  const search = route.useSearch();
  const { data: circles } = useQuery(queries.circles);
  const go = (change: typeof search): void =>
    void navigate({ to: '/cards', search: { ...search, ...change }, resetScroll: false });
  const everyone = list.for === 'birthdays' ? w.cards.anyone : w.cards.everyone;
  return (
    <div className="mb-6 flex flex-wrap items-center gap-2 print:hidden">
      <Choice
        label={w.cards.for}
        className="w-auto!"
        value={list.for}
        options={CARD_PURPOSES.map((purpose) => [purpose, w.cards.purposes[purpose]] as const)}
        onChange={(purpose) => go({ for: purpose })}
      />
      {list.month !== null && (
        <Choice
          label={w.cards.month}
          className="w-auto!"
          value={String(list.month)}
          options={monthNames('long').map((name, at) => [String(at + 1), name] as const)}
          onChange={(month) => go({ month: Number(month) })}
        />
      )}
      <Choice
        label={w.cards.circle}
        className="w-auto! max-w-full"
        value={search.circle ?? ''}
        options={[['', everyone], ...(circles?.circles ?? []).map(({ name }) => [name, name] as const)]}
        onChange={(circle) => go({ circle: circle === '' ? undefined : circle })}
      />
      <button type="button" className="act act-line max-desk:hidden" onClick={() => window.print()}>
        {w.cards.print}
      </button>
      <p role="status" className="text-small text-faint">
        {list.cards.length > 0 &&
          w.cards.count(list.cards.filter(({ writtenOn }) => writtenOn !== null).length, list.cards.length)}
      </p>
    </div>
  );
}

function Envelope({ card }: { readonly card: CardList['cards'][number] }) {
  const written = card.writtenOn !== null;
  const toggle = (): void =>
    void perform(
      card.touchId === null
        ? client.done({
            params: { id: card.personId },
            body: { channel: 'card', date: today(), direction: 'mine', words: { text: card.text, edited: false } },
          })
        : client.deleteTouch({ params: { id: card.touchId } }),
    );
  return (
    <li className="card grid content-start gap-3 p-4">
      <address className="leading-relaxed not-italic" dir="auto">
        <strong className="block font-[550]">{card.name}</strong>
        {card.address.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      </address>
      {card.birthday !== null && <p className="text-small text-soft">{card.birthday}</p>}
      <p dir="auto" className="voice whitespace-pre-line text-soft">
        {card.text}
      </p>
      <label className="flex items-center gap-2.5 text-small print:hidden">
        <input
          type="checkbox"
          className="tick"
          aria-label={w.cards.written(card.name)}
          checked={written}
          onChange={toggle}
        />
        {w.cards.done}
      </label>
    </li>
  );
}
