import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PrepPerson, Touch } from '../../../src/contract/shapes.ts';
import { Face } from '../../components/face.tsx';
import { Icon } from '../../components/icon.tsx';
import { comingDay, shortDay, today } from '../../lib/days.ts';
import { t } from '../../lib/strings.ts';
import { tPerson } from '../../lib/strings-person.ts';

/** One person before a meeting. What is private stays on the screen and is not printed. */
export function PrepArticle({ person }: { readonly person: PrepPerson }) {
  const { questions, touches, news, promises, remember, deceased, archived } = person;
  const left = questions.length + touches.length > 0;
  const right = news.length + promises.length + remember.length > 0;
  return (
    <article aria-label={person.name} className="card grid gap-5 p-4 desk:p-6">
      <Head person={person} />
      {(deceased || archived) && (
        <p className="voice rounded-card bg-sunk px-4 py-3">
          {deceased ? t.prep.died(person.name, person.died) : t.prep.archived(person.name)}
        </p>
      )}
      {!left && !right && !deceased && !archived && <p className="voice text-soft">{t.prep.nothing(person.name)}</p>}
      {(left || right) && (
        <div className={left && right ? 'prep-columns grid gap-6 wide:grid-cols-[minmax(0,1fr)_17rem]' : 'grid gap-6'}>
          {left && (
            <div className="grid min-w-0 content-start gap-5">
              {questions.length > 0 && <Questions questions={questions} />}
              {touches.length > 0 && <LastTimes touches={touches} personId={person.id} />}
            </div>
          )}
          {right && (
            <div className="grid min-w-0 content-start gap-5">
              {news.length > 0 && <News news={news} />}
              {promises.length > 0 && <Promises promises={promises} />}
              {remember.length > 0 && <Remember facts={remember} />}
            </div>
          )}
        </div>
      )}
    </article>
  );
}

function Head({ person }: { readonly person: PrepPerson }) {
  const who = [person.headline, person.place, person.circles.join(', ')].filter((part) => part !== null && part !== '');
  const { howMet } = person;
  return (
    <header className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4">
      <Face id={person.id} initials={person.initials} photo={person.photo} size={3} />
      <div className="min-w-0">
        <h2 dir="auto" className="text-start text-title! wrap-anywhere">
          <Link to="/people/$id" params={{ id: person.id }} className="hover:underline">
            {person.name}
          </Link>
        </h2>
        {who.length > 0 && <p className="text-soft wrap-anywhere">{who.join(' · ')}</p>}
        {howMet !== null && (
          <p className={`text-small text-faint wrap-anywhere ${howMet.private ? 'print:hidden' : ''}`}>
            {howMet.from === 'fact' ? t.prep.met(howMet.text) : t.prep.firstNoted(howMet.date, howMet.text)}
            {howMet.private && <PrivateMark />}
          </p>
        )}
        <p className="text-small text-faint">{t.prep.lastTouch(person.lastTouch, person.touchCount)}</p>
      </div>
    </header>
  );
}

interface PartProps {
  readonly title: string;
  /** All of it is private: on paper not even its heading stands. */
  readonly screenOnly?: boolean;
  readonly children: ReactNode;
}

function Part({ title, screenOnly = false, children }: PartProps) {
  return (
    <section aria-label={title} className={screenOnly ? 'print:hidden' : ''}>
      <h3 className="small-head mb-1.5">{title}</h3>
      {children}
    </section>
  );
}

function PrivateMark() {
  return (
    <span className="ms-1 inline-flex items-center gap-1 text-small text-faint">
      · <Icon name="lock" size={12} />
      {tPerson.private}
    </span>
  );
}

function Questions({ questions }: { readonly questions: PrepPerson['questions'] }) {
  return (
    <Part title={t.prep.questions}>
      <ul className="grid gap-2.5">
        {questions.map(({ text, from }) => (
          <li key={`${from.id} ${text}`} className="border-s-2 border-leaf/40 ps-3">
            <p dir="auto" className="voice wrap-anywhere">
              {text}
            </p>
            <p className="text-small text-faint">{t.prep.from(from)}</p>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function LastTimes({ touches, personId }: { readonly touches: readonly Touch[]; readonly personId: string }) {
  return (
    <Part title={t.prep.last(touches.length)}>
      <ul className="grid gap-2.5">
        {touches.map((touch) => (
          <li key={touch.id}>
            <p className="voice wrap-anywhere">{touch.summary === '' ? touch.notes : touch.summary}</p>
            {touch.summary !== '' && touch.notes !== '' && touch.notes !== touch.summary && (
              <p className="line-clamp-3 whitespace-pre-line text-soft wrap-anywhere">{touch.notes}</p>
            )}
            <p className="text-small text-faint">
              <time dateTime={touch.date}>{shortDay(touch.date)}</time>
              {' · '}
              {saidOf(touch, personId)}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function saidOf(touch: Touch, personId: string): string {
  const others = touch.people.filter(({ id }) => id !== personId).map(({ name }) => name);
  const said = t.touch.said(touch.channel, touch.direction, others);
  return touch.place === null ? said : `${said} · ${t.touch.at(touch.place)}`;
}

function News({ news }: { readonly news: PrepPerson['news'] }) {
  const now = today();
  return (
    <Part title={t.prep.news} screenOnly={news.every((each) => each.private)}>
      <ul className="grid gap-1.5">
        {news.map(({ kind, text, date, private: isPrivate }) => (
          <li key={`${kind} ${date} ${text}`} className={isPrivate ? 'print:hidden' : ''}>
            <p className="wrap-anywhere">{kind === 'occasion' ? tPerson.occasion(text) : text}</p>
            <p className="text-small text-faint">
              {kind === 'plan' ? `${t.prep.planned} · ` : ''}
              {kind === 'fact' ? shortDay(date) : comingDay(date, now)}
              {isPrivate && <PrivateMark />}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Promises({ promises }: { readonly promises: PrepPerson['promises'] }) {
  const now = today();
  return (
    <Part title={t.prep.promises}>
      <ul className="grid gap-1.5">
        {promises.map(({ id, by, text, due, madeOn }) => (
          <li key={id}>
            <p dir="auto" className="wrap-anywhere">
              {text}
            </p>
            <p className={`text-small ${due !== null && due < now && by === 'me' ? 'text-warm' : 'text-faint'}`}>
              {by === 'me' ? t.prep.mine : t.prep.theirs}
              {' · '}
              {due === null ? tPerson.since(madeOn) : tPerson.due(due, now)}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Remember({ facts }: { readonly facts: PrepPerson['remember'] }) {
  return (
    <Part title={t.prep.remember} screenOnly={facts.every((fact) => fact.private)}>
      <ul className="grid gap-1.5">
        {facts.map((fact) => (
          <li key={fact.id} className={fact.private ? 'print:hidden' : ''}>
            <p dir="auto" className="wrap-anywhere">
              {fact.text}
            </p>
            <p className="text-small text-faint">
              {t.factKinds[fact.kind]}
              {fact.private && <PrivateMark />}
            </p>
          </li>
        ))}
      </ul>
    </Part>
  );
}
