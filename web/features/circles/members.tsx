import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Circle, PersonSummary } from '../../../src/contract/shapes.ts';
import { Face } from '../../components/face.tsx';
import { Loading } from '../../components/loading.tsx';
import { MenuItem, MenuLine, MenuOnRelease } from '../../components/menu.tsx';
import { perform } from '../../lib/acts.ts';
import { client, queries } from '../../lib/api.ts';
import { today } from '../../lib/days.ts';
import { t } from '../../lib/strings.ts';
import { tCircles } from '../../lib/strings-circles.ts';
import { type Drift, driftOf } from './drift.ts';
import { type Moving, movePerson } from './moving.ts';

/** How many faces a circle shows before it sends one on to the list. */
const SHOWN = 48;

interface MembersProps {
  readonly circle: Circle;
  readonly circles: readonly Circle[];
  readonly onDrag: (moving: Moving | undefined) => void;
}

/** Who is in a circle, those who drift first. Each can be dragged to another circle, or moved there by their menu. */
export function Members({ circle, circles, onDrag }: MembersProps) {
  const { data } = useInfiniteQuery(queries.people({ circle: circle.id, sort: 'next-touch' }));
  const page = data?.pages[0];
  if (page === undefined) return <Loading rows={1} height="2.5rem" />;
  const now = today();
  const members = page.items.map((person) => ({ person, drift: driftOf(person, now) }));
  const named = (drift: Drift) =>
    members.filter((member) => member.drift === drift).map((member) => member.person.name);
  const ordered = [
    ...members.filter(({ drift }) => drift === 'cooling'),
    ...members.filter(({ drift }) => drift === 'late'),
    ...members.filter(({ drift }) => drift === undefined),
  ].slice(0, SHOWN);
  return (
    <>
      {members.length > 0 && (
        <p className="text-small text-soft">{tCircles.drift({ cooling: named('cooling'), late: named('late') })}</p>
      )}
      <ul className="mt-2 flex flex-wrap gap-1.5" aria-label={tCircles.membersOf(circle.name)}>
        {ordered.map(({ person, drift }) => (
          <Member key={person.id} person={person} drift={drift} circle={circle} circles={circles} onDrag={onDrag} />
        ))}
      </ul>
      {page.total > ordered.length && (
        <Link to="/people" search={{ circle: circle.name }} className="link mt-2 inline-block text-small">
          {tCircles.allOf(page.total)}
        </Link>
      )}
    </>
  );
}

interface MemberProps extends MembersProps {
  readonly person: PersonSummary;
  readonly drift: Drift | undefined;
}

function Member({ person, drift, circle, circles, onDrag }: MemberProps) {
  const navigate = useNavigate();
  const moving: Moving = { id: person.id, name: person.name, from: circle.id };
  const others = circles.filter((other) => other.id !== circle.id);
  return (
    <li
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', person.name);
        onDrag(moving);
      }}
      onDragEnd={() => onDrag(undefined)}
      className="max-w-full"
    >
      <MenuOnRelease
        align="start"
        trigger={
          <button
            type="button"
            className={`act max-w-full cursor-grab justify-start ps-1! ${drift === undefined ? 'act-line' : `bg-(--tint) tone-${drift === 'cooling' ? 'sky' : 'warm'}`}`}
          >
            <Face id={person.id} initials={person.initials} photo={person.photo} size={1.6} tone="none" />
            <span className="truncate" dir="auto">
              {person.name}
            </span>
            {drift !== undefined && <span className="sr-only">{tCircles.drifts[drift]}</span>}
          </button>
        }
      >
        <MenuItem onClick={() => void navigate({ to: '/people/$id', params: { id: person.id } })}>
          {t.common.open}
        </MenuItem>
        <MenuLine />
        {others.map((other) => (
          <MenuItem key={other.id} onClick={() => movePerson(moving, other.id)}>
            {tCircles.moveTo(other.name)}
          </MenuItem>
        ))}
        <MenuLine />
        <MenuItem
          onClick={() =>
            void perform(client.changeMembers({ params: { id: circle.id }, body: { remove: [person.id] } }))
          }
        >
          {tCircles.takeOut(circle.name)}
        </MenuItem>
      </MenuOnRelease>
    </li>
  );
}
