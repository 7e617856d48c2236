import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { Choice } from '../components/choice.tsx';
import { Empty } from '../components/empty.tsx';
import { Loading } from '../components/loading.tsx';
import { PageHead } from '../components/page-head.tsx';
import { litBy, type MapModel, toModel } from '../features/pictures/map-model.ts';
import type { TieChoice } from '../features/pictures/map-painter.ts';
import { MapTable } from '../features/pictures/map-table.tsx';
import { NetworkMap } from '../features/pictures/network-map.tsx';
import { TableSwitch } from '../features/pictures/picture.tsx';
import { PictureTabs } from '../features/pictures/tabs.tsx';
import { Stumble } from '../features/shell/stumble.tsx';
import { queries } from '../lib/api.ts';
import { useSettled } from '../lib/hooks.ts';
import { p } from '../lib/strings-pictures.ts';

/** Everyone around oneself: who is close, who knows whom, and who opened which door. */
export function MapRoute() {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(queries.map);
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const model = useMemo(
    () => (data === undefined || hasNextPage ? undefined : toModel(data.pages, p.map.otherCircles)),
    [data, hasNextPage],
  );
  if (error !== null) return <Stumble error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHead title={p.map.title} lead={model === undefined || model.people.length === 0 ? undefined : leadOf(model)}>
        <PictureTabs />
      </PageHead>
      {model === undefined ? (
        <Loading rows={1} height="clamp(21rem, calc(100dvh - 21rem), 48rem)" />
      ) : model.people.length === 0 ? (
        <Empty title={p.map.emptyTitle} lead={p.map.emptyLead}>
          <Link to="/import" className="act act-go">
            {p.map.bring}
          </Link>
        </Empty>
      ) : (
        <Explorer model={model} />
      )}
    </>
  );
}

function leadOf({ people, total, ties }: MapModel): string {
  return p.map.lead({
    shown: people.length,
    total,
    ties: ties.length,
    doors: new Set(ties.filter(({ introduction }) => introduction).map(({ from }) => from)).size,
  });
}

function Explorer({ model }: { readonly model: MapModel }) {
  const [words, setWords] = useState('');
  const [circle, setCircle] = useState('');
  const [ties, setTies] = useState<TieChoice>('all');
  const [chosen, setChosen] = useState<string>();
  const [asTable, setAsTable] = useState(false);
  const settled = useSettled(words, 90);
  const lit = useMemo(() => litBy(model, { words: settled, circle }), [model, settled, circle]);
  const first = model.people.find(({ id }) => lit?.has(id));
  return (
    <>
      <search className="mb-3 flex flex-wrap items-center gap-2">
        <input
          type="search"
          aria-label={p.map.search}
          placeholder={p.map.search}
          className="input min-w-0 desk:w-64!"
          value={words}
          autoComplete="off"
          onChange={(event) => {
            setWords(event.target.value);
            setChosen(undefined);
          }}
          onKeyDown={(event) => event.key === 'Enter' && first !== undefined && setChosen(first.id)}
        />
        <Choice
          label={p.map.circle}
          className="w-auto! max-desk:flex-1"
          value={circle}
          options={[['', p.map.everyone], ...model.circleNames]}
          onChange={setCircle}
        />
        <Choice
          label={p.map.ties}
          className="w-auto! max-desk:flex-1"
          value={ties}
          options={[
            ['all', p.map.tieChoices.all],
            ['doors', p.map.tieChoices.doors],
            ['none', p.map.tieChoices.none],
          ]}
          onChange={setTies}
        />
        <p role="status" className="text-small text-faint">
          {lit !== undefined && p.map.found(lit.size)}
        </p>
      </search>
      {asTable ? (
        <MapTable model={model} lit={lit} />
      ) : (
        <NetworkMap model={model} lit={lit} ties={ties} chosen={chosen} onChoose={setChosen} />
      )}
      <TableSwitch asTable={asTable} onChange={setAsTable} />
    </>
  );
}
