import { useState } from 'react';
import type { Fact, PersonPage, Touch } from '../../../src/contract/shapes.ts';
import { isToldAsMoment } from '../../../src/domain/keeping/told-as-moment.ts';
import { FACT_KINDS, type FactKind } from '../../../src/domain/words.ts';
import { Choice } from '../../components/choice.tsx';
import { Icon } from '../../components/icon.tsx';
import { EditableLine, Section } from '../../components/section.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { shortDay } from '../../lib/days.ts';
import { t } from '../../lib/strings.ts';
import { tPerson } from '../../lib/strings-person.ts';
import { InlineForm } from './inline-form.tsx';

interface FactsProps {
  readonly person: PersonPage;
  readonly adding: boolean;
  readonly onAdding: (adding: boolean) => void;
  /** Leads to the conversation that something came from. */
  readonly onTouch: (id: string) => void;
}

/** What is worth remembering, by kind. */
export function Facts({ person, adding, onAdding, onTouch }: FactsProps) {
  const [editing, setEditing] = useState<string>();
  const facts = FACT_KINDS.flatMap((kind) =>
    person.facts.filter((fact) => fact.kind === kind && !isToldAsMoment(fact, person.moments)),
  );
  return (
    <Section title={tPerson.facts} addLabel={tPerson.addFact} onAdd={() => onAdding(true)}>
      {adding && <FactForm personId={person.id} onClose={() => onAdding(false)} />}
      {facts.length === 0 && !adding && <p className="text-small text-faint">{tPerson.factsEmpty}</p>}
      <ul>
        {facts.map((fact) => (
          <li key={fact.id}>
            {editing === fact.id ? (
              <FactForm personId={person.id} fact={fact} onClose={() => setEditing(undefined)} />
            ) : (
              <EditableLine label={tPerson.editThing(fact.text)} onEdit={() => setEditing(fact.id)}>
                <p dir="auto">{fact.text}</p>
                <p className="flex items-center gap-1.5 text-small text-faint">
                  {t.factKinds[fact.kind]} ·{' '}
                  <Source
                    fact={fact}
                    touch={person.touches.find((touch) => touch.id === fact.touchId)}
                    onTouch={onTouch}
                  />
                  {fact.private && (
                    <span className="inline-flex items-center gap-1">
                      {' '}
                      · <Icon name="lock" size={12} />
                      {tPerson.private}
                    </span>
                  )}
                </p>
              </EditableLine>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** When it was learned; the conversation it came from is a press away while it is on the page. */
function Source({
  fact,
  touch,
  onTouch,
}: {
  readonly fact: Fact;
  readonly touch: Touch | undefined;
  readonly onTouch: FactsProps['onTouch'];
}) {
  const day = shortDay(fact.learnedOn);
  if (touch === undefined) return day;
  return (
    <button type="button" className="link text-faint" title={touch.summary} onClick={() => onTouch(touch.id)}>
      {tPerson.fromTouch(day)}
    </button>
  );
}

function FactForm({
  personId,
  fact,
  onClose,
}: {
  readonly personId: string;
  readonly fact?: Fact;
  readonly onClose: () => void;
}) {
  const [kind, setKind] = useState<FactKind>(fact?.kind ?? 'other');
  const [text, setText] = useState(fact?.text ?? '');
  const [hidden, setHidden] = useState(fact?.private ?? false);
  const body = { kind, text: text.trim(), private: hidden };
  const save = (): void => {
    void perform(
      fact === undefined
        ? client.addFact({ params: { id: personId }, body })
        : client.updateFact({ params: { id: fact.id }, body }),
    );
    onClose();
  };
  return (
    <InlineForm
      ready={body.text !== ''}
      onSave={save}
      onClose={onClose}
      {...(fact === undefined ? {} : { onDelete: () => void perform(client.deleteFact({ params: { id: fact.id } })) })}
    >
      <textarea
        aria-label={tPerson.factText}
        dir="auto"
        placeholder={tPerson.factText}
        className="input"
        rows={1}
        maxLength={2_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Choice
          label={tPerson.factKind}
          className="w-auto!"
          value={kind}
          options={FACT_KINDS.map((known) => [known, t.factKinds[known]] as const)}
          onChange={setKind}
        />
        <label className="flex items-center gap-2 text-small text-soft">
          <input
            type="checkbox"
            className="tick"
            checked={hidden}
            onChange={(event) => setHidden(event.target.checked)}
          />
          {tPerson.privateHint}
        </label>
      </div>
    </InlineForm>
  );
}
