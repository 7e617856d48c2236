import { Link } from '@tanstack/react-router';
import type { PersonPage } from '../../../src/contract/shapes.ts';
import { Section } from '../../components/section.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { n } from '../../lib/strings-news.ts';

/** The owner's news and goals as far as they touch this person, what came of the tie, and what to ask about again. */
export function LongGame({ person }: { readonly person: PersonPage }) {
  const { ownNews, ownGoals, outcomes, unasked, id } = person;
  const news = ownNews.filter(({ open, toldOn }) => open || toldOn !== null);
  if (news.length + ownGoals.length + outcomes.length === 0 && unasked === null) return null;
  return (
    <Section title={n.person.title}>
      <div className="grid gap-2">
        {unasked !== null && (
          <div>
            <p dir="auto">{unasked.text}</p>
            <div className="-ms-3 flex flex-wrap">
              <button
                type="button"
                className="act"
                onClick={() =>
                  void perform(client.done({ params: { id }, body: { summary: n.person.askedNote(unasked.about) } }))
                }
              >
                {n.person.asked}
              </button>
              <button
                type="button"
                className="act"
                onClick={() => void perform(client.dismiss({ params: { id }, body: { key: unasked.key } }))}
              >
                {n.person.notNow}
              </button>
            </div>
          </div>
        )}
        <ul className="grid gap-1.5">
          {news.map(({ id: key, newsId, text, toldOn }) => (
            <li key={key} className="wrap-anywhere">
              <Link to="/news" search={{ id: newsId }} className="hover:underline">
                {toldOn === null ? n.person.wantsToHear(text) : n.person.knows(text, toldOn)}
              </Link>
            </li>
          ))}
          {ownGoals.map(({ id: key, text }) => (
            <li key={key} className="wrap-anywhere">
              <Link to="/goals" className="hover:underline">
                {n.person.goal(text)}
              </Link>
            </li>
          ))}
          {outcomes.map(({ id: key, text, date }) => (
            <li key={key} className="wrap-anywhere">
              <Link to="/goals" className="hover:underline">
                {n.person.outcome(text, date)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}
