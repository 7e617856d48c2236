import { Link, useNavigate } from '@tanstack/react-router';
import type { PersonPage } from '../../../src/contract/shapes.ts';
import { Icon } from '../../components/icon.tsx';
import { Menu, MenuItem, MenuLine } from '../../components/menu.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { plusDays, plusMonths, today } from '../../lib/days.ts';
import { chooseReach } from '../../lib/reach.ts';
import { t } from '../../lib/strings.ts';
import { tPerson } from '../../lib/strings-person.ts';
import { WriteAct } from '../today/write-act.tsx';
import { keepWriting } from '../today/writing.ts';
import { PhotoButton } from './photo-button.tsx';

interface PersonHeadProps {
  readonly person: PersonPage;
  readonly onEdit: () => void;
  readonly onLog: () => void;
}

export function PersonHead({ person, onEdit, onLog }: PersonHeadProps) {
  const reach = chooseReach(person.reach, person.channel ?? 'other');
  const line = [person.headline, person.place].filter((part) => part !== null).join(', ');
  const met = person.facts.find((fact) => fact.kind === 'how-we-met' && !fact.private);
  return (
    <header className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-4 gap-y-3 desk:items-center desk:grid-cols-[auto_minmax(0,1fr)_auto] desk:gap-x-6">
      <PhotoButton person={person} />
      <div className="min-w-0">
        <h1 dir="auto" className="max-desk:text-[1.65rem] text-start">
          {person.name}
        </h1>
        {line !== '' && <p className="mt-1 text-soft">{line}</p>}
        {met !== undefined && (
          <p dir="auto" className="mt-1 text-start text-small text-soft">
            {t.prep.met(met.text)}
          </p>
        )}
        <Chips person={person} />
      </div>
      <div className="flex flex-wrap items-center gap-1.5 max-desk:col-span-2">
        {reach !== undefined && (
          <WriteAct
            item={{ channel: reach.channel }}
            reach={reach}
            draft={person.opener ?? ''}
            subject={person.draft?.subject}
            onWriting={(channel) => keepWriting(person.id, { channel, text: person.opener ?? '', edited: false })}
          />
        )}
        <button type="button" className={reach === undefined ? 'act act-go' : 'act'} onClick={onLog}>
          {tPerson.log}
        </button>
        {!person.deceased && !person.archived && (
          <Link to="/prep" search={{ people: person.id }} className="act">
            {t.prep.prepare}
          </Link>
        )}
        <button type="button" className="act" onClick={onEdit}>
          {t.common.edit}
        </button>
        <Menu
          trigger={
            <button type="button" className="act act-round" aria-label={tPerson.more}>
              <Icon name="more" />
            </button>
          }
        >
          <PersonMenu person={person} />
        </Menu>
      </div>
    </header>
  );
}

function Chips({ person }: { readonly person: PersonPage }) {
  const rhythm = person.effectiveRhythmDays === null ? '' : ` · ${t.rhythm(person.effectiveRhythmDays)}`;
  return (
    <ul className="mt-2.5 flex flex-wrap gap-1.5">
      {person.circles.map((circle, at) => (
        <li key={circle.id}>
          <Link to="/people" search={{ circle: circle.name }} className="chip chip-leaf">
            {circle.name}
            {at === 0 ? rhythm : ''}
          </Link>
        </li>
      ))}
      {person.channel !== null && <li className="chip">{tPerson.prefers(person.channel)}</li>}
      {person.localTime !== null && <li className="chip">{tPerson.localTime(person.localTime)}</li>}
      {person.archived && <li className="chip chip-warm">{tPerson.archived}</li>}
      {person.deceased && <li className="chip">{tPerson.isDeceased}</li>}
      {person.tags.map((tag) => (
        <li key={tag}>
          <Link to="/people" search={{ tag }} className="chip">
            {tag}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function PersonMenu({ person }: { readonly person: PersonPage }) {
  const navigate = useNavigate();
  const params = { id: person.id };
  const update = (body: { archived?: boolean; deceased?: boolean }): void =>
    void perform(client.updatePerson({ params, body }));
  const now = today();
  return (
    <>
      <MenuItem onClick={() => void perform(client.snooze({ params, body: { until: plusDays(now, 7) } }))}>
        {t.days.nextWeek}
      </MenuItem>
      <MenuItem onClick={() => void perform(client.pause({ params, body: { until: plusMonths(now, 1) } }))}>
        {t.today.menu.pause}
      </MenuItem>
      <MenuItem onClick={() => void perform(client.pause({ params, body: {} }))}>{t.today.menu.pauseOpen}</MenuItem>
      <MenuItem onClick={() => void perform(client.letGo({ params, body: {} }))}>{t.today.menu.letGo}</MenuItem>
      <MenuLine />
      <MenuItem onClick={() => void navigate({ to: '/history', search: { person: person.id } })}>
        {tPerson.history}
      </MenuItem>
      <MenuItem onClick={() => update({ archived: !person.archived })}>
        {person.archived ? tPerson.unarchive : tPerson.archive}
      </MenuItem>
      <MenuItem onClick={() => update({ deceased: !person.deceased })}>
        {person.deceased ? tPerson.alive : tPerson.deceased}
      </MenuItem>
      <MenuItem
        onClick={() =>
          void perform(client.deletePerson({ params }), { onDone: () => void navigate({ to: '/people' }) })
        }
      >
        {tPerson.delete}
      </MenuItem>
    </>
  );
}
