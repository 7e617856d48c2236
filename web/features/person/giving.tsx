import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Exchange, Favour, PersonPage } from '../../../src/contract/shapes.ts';
import { EXCHANGE_KINDS, type ExchangeKind } from '../../../src/domain/words.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { EditableLine, Section } from '../../components/section.tsx';
import { perform } from '../../lib/acts.ts';
import { client, queries } from '../../lib/api.ts';
import { shortDay, today } from '../../lib/days.ts';
import { useSettled } from '../../lib/hooks.ts';
import { t } from '../../lib/strings.ts';
import { tPerson } from '../../lib/strings-person.ts';
import { InlineForm } from './inline-form.tsx';

/** As many of the ledger as help to remember. */
const SHOWN = 5;

/** What the two of you do for each other, and what one could do in five minutes. */
export function Giving({ person }: { readonly person: PersonPage }) {
  const [open, setOpen] = useState<string>();
  const close = (): void => setOpen(undefined);
  const { exchanges, favours, balance } = person;
  return (
    <>
      <Section
        title={tPerson.giving}
        addLabel={tPerson.addExchange}
        onAdd={() => setOpen('new')}
        folded={exchanges.length === 0 && balance === null && open !== 'new'}
      >
        {open === 'new' && <ExchangeForm personId={person.id} onClose={close} />}
        {balance !== null && <p className="text-small text-soft">{balance}</p>}
        {exchanges.length === 0 && <p className="text-small text-faint">{tPerson.givingEmpty}</p>}
        <ul>
          {exchanges.slice(0, SHOWN).map((exchange) => (
            <li key={exchange.id}>
              {open === exchange.id ? (
                <ExchangeForm personId={person.id} exchange={exchange} onClose={close} />
              ) : (
                <EditableLine label={tPerson.editThing(exchange.text)} onEdit={() => setOpen(exchange.id)}>
                  <p dir="auto">{exchange.text}</p>
                  <p className="text-small text-faint">
                    {t.exchangeKinds[exchange.kind]} · {shortDay(exchange.date)}
                  </p>
                </EditableLine>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {!person.deceased && favours.length > 0 && (
        <Section title={tPerson.favours}>
          <ul className="grid gap-2">
            {favours.map((favour) => (
              <li key={favour.text}>
                <FavourLine personId={person.id} favour={favour} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Ticked, it stands in the ledger. */
function FavourLine({ personId, favour }: { readonly personId: string; readonly favour: Favour }) {
  const kind: ExchangeKind =
    favour.kind === 'thanks' || favour.kind === 'public-thanks'
      ? 'thanked'
      : favour.kind === 'advice'
        ? 'asked'
        : 'given';
  return (
    <label className="flex gap-2.5">
      <input
        type="checkbox"
        className="tick mt-1"
        aria-label={tPerson.favourDone(favour.text)}
        checked={false}
        onChange={() =>
          void perform(client.addExchange({ params: { id: personId }, body: { kind, text: favour.done } }))
        }
      />
      <span dir="auto" className="min-w-0 wrap-anywhere">
        {favour.text}
      </span>
    </label>
  );
}

function ExchangeForm({
  personId,
  exchange,
  onClose,
}: {
  readonly personId: string;
  readonly exchange?: Exchange;
  readonly onClose: () => void;
}) {
  const [kind, setKind] = useState<ExchangeKind>(exchange?.kind ?? 'given');
  const [text, setText] = useState(exchange?.text ?? '');
  const [date, setDate] = useState<string>(exchange?.date ?? today());
  const body = { kind, text: text.trim(), date };
  const save = (): void => {
    void perform(
      exchange === undefined
        ? client.addExchange({ params: { id: personId }, body })
        : client.updateExchange({ params: { id: exchange.id }, body }),
    );
    onClose();
  };
  return (
    <InlineForm
      ready={body.text !== '' && date !== ''}
      onSave={save}
      onClose={onClose}
      {...(exchange === undefined
        ? {}
        : { onDelete: () => void perform(client.deleteExchange({ params: { id: exchange.id } })) })}
    >
      <Choice
        label={tPerson.exchangeKind}
        className="w-auto!"
        value={kind}
        options={EXCHANGE_KINDS.map((known) => [known, t.exchangeKinds[known]] as const)}
        onChange={setKind}
      />
      <input
        aria-label={tPerson.exchangeText}
        dir="auto"
        placeholder={tPerson.exchangeText}
        className="input"
        maxLength={2_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Field label={tPerson.on}>
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
      {kind === 'asked' && exchange === undefined && <BeforeAsking personId={personId} text={body.text} />}
    </InlineForm>
  );
}

/** Whoever is about to ask sees first what was given, and how to give first. */
function BeforeAsking({ personId, text }: { readonly personId: string; readonly text: string }) {
  const { data } = useQuery(queries.beforeAsking(personId, useSettled(text, 300)));
  if (data === undefined) return null;
  const { care, open, balance, lastGiven, lastReceived, waysToGive, draft } = data;
  return (
    <section aria-label={tPerson.beforeAsking} className="grid gap-2 rounded-card bg-sunk p-3 text-small">
      {care !== null && <p className="text-warm">{care}</p>}
      {open.map((sentence) => (
        <p key={sentence} dir="auto">
          {sentence}
        </p>
      ))}
      {balance !== null && <p>{balance}</p>}
      <p>{lastGiven === null ? tPerson.nothingGiven : tPerson.lastGiven(lastGiven.text, shortDay(lastGiven.date))}</p>
      {lastReceived !== null && <p>{tPerson.lastReceived(lastReceived.text, shortDay(lastReceived.date))}</p>}
      {waysToGive.length > 0 && (
        <div>
          <p className="text-faint">{tPerson.giveFirst}</p>
          <ul className="list-disc ps-4">
            {waysToGive.map((way) => (
              <li key={way.text}>{way.text}</li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <p className="text-faint">{tPerson.askDraft}</p>
        <p className="voice select-all">{draft}</p>
      </div>
    </section>
  );
}
