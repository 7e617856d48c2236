import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { PersonPage, ProbableTie } from '../../../src/contract/shapes.ts';
import { Icon } from '../../components/icon.tsx';
import { Section } from '../../components/section.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { tPerson } from '../../lib/strings-person.ts';
import { PersonPicker, type Picked } from '../touch/person-picker.tsx';
import { InlineForm } from './inline-form.tsx';

export function Ties({ person }: { readonly person: PersonPage }) {
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={tPerson.ties}
      act="tie"
      addLabel={tPerson.addTie}
      onAdd={() => setAdding(true)}
      folded={person.ties.length + person.probableTies.length === 0 && !adding}
    >
      {adding && <TieForm personId={person.id} onClose={() => setAdding(false)} />}
      <ul>
        {person.ties.map((tie) => (
          <li key={tie.id} className="group -mx-2 flex items-center gap-1 rounded-soft px-2 py-1 hover:bg-sunk/60">
            <p className="min-w-0 flex-1">
              {tie.otherId === null ? (
                <bdi>{tie.otherName}</bdi>
              ) : (
                <Link to="/people/$id" params={{ id: tie.otherId }} className="link" dir="auto">
                  {tie.otherName}
                </Link>
              )}{' '}
              <span className="text-small text-faint">{tPerson.tieWord(tie.kind)}</span>
            </p>
            <button
              type="button"
              className="act act-round min-h-7! w-7! opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-60"
              aria-label={tPerson.remove(tie.otherName)}
              onClick={() => void perform(client.deleteTie({ params: { id: tie.id } }))}
            >
              <Icon name="close" size={14} />
            </button>
          </li>
        ))}
        {person.probableTies.map((tie) => (
          <ProbableLine key={tie.otherId} personId={person.id} tie={tie} />
        ))}
      </ul>
    </Section>
  );
}

/** Family that follows from what was noted elsewhere: one tap keeps it, another says that it is not so. */
function ProbableLine({ personId, tie }: { readonly personId: string; readonly tie: ProbableTie }) {
  const params = { id: personId };
  return (
    <li className="-mx-2 flex items-center gap-1 rounded-soft px-2 py-1">
      <p className="min-w-0 flex-1">
        <Link to="/people/$id" params={{ id: tie.otherId }} className="link" dir="auto">
          {tie.otherName}
        </Link>{' '}
        <span className="text-small text-faint">{tPerson.probably(tie.kind, tie.via)}</span>
      </p>
      <button
        type="button"
        className="act act-line"
        aria-label={tPerson.keepTie(tie.otherName)}
        onClick={() => void perform(client.addTie({ params, body: { kind: tie.kind, otherId: tie.otherId } }))}
      >
        {tPerson.keep}
      </button>
      <button
        type="button"
        className="act act-round"
        aria-label={tPerson.notTie(tie.otherName)}
        onClick={() => void perform(client.dismiss({ params, body: { key: `tie:${tie.otherId}` } }))}
      >
        <Icon name="close" size={14} />
      </button>
    </li>
  );
}

function TieForm({ personId, onClose }: { readonly personId: string; readonly onClose: () => void }) {
  const [kind, setKind] = useState('');
  const [other, setOther] = useState<Picked>();
  const listId = useId();
  const save = (): void => {
    if (other === undefined) return;
    const body = {
      kind: kindOf(kind.trim()),
      ...(other.id === undefined ? { otherName: other.name } : { otherId: other.id }),
    };
    void perform(client.addTie({ params: { id: personId }, body }));
    onClose();
  };
  return (
    <InlineForm ready={kind.trim() !== '' && other !== undefined} onSave={save} onClose={onClose}>
      <PersonPicker label={tPerson.tieWho} except={[personId]} freeText onPick={setOther} picked={other} />
      <input
        aria-label={tPerson.tieKind}
        placeholder={tPerson.tieKind}
        className="input"
        list={listId}
        maxLength={60}
        value={kind}
        onChange={(event) => setKind(event.target.value)}
      />
      <datalist id={listId}>
        {tPerson.tieKinds.map((known) => (
          <option key={known} value={tPerson.tieWord(known)} />
        ))}
      </datalist>
    </InlineForm>
  );
}

/** The kind by the name it is kept under: the server knows by it what the other is in return. */
function kindOf(word: string): string {
  const folded = word.toLocaleLowerCase();
  return tPerson.tieKinds.find((kind) => tPerson.tieWord(kind).toLocaleLowerCase() === folded) ?? word;
}
