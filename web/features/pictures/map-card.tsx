import { p } from '../../lib/strings-pictures.ts';
import { doorsOf, type MapModel } from './map-model.ts';

/** Who it is that one points at, in a corner of the map. */
export function MapCard({
  model,
  id,
  onOpen,
}: {
  readonly model: MapModel;
  readonly id: string | undefined;
  readonly onOpen: (id: string) => void;
}) {
  const person = model.byId.get(id ?? '');
  const circle = model.circleNames.get(person?.circle ?? '') ?? null;
  const ties = (model.tiesOf.get(person?.id ?? '') ?? []).filter(({ introduction }) => !introduction).length;
  return (
    <div
      aria-live="polite"
      className={`absolute start-3 bottom-3 max-w-[min(20rem,calc(100%-5rem))] ${person === undefined ? '' : 'rounded-soft border border-line bg-card/94 px-3 py-2 shadow-card'}`}
    >
      {person !== undefined && (
        <>
          <button
            type="button"
            className="text-start font-serif text-lead leading-tight"
            onClick={() => onOpen(person.id)}
          >
            {person.name}
            <span className="sr-only">, {p.map.open(person.name)}</span>
          </button>
          {p.map
            .about({ circle, organization: person.organization, ties, ...doorsOf(model, person.id) })
            .map((line) => (
              <p key={line} className="text-small text-soft">
                {line}
              </p>
            ))}
        </>
      )}
    </div>
  );
}
