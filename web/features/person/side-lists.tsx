import { Link } from '@tanstack/react-router';
import type { Occasion, PersonPage } from '../../../src/contract/shapes.ts';
import { Section } from '../../components/section.tsx';
import { toCard } from '../../lib/card-form.ts';
import { comingDay, partialDay, today } from '../../lib/days.ts';
import { type ContactLine, contactLines } from '../../lib/reach.ts';
import { t } from '../../lib/strings.ts';
import { keepWriting } from '../today/writing.ts';

/** Every way to reach them, each opening its app. */
export function Ways({ person }: { readonly person: PersonPage }) {
  const lines = contactLines({ reach: person.reach, card: toCard(person) });
  return (
    <Section title={t.person.ways}>
      {lines.length === 0 && <p className="text-small text-faint">{t.person.waysEmpty}</p>}
      <ul>
        {lines.map((line) => (
          <li key={`${line.channel}-${line.label}`} className="py-1">
            <WayLine line={line} personId={person.id} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function WayLine({ line, personId }: { readonly line: ContactLine; readonly personId: string }) {
  const words = (
    <>
      <span className="min-w-0 truncate">{line.label}</span>
      <span className="shrink-0 text-small text-faint">{line.channel === 'other' ? '' : t.channels[line.channel]}</span>
    </>
  );
  const look = 'flex items-baseline justify-between gap-3';
  if (line.href === undefined) return <p className={look}>{words}</p>;
  const outside = /^https?:/.test(line.href);
  // Opening an app may have been a contact: the page asks on return.
  const asks = line.channel === 'other' ? {} : { onClick: () => keepWriting(personId, line.channel) };
  return (
    <a
      href={line.href}
      className={`${look} hover:underline hover:underline-offset-4`}
      {...(outside ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
      {...asks}
    >
      {words}
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
            <p>
              {t.person.occasionKinds[occasion.kind] ?? occasion.label}{' '}
              <span className="text-soft">{partialDay(occasion.date)}</span>
            </p>
            <p className="text-small text-faint">{comingOf(occasion)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function comingOf(occasion: Occasion): string {
  if (occasion.next === null) return '';
  const turns =
    occasion.turns === null
      ? ''
      : occasion.kind === 'birth'
        ? t.person.turns(occasion.turns)
        : t.person.years(occasion.turns);
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
        <li className="py-0.5">
          <Link to="/history" search={{ person: person.id }} className="link">
            {t.person.history}
          </Link>
        </li>
      </ul>
    </Section>
  );
}
