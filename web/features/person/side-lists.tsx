import { Link } from '@tanstack/react-router';
import type { Occasion, PersonPage } from '../../../src/contract/shapes.ts';
import { toCardWords } from '../../../src/domain/card/card-words.ts';
import { type ContactLine, contactLines } from '../../../src/domain/card/contact-lines.ts';
import { Section } from '../../components/section.tsx';
import { toCard } from '../../lib/card-form.ts';
import { comingDay, today } from '../../lib/days.ts';
import { t } from '../../lib/strings.ts';
import { tPerson } from '../../lib/strings-person.ts';
import { keepWriting } from '../today/writing.ts';

/** Every number and address, each with the apps it opens. */
export function Ways({ person }: { readonly person: PersonPage }) {
  const lines = contactLines(toCard(person), person.reach);
  const byLabel = Object.entries(Object.groupBy(lines, (line) => line.label));
  return (
    <Section title={tPerson.ways}>
      {lines.length === 0 && <p className="text-small text-faint">{tPerson.waysEmpty}</p>}
      <ul>
        {byLabel.map(([label, ways = []]) => (
          <li key={label} className="flex flex-wrap items-baseline justify-between gap-x-3 py-1">
            <span className="min-w-0 wrap-anywhere">{label}</span>
            <span className="flex flex-wrap gap-x-2.5 text-small text-faint">
              {ways.map((way) => (
                <WayLink key={way.channel} way={way} personId={person.id} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function WayLink({ way, personId }: { readonly way: ContactLine; readonly personId: string }) {
  const word = way.channel === 'other' ? t.common.open : t.channels[way.channel];
  if (way.href === undefined) return <span>{word}</span>;
  const outside = /^https?:/.test(way.href);
  return (
    <a
      href={way.href}
      className="link"
      {...(outside ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
      // Opening an app may have been a contact: the page asks on return.
      onClick={() =>
        way.channel !== 'other' && keepWriting(personId, { channel: way.channel, text: '', edited: false })
      }
    >
      {word}
      <span className="sr-only"> {way.label}</span>
    </a>
  );
}

export function Occasions({ person }: { readonly person: PersonPage }) {
  if (person.occasions.length === 0 && person.age === null) return null;
  return (
    <Section title={tPerson.occasions}>
      <ul>
        {person.occasions.map((occasion) => (
          <li key={`${occasion.kind}-${occasion.label}-${occasion.written}`} className="py-1">
            <p>
              {tPerson.occasion(occasion.label)} <span className="text-soft">{occasion.written}</span>
            </p>
            <p className="text-small text-faint">{comingOf(occasion)}</p>
          </li>
        ))}
      </ul>
      {person.age !== null && <p className="py-1 text-soft">{tPerson.age(person.age)}</p>}
    </Section>
  );
}

function comingOf(occasion: Occasion): string {
  if (occasion.next === null) return '';
  const turns =
    occasion.turns === null
      ? ''
      : occasion.kind === 'birth'
        ? tPerson.turns(occasion.turns)
        : tPerson.years(occasion.turns);
  return [comingDay(occasion.next, today()), turns].filter((part) => part !== '').join(' · ');
}

/** What an address book had to say of them: notes, and their people. Changed on the card itself. */
export function OnTheCard({ person }: { readonly person: PersonPage }) {
  const { notes, related } = toCardWords(toCard(person));
  if (notes.length + related.length === 0) return null;
  return (
    <Section title={tPerson.onCard}>
      {notes.map((note) => (
        <p key={note} dir="auto" className="py-1 whitespace-pre-line wrap-anywhere">
          {note}
        </p>
      ))}
      <ul>
        {related.map(({ name, word }) => (
          <li key={name} className="py-1">
            <bdi>{name}</bdi> <span className="text-small text-faint">{tPerson.tieWord(word)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Where the card came from, and its history. */
export function Sources({ person }: { readonly person: PersonPage }) {
  return (
    <Section title={tPerson.sources}>
      <ul className="text-small text-soft">
        {person.sources.map((source) => (
          <li key={source.label} className="py-0.5">
            {tPerson.source(source.label, source.importedOn)}
            {source.missing && <span className="text-warm"> · {tPerson.missing}</span>}
          </li>
        ))}
        <li className="py-0.5">
          <Link to="/history" search={{ person: person.id }} className="link">
            {tPerson.history}
          </Link>
        </li>
      </ul>
    </Section>
  );
}
