import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Introduction, PersonPage } from '../../../src/contract/shapes.ts';
import { Section } from '../../components/section.tsx';
import { perform } from '../../lib/acts.ts';
import { client, queries } from '../../lib/api.ts';
import { tIntro } from '../../lib/strings-introductions.ts';
import { InlineForm } from '../person/inline-form.tsx';
import { PersonPicker, type Picked } from '../touch/person-picker.tsx';
import { stateSentence } from './state-sentence.ts';

/** As many as remind one that there are more. */
const PERHAPS = 2;

/** Whom they could meet through you, whom they met, and who introduced whom to you. */
export function PersonIntroductions({ person }: { readonly person: PersonPage }) {
  const [adding, setAdding] = useState(false);
  const { data } = useQuery(queries.introductions(person.id));
  const { data: ideas } = useQuery(queries.introductionIdeas(person.id));
  if (data === undefined || (person.deceased && data.introductions.length + data.introducedYou.length === 0))
    return null;
  const names = (some: readonly { name: string }[]) => some.map(({ name }) => name);
  const perhaps = person.deceased ? [] : (ideas?.suggestions ?? []).slice(0, PERHAPS);
  const { introductions, introducedBy, introducedYou } = data;
  const isBare =
    introductions.length + perhaps.length + introducedBy.length + introducedYou.length === 0 &&
    data.thanksOwed === null;
  return (
    <Section
      title={tIntro.title}
      act="introduce"
      folded={isBare && !adding}
      {...(person.deceased ? {} : { addLabel: tIntro.add, onAdd: () => setAdding(true) })}
    >
      {adding && <AddForm personId={person.id} onClose={() => setAdding(false)} />}
      {isBare && <p className="text-small text-faint">{tIntro.empty(person.name)}</p>}
      {data.introducedBy.length > 0 && <p>{tIntro.introducedBy(names(data.introducedBy))}</p>}
      {data.introducedYou.length > 0 && <p>{tIntro.introducedYou(names(data.introducedYou))}</p>}
      {data.thanksOwed !== null && <ThanksOwed personId={person.id} />}
      <ul className="grid gap-1.5">
        {data.introductions.map((one) => (
          <li key={one.id}>
            <Other introduction={one} personId={person.id} />
          </li>
        ))}
        {perhaps.map(({ first, second, whyFirst, whySecond }) => {
          const [other, why] = first.id === person.id ? [second, whyFirst] : [first, whySecond];
          return (
            <li key={other.id}>
              <Link to="/introductions" search={{ person: person.id }} className="link">
                {tIntro.perhaps(other.name)}
              </Link>
              <p className="text-small text-soft" dir="auto">
                {why}
              </p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Other({ introduction, personId }: { readonly introduction: Introduction; readonly personId: string }) {
  const { first, second } = introduction;
  const other = first.id === personId ? second : first;
  return (
    <>
      <Link to="/introductions" search={{ person: personId }} className="link" dir="auto">
        {other.name}
      </Link>
      <p className="text-small text-soft">{stateSentence(introduction)}</p>
    </>
  );
}

/** Ticked, it stands in the ledger. */
function ThanksOwed({ personId }: { readonly personId: string }) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-small text-soft">
      {tIntro.thanksFor}
      <button
        type="button"
        className="act"
        onClick={() =>
          void perform(
            client.addExchange({ params: { id: personId }, body: { kind: 'thanked', text: tIntro.thanksEntry } }),
          )
        }
      >
        {tIntro.gaveThanks}
      </button>
    </p>
  );
}

function AddForm({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const [other, setOther] = useState<Picked>();
  const save = (): void => {
    if (other?.id === undefined) return;
    void perform(client.addIntroduction({ body: { first: personId, second: other.id } }));
    onClose();
  };
  return (
    <InlineForm ready={other?.id !== undefined} onSave={save} onClose={onClose}>
      <PersonPicker label={tIntro.addWho} except={[personId]} picked={other} onPick={setOther} />
    </InlineForm>
  );
}
