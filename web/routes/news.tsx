import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { NewsItem } from '../../src/contract/long-game.ts';
import { Empty } from '../components/empty.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Choosing } from '../features/news/choosing.tsx';
import { LongGameTabs } from '../features/news/long-game-tabs.tsx';
import { NewsForm } from '../features/news/news-form.tsx';
import { longGame } from '../features/news/queries.ts';
import { Telling } from '../features/news/telling.tsx';
import { Stumble } from '../features/shell/stumble.tsx';
import { perform } from '../lib/acts.ts';
import { client } from '../lib/api.ts';
import { n } from '../lib/strings-news.ts';

const route = getRouteApi('/shell/news');

/** One's own news: all of it, or whom one of it is for. */
export function NewsRoute() {
  const { id } = route.useSearch();
  return id === undefined ? <AllNews /> : <OneNews key={id} id={id} />;
}

function AllNews() {
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(longGame.newsList);
  const [adding, setAdding] = useState(false);
  if (error !== null && data === undefined) return <Stumble error={error} onRetry={() => void refetch()} />;
  const begin = (
    <button type="button" className="act act-go" onClick={() => setAdding(true)}>
      {n.news.add}
    </button>
  );
  return (
    <>
      <PageHead title={n.news.title} lead={n.news.lead}>
        <LongGameTabs />
      </PageHead>
      <div className="grid max-w-3xl gap-4">
        {adding ? (
          <NewsForm onDone={(id) => void navigate({ to: '/news', search: { id } })} onClose={() => setAdding(false)} />
        ) : (
          data !== undefined && data.items.length > 0 && <div>{begin}</div>
        )}
        {data === undefined ? (
          <Loading rows={3} height="5rem" />
        ) : data.items.length === 0 ? (
          !adding && (
            <Empty title={n.news.emptyTitle} lead={n.news.emptyLead}>
              {begin}
            </Empty>
          )
        ) : (
          <ul className="grid gap-1">
            {data.items.map((news) => (
              <NewsLine key={news.id} news={news} />
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

function NewsLine({ news }: { readonly news: NewsItem }) {
  return (
    <li className="border-b border-line/70">
      <Link
        to="/news"
        search={{ id: news.id }}
        className="block rounded-soft px-2 py-3 hover:bg-card focus-visible:-outline-offset-2"
      >
        <span dir="auto" className="block text-start font-serif text-[1.15rem] leading-snug wrap-anywhere">
          {news.text}
        </span>
        <span className="block text-small text-soft">
          {news.closedOn === null ? n.news.state(news) : n.news.closedOn(news.closedOn)}
        </span>
      </Link>
    </li>
  );
}

function OneNews({ id }: { readonly id: string }) {
  const navigate = useNavigate();
  const { data: news, error, refetch } = useQuery(longGame.news(id));
  if (error !== null && news === undefined) return <Stumble error={error} onRetry={() => void refetch()} />;
  if (news === undefined) return <Loading rows={3} height="8rem" />;
  const isOpen = news.closedOn === null;
  return (
    <>
      <PageHead title={news.text} lead={isOpen ? n.news.state(news) : n.news.closedOn(news.closedOn ?? '')}>
        <div className="flex flex-wrap gap-1">
          <Link to="/news" search={{}} className="act">
            {n.news.back}
          </Link>
          <button
            type="button"
            className="act act-line"
            onClick={() => void perform(client.updateNews({ params: { id }, body: { closed: isOpen } }))}
          >
            {isOpen ? n.news.close : n.news.reopen}
          </button>
          <button
            type="button"
            className="act act-warm"
            onClick={() =>
              void perform(client.deleteNews({ params: { id } }), {
                onDone: () => void navigate({ to: '/news', search: {} }),
              })
            }
          >
            {n.news.remove}
          </button>
        </div>
      </PageHead>
      <div
        className={`grid gap-x-12 gap-y-8 ${news.people.length === 0 ? 'max-w-3xl' : 'wide:grid-cols-[minmax(0,1fr)_22rem]'}`}
      >
        <Telling news={news} />
        {isOpen && <Choosing news={news} />}
      </div>
    </>
  );
}
