import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { NewsPage, NewsPerson } from '../../../src/contract/long-game.ts';
import { Face } from '../../components/face.tsx';
import { Icon } from '../../components/icon.tsx';
import { Section } from '../../components/section.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { n } from '../../lib/strings-news.ts';
import { Draft } from './draft.tsx';

/** As many of the later ones as say who comes next. */
const FIRST = 5;

/** Whose turn it is with the words for each; then who waits, and who knows. */
export function Telling({ news }: { readonly news: NewsPage }) {
  const [all, setAll] = useState(false);
  const waits = ({ toldOn, skippedOn }: NewsPerson) => toldOn === null && skippedOn === null;
  const turn = news.people.filter((person) => person.turn);
  const later = news.people.filter((person) => waits(person) && !person.turn);
  const told = news.people.filter(({ toldOn }) => toldOn !== null);
  const left = news.people.filter(({ toldOn, skippedOn }) => toldOn === null && skippedOn !== null);
  if (news.people.length === 0) return null;
  return (
    <div className="grid content-start gap-8">
      {news.closedOn === null && (
        <Section title={n.news.today}>
          {turn.length === 0 ? (
            <p className="text-soft">{later.length === 0 ? n.news.allTold : n.news.todayNone}</p>
          ) : (
            <ul className="grid gap-4">
              {turn.map((person) => (
                <li key={person.id}>
                  <Turn person={person} />
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      {later.length > 0 && (
        <Section title={n.news.later(later.length)}>
          <ul className="grid gap-1">
            {(all ? later : later.slice(0, FIRST)).map((person) => (
              <Row key={person.id} person={person} note={person.rests ? n.news.rests : (person.why ?? '')}>
                <button
                  type="button"
                  className="act act-round max-desk:min-h-11 max-desk:w-11"
                  aria-label={n.news.takeOut(person.name)}
                  title={n.news.takeOut(person.name)}
                  onClick={() => void perform(client.removeNewsPerson({ params: { id: person.id } }))}
                >
                  <Icon name="close" size={14} />
                </button>
              </Row>
            ))}
          </ul>
          {later.length > FIRST && !all && (
            <button type="button" className="act -ms-3 mt-1 max-desk:min-h-11" onClick={() => setAll(true)}>
              {n.news.showAll}
            </button>
          )}
        </Section>
      )}
      {told.length > 0 && (
        <Section title={n.news.knows}>
          <ul className="grid gap-1">
            {told.map((person) => (
              <Row
                key={person.id}
                person={person}
                note={[
                  n.news.toldOn(person.toldOn ?? ''),
                  person.answeredOn === null ? n.news.noAnswer : n.news.answeredOn(person.answeredOn),
                ].join(', ')}
              />
            ))}
          </ul>
        </Section>
      )}
      {left.length > 0 && (
        <Section title={n.news.left}>
          <ul className="grid gap-1">
            {left.map((person) => (
              <Row key={person.id} person={person} note="" />
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

function Turn({ person }: { readonly person: NewsPerson }) {
  const tell = (channel: NewsPerson['channel']): void => {
    void perform(client.tellNews({ params: { id: person.id }, body: { channel } }));
  };
  return (
    <article aria-label={person.name} className="card grid gap-3 p-4 desk:p-5">
      <header className="flex items-center gap-3">
        <Face id={person.personId} initials={person.initials} photo={person.photo} size={2.6} />
        <div className="min-w-0">
          <h3 dir="auto" className="text-start font-serif text-[1.15rem] leading-snug wrap-anywhere">
            <Link to="/people/$id" params={{ id: person.personId }} className="hover:underline">
              {person.name}
            </Link>
          </h3>
          {person.why !== null && (
            <p className="text-small text-soft" lang="en">
              {person.why}
            </p>
          )}
        </div>
      </header>
      <Draft
        label={n.news.draftFor(person.name)}
        draft={person.draft ?? ''}
        channel={person.channel}
        reach={person.reach}
        onSent={tell}
      >
        <button type="button" className="act" onClick={() => tell(person.channel)}>
          {n.news.told}
        </button>
        <button type="button" className="act" onClick={() => tell('in-person')}>
          {n.news.inPerson}
        </button>
        <button
          type="button"
          className="act"
          onClick={() => void perform(client.skipNews({ params: { id: person.id }, body: {} }))}
        >
          {n.news.skip}
        </button>
      </Draft>
    </article>
  );
}

function Row({
  person,
  note,
  children,
}: {
  readonly person: NewsPerson;
  readonly note: string;
  readonly children?: ReactNode;
}) {
  return (
    <li className="flex items-center gap-3 border-b border-line/70 py-2">
      <Face id={person.personId} initials={person.initials} photo={person.photo} size={2} />
      <span className="min-w-0 flex-1">
        <Link to="/people/$id" params={{ id: person.personId }} className="font-serif text-[1.05rem] hover:underline">
          {person.name}
        </Link>
        {note !== '' && (
          <span dir="auto" className="block text-small text-soft wrap-anywhere">
            {note}
          </span>
        )}
      </span>
      {children}
    </li>
  );
}
