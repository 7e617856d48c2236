import { Link } from '@tanstack/react-router';
import { p } from '../../lib/strings-pictures.ts';
import { doorsOf, type MapModel } from './map-model.ts';
import { DataTable } from './picture.tsx';

const MOST_NAMES = 5;

/** Everyone on the map, or who fits what is looked for, to be read. */
export function MapTable({ model, lit }: { readonly model: MapModel; readonly lit: ReadonlySet<string> | undefined }) {
  const { table } = p.map;
  return (
    <DataTable
      caption={table.caption}
      head={[table.name, table.circle, table.organization, table.knows, table.by]}
      rows={model.people
        .filter(({ id }) => lit?.has(id) ?? true)
        .map((person) => [
          person.id,
          <Link key="name" to="/people/$id" params={{ id: person.id }} className="link">
            {person.name}
          </Link>,
          person.circles.map((id) => model.circleNames.get(id) ?? '').join(', '),
          person.organization,
          (model.tiesOf.get(person.id) ?? [])
            .filter(({ introduction }) => !introduction)
            .slice(0, MOST_NAMES)
            .map(({ from, to }) => model.byId.get(from === person.id ? to : from)?.name ?? '')
            .join(', '),
          doorsOf(model, person.id).by.join(', '),
        ])}
    />
  );
}
