import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CityCount, Places } from '../../../src/contract/shapes.ts';
import { queries } from '../../lib/api.ts';
import { countries, number } from '../../lib/days.ts';
import { tNear } from '../../lib/strings-near.ts';
import { DataTable, TableSwitch } from '../pictures/picture.tsx';
import { WorldMap } from './world-map.tsx';

interface PlacesOfPeopleProps {
  readonly city: string;
  readonly onOpen: (city: CityCount) => void;
}

/** Where people live, as a map and as a table; nothing while nobody's city is known. */
export function PlacesOfPeople({ city, onOpen }: PlacesOfPeopleProps) {
  const { data } = useQuery(queries.places);
  const [asTable, setAsTable] = useState(false);
  if (data === undefined)
    return <div className="card h-[clamp(17rem,calc(100dvh-24rem),40rem)] max-desk:aspect-[5/4]" />;
  if (data.places.length + data.unplaced.length === 0) return null;
  return (
    <section aria-label={tNear.map.title}>
      {asTable ? (
        <CityTable places={data} onOpen={onOpen} />
      ) : (
        <WorldMap places={data.places} city={city} onOpen={onOpen} />
      )}
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <TableSwitch asTable={asTable} onChange={setAsTable} />
        <p className="text-small text-faint">{tNear.map.credit}</p>
      </div>
      {!asTable && data.unplaced.length > 0 && <Unplaced cities={data.unplaced} onOpen={onOpen} />}
    </section>
  );
}

const FIRST = 12;

/** Villages, and what no gazetteer knows: named, since they cannot be shown. */
function Unplaced({
  cities,
  onOpen,
}: {
  readonly cities: readonly CityCount[];
  readonly onOpen: PlacesOfPeopleProps['onOpen'];
}) {
  const [all, setAll] = useState(false);
  return (
    <div className="mt-2 text-small text-soft">
      <p>{tNear.map.unplaced(cities.length)}</p>
      <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-1">
        {(all ? cities : cities.slice(0, FIRST)).map((city) => (
          <li key={`${city.country} ${city.city}`}>
            <button type="button" className="link max-desk:min-h-8" onClick={() => onOpen(city)}>
              <bdi>{city.city}</bdi> <span className="text-faint">{number(city.people)}</span>
            </button>
          </li>
        ))}
        {!all && cities.length > FIRST && (
          <li>
            <button type="button" className="link" onClick={() => setAll(true)}>
              {tNear.map.rest(cities.length - FIRST)}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}

function CityTable({ places, onOpen }: { readonly places: Places; readonly onOpen: PlacesOfPeopleProps['onOpen'] }) {
  const rows = [...places.places.flatMap(({ cities }) => cities), ...places.unplaced].sort(
    (a, b) => b.people - a.people,
  );
  const nameOf = (code: string | null): string =>
    code === null ? '' : /^[A-Z]{2}$/.test(code) ? (countries([code])[0]?.name ?? code) : code;
  const { table } = tNear.map;
  return (
    <DataTable
      caption={table.caption}
      head={[table.city, table.country, table.people]}
      rows={rows.map((row) => [
        `${row.country} ${row.city}`,
        <button key="city" type="button" className="link" onClick={() => onOpen(row)}>
          <bdi>{row.city}</bdi>
        </button>,
        nameOf(row.country),
        number(row.people),
      ])}
    />
  );
}
