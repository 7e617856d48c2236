import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Trip } from '../../../src/contract/shapes.ts';
import { Field } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { Section } from '../../components/section.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { perform } from '../../lib/acts.ts';
import { client, queries } from '../../lib/api.ts';
import { isDay, today } from '../../lib/days.ts';
import { t } from '../../lib/strings.ts';
import { tNear } from '../../lib/strings-near.ts';

interface TripsProps {
  /** The id of the list of cities that are offered. */
  readonly cities: string;
  /** The city that is looked at, to begin with. */
  readonly city: string;
  readonly onOpen: (trip: Trip) => void;
}

/** The trips that are not over; one tap shows who lives there. */
export function Trips({ cities, city, onOpen }: TripsProps) {
  const { data } = useQuery(queries.trips);
  const [planning, setPlanning] = useState<Trip | 'new'>();
  return (
    <Section title={tNear.trips}>
      <ul className="grid gap-1">
        {(data?.trips ?? []).map((trip) => (
          <li key={trip.id} className="flex items-center gap-1">
            <button
              type="button"
              className="min-h-11 min-w-0 flex-1 rounded-soft px-2 py-1.5 text-start hover:bg-sunk/60"
              onClick={() => onOpen(trip)}
            >
              <span dir="auto" className="block truncate font-serif text-[1.05rem]">
                {trip.city}
              </span>
              <span className="block text-small text-soft">
                {tNear.days(trip.since, trip.until)}, {tNear.live(trip.people)}
              </span>
            </button>
            <button
              type="button"
              className="act act-round max-desk:min-h-11 max-desk:w-11"
              aria-label={tNear.change(trip.city)}
              title={tNear.change(trip.city)}
              onClick={() => setPlanning(trip)}
            >
              <Icon name="pencil" size={14} />
            </button>
            <button
              type="button"
              className="act act-round max-desk:min-h-11 max-desk:w-11"
              aria-label={tNear.off(trip.city)}
              title={tNear.off(trip.city)}
              onClick={() => void perform(client.deleteTrip({ params: { id: trip.id } }))}
            >
              <Icon name="close" size={14} />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="act act-line mt-2 max-desk:min-h-11" onClick={() => setPlanning('new')}>
        <Icon name="plus" size={16} />
        {tNear.plan}
      </button>
      {planning !== undefined && (
        <TripSheet
          cities={cities}
          city={city}
          trip={planning === 'new' ? undefined : planning}
          onClose={() => setPlanning(undefined)}
        />
      )}
    </Section>
  );
}

interface TripSheetProps extends Pick<TripsProps, 'cities' | 'city'> {
  /** The one to change; a new one without it. */
  readonly trip: Trip | undefined;
  readonly onClose: () => void;
}

function TripSheet({ cities, city: looked, trip, onClose }: TripSheetProps) {
  const [city, setCity] = useState(trip?.city ?? looked);
  const [since, setSince] = useState<string>(trip?.since ?? '');
  const [until, setUntil] = useState<string>(trip?.until ?? '');
  const last = until === '' ? since : until;
  const ready = city.trim() !== '' && isDay(since) && isDay(last) && last >= since;
  return (
    <Sheet open onClose={onClose} title={tNear.planTitle} width="26rem">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          const body = { city: city.trim(), since, until: last };
          // Another city may be in another country.
          const moved = trip !== undefined && trip.city !== body.city ? { country: null } : {};
          void perform(
            trip === undefined
              ? client.addTrip({ body })
              : client.updateTrip({ params: { id: trip.id }, body: { ...body, ...moved } }),
            { onDone: onClose },
          );
        }}
      >
        <Field label={tNear.city}>
          {(props) => (
            <input
              {...props}
              className="input"
              list={cities}
              maxLength={120}
              autoComplete="off"
              value={city}
              onChange={(event) => setCity(event.target.value)}
            />
          )}
        </Field>
        <div className="grid grid-cols-2 gap-3">
          <Field label={tNear.since}>
            {(props) => (
              <input
                {...props}
                type="date"
                className="input"
                {...(trip === undefined ? { min: today() } : {})}
                value={since}
                onChange={(event) => setSince(event.target.value)}
              />
            )}
          </Field>
          <Field label={tNear.until}>
            {(props) => (
              <input
                {...props}
                type="date"
                className="input"
                min={since}
                value={until}
                onChange={(event) => setUntil(event.target.value)}
              />
            )}
          </Field>
        </div>
        <button type="submit" className="act act-go justify-self-start" disabled={!ready}>
          {trip === undefined ? tNear.keep : t.common.save}
        </button>
      </form>
    </Sheet>
  );
}
