import { Link } from '@tanstack/react-router';
import type { Occasion, PersonPage, Reach } from '../../../src/contract/shapes.ts';
import { Section } from '../../components/section.tsx';
import { comingDay, partialDay, today } from '../../lib/days.ts';
import { t } from '../../lib/strings.ts';
import { keepWriting } from '../today/writing.ts';

/** Every way to reach them, each opening its app. */
export function Ways({ person }: { readonly person: PersonPage }) {
  return (
    <Section title={t.person.ways}>
      {person.reach.length === 0 && <p className="text-small text-faint">{t.person.waysEmpty}</p>}
      <ul>
        {person.reach.map((way) => (
          <li key={way.href} className="py-1">
            <WayLink way={way} personId={person.id} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function WayLink({ way, personId }: { readonly way: Reach; readonly personId: string }) {
  const outside = /^https?:/.test(way.href);
  return (
    <a href={way.href} className="flex items-baseline justify-between gap-3 hover:underline hover:underline-offset-4" {...(outside ? { target: '_blank', rel: 'noopener noreferrer' } : {})} onClick={() => keepWriting(personId, way.channel)}>
      <span className="min-w-0 truncate">{way.label}</span>
      <span className="text-small text-faint">{t.channels[way.channel]}</span>
    </a>
  );
}

export function Occasions({ person }: { readonly person: PersonPage }) {
  if (person.occasions.length === 0) return null;
  return (
    <Section title={t.person.occasions}>
      <ul>
        {person.occasions.map((occasion) => (
          <li key={`${occasion.kind}-${occasion.label}`} className="py-1">
            <p>{occasion.label} <span className="text-soft">{partialDay(occasion.date)}</span></p>
            <p className="text-small text-faint">{comingOf(occasion)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function comingOf(occasion: Occasion): string {
  if (occasion.next === null) return '';
  const turns = occasion.turns === null ? '' : occasion.kind === 'birth' ? t.person.turns(occasion.turns) : t.person.years(occasion.turns);
  return [comingDay(occasion.next, today()), turns].filter((part) => part !== '').join(' · ');
}

/** Where the card came from, and its history. */
export function Sources({ person }: { readonly person: PersonPage }) {
  return (
    <Section title={t.person.sources}>
      <ul className="text-small text-soft">
        {person.sources.map((source) => (
          <li key={source.label} className="py-0.5">
            {t.person.source(source.label, source.importedOn)}
            {source.missing && <span className="text-warm"> · {t.person.missing}</span>}
          </li>
        ))}
        <li className="py-0.5"><Link to="/history" search={{ person: person.id }} className="link">{t.person.history}</Link></li>
      </ul>
    </Section>
  );
}
