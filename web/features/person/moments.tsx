import { useState } from 'react';
import type { Moment, PersonPage } from '../../../src/contract/shapes.ts';
import { currentOrganization } from '../../../src/domain/card/card.ts';
import type { Card } from '../../../src/domain/card/jscontact.ts';
import { MOMENT_KINDS, type MomentKind, ORGANISATION_MOMENT_KINDS } from '../../../src/domain/words.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { EditableLine, Section } from '../../components/section.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { shortDay, today } from '../../lib/days.ts';
import { t } from '../../lib/strings.ts';
import { tPerson } from '../../lib/strings-person.ts';
import { tWaking } from '../../lib/strings-waking.ts';
import { InlineForm } from './inline-form.tsx';

/** What happened in their life: to be glad of together, or to be there for. */
export function Moments({ person }: { readonly person: PersonPage }) {
  const [open, setOpen] = useState<string>();
  const close = (): void => setOpen(undefined);
  return (
    <Section
      title={tPerson.moments}
      act="moment"
      addLabel={tPerson.addMoment}
      onAdd={() => setOpen('new')}
      folded={person.moments.length === 0 && open !== 'new'}
    >
      {open === 'new' && <MomentForm person={person} onClose={close} />}
      {person.moments.length === 0 && <p className="text-small text-faint">{tPerson.momentsEmpty}</p>}
      <ul>
        {person.moments.map((moment) => (
          <li key={moment.id}>
            {open === moment.id ? (
              <MomentForm person={person} moment={moment} onClose={close} />
            ) : (
              <EditableLine label={tPerson.editThing(moment.text)} onEdit={() => setOpen(moment.id)}>
                <p dir="auto">{moment.text}</p>
                <p className="text-small text-faint">
                  {t.momentKinds[moment.kind]} · {shortDay(moment.date)}
                  {moment.organisation !== null && ` · ${moment.organisation}`}
                  {moment.source !== null && ` · ${tPerson.saysSource(moment.source, moment.was)}`}
                </p>
              </EditableLine>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function MomentForm({
  person,
  moment,
  onClose,
}: {
  readonly person: PersonPage;
  readonly moment?: Moment;
  readonly onClose: () => void;
}) {
  const [kind, setKind] = useState<MomentKind>(moment?.kind ?? 'good-news');
  const [text, setText] = useState(moment?.text ?? '');
  const [date, setDate] = useState<string>(moment?.date ?? today());
  const [ofAll, setOfAll] = useState(false);
  const said = text.trim();
  const work = moment === undefined ? (currentOrganization(person.card as Card).organization ?? '') : '';
  const shared = ORGANISATION_MOMENT_KINDS.find((known) => known === kind);
  const toAll = ofAll && work !== '' ? shared : undefined;
  const save = (): void => {
    const changed = moment === undefined || said !== moment.text ? { text: said } : {};
    void perform(
      toAll !== undefined
        ? client.addOrganisationMoment({ body: { organisation: work, kind: toAll, text: said, date } })
        : moment === undefined
          ? client.addMoment({ params: { id: person.id }, body: { kind, text: said, date } })
          : client.updateMoment({ params: { id: moment.id }, body: { kind, date, ...changed } }),
    );
    onClose();
  };
  return (
    <InlineForm
      ready={said !== '' && date !== ''}
      onSave={save}
      onClose={onClose}
      {...(moment === undefined
        ? {}
        : { onDelete: () => void perform(client.deleteMoment({ params: { id: moment.id } })) })}
    >
      <input
        aria-label={tPerson.momentText}
        dir="auto"
        placeholder={tPerson.momentText}
        className="input"
        maxLength={2_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex flex-wrap items-end gap-3">
        <Choice
          label={tPerson.momentKind}
          className="w-auto!"
          value={kind}
          options={MOMENT_KINDS.map((known) => [known, t.momentKinds[known]] as const)}
          onChange={setKind}
        />
        {work !== '' && shared !== undefined && (
          <Choice
            label={tWaking.happenedTo}
            className="w-auto!"
            value={ofAll ? 'all' : 'them'}
            options={[
              ['them', person.name],
              ['all', tWaking.everyoneAt(work)],
            ]}
            onChange={(value) => setOfAll(value === 'all')}
          />
        )}
        <Field label={tPerson.momentDay}>
          {(props) => (
            <input
              {...props}
              type="date"
              className="input"
              max={today()}
              value={date}
              onChange={(event) => setDate(event.target.value)}
            />
          )}
        </Field>
      </div>
    </InlineForm>
  );
}
