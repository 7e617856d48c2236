import { useState } from 'react';
import type { Gathering } from '../../../src/contract/gathering-shapes.ts';
import { EVERY, type Every, ruleOfEvery } from '../../../src/domain/gatherings/every.ts';
import { GATHERING_KINDS, type GatheringKind } from '../../../src/domain/words.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { isDay, today } from '../../lib/days.ts';
import { tGatherings } from '../../lib/strings-gatherings.ts';

interface GatheringSheetProps {
  /** The one to change; a new one without it. */
  readonly gathering?: Gathering;
  readonly zone: string;
  readonly onClose: () => void;
  readonly onKept?: (id: string) => void;
}

/** A rule that was written elsewhere stands among the offered ones, as it is. */
type Returning = Every | '' | 'own';

/** What it is, where and when, and whether it returns. */
export function GatheringSheet({ gathering, zone, onClose, onKept }: GatheringSheetProps) {
  const [name, setName] = useState(gathering?.name ?? '');
  const [kind, setKind] = useState<GatheringKind>(gathering?.kind ?? 'mixer');
  const [place, setPlace] = useState(gathering?.place ?? '');
  const [since, setSince] = useState<string>(gathering?.since ?? today());
  const [until, setUntil] = useState<string>(gathering?.until === gathering?.since ? '' : (gathering?.until ?? ''));
  const [hour, setHour] = useState(gathering?.at == null ? '' : hourOf(gathering.at, zone));
  const [every, setEvery] = useState<Returning>(() => returningOf(gathering));
  const [note, setNote] = useState(gathering?.note ?? '');
  const last = until === '' ? since : until;
  const ready = name.trim() !== '' && isDay(since) && isDay(last) && last >= since;
  const save = (): void => {
    const rule =
      every === '' ? null : every === 'own' ? (gathering?.rule ?? null) : (ruleOfEvery(every, asDay(since)) ?? null);
    const body = {
      name: name.trim(),
      kind,
      place: place.trim() || null,
      since,
      until: last,
      at: hour === '' ? null : instantOf(since, hour, zone),
      rule,
      note,
    };
    const kept =
      gathering === undefined
        ? client.addGathering({ body })
        : client.updateGathering({ params: { id: gathering.id }, body });
    void perform(kept, {
      onDone: ({ id }) => {
        onClose();
        if (id !== undefined) onKept?.(id);
      },
    });
  };
  const offered = EVERY.map((one): readonly [Returning, string] => [one, tGatherings.every[one]]);
  return (
    <Sheet open onClose={onClose} title={tGatherings.addTitle} width="35rem">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) save();
        }}
      >
        <Field label={tGatherings.fields.name}>
          {(props) => (
            <input
              {...props}
              className="input"
              maxLength={200}
              autoComplete="off"
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className="grid gap-3 desk:grid-cols-2">
          <Field label={tGatherings.fields.kind}>
            {({ id }) => (
              <Choice
                id={id}
                value={kind}
                options={GATHERING_KINDS.map((one) => [one, tGatherings.kinds[one]] as const)}
                onChange={setKind}
              />
            )}
          </Field>
          <Field label={tGatherings.fields.place}>
            {(props) => (
              <input
                {...props}
                className="input"
                maxLength={300}
                autoComplete="off"
                value={place}
                onChange={(event) => setPlace(event.target.value)}
              />
            )}
          </Field>
        </div>
        <div className="grid grid-cols-2 gap-3 desk:grid-cols-3">
          <Field label={tGatherings.fields.since}>
            {(props) => (
              <input
                {...props}
                type="date"
                className="input"
                value={since}
                onChange={(event) => setSince(event.target.value)}
              />
            )}
          </Field>
          <Field label={tGatherings.fields.until}>
            {(props) => (
              <input
                {...props}
                type="date"
                className="input"
                min={since}
                value={until}
                onChange={(event) => setUntil(event.target.value)}
              />
            )}
          </Field>
          <Field label={tGatherings.fields.hour}>
            {(props) => (
              <input
                {...props}
                type="time"
                className="input"
                value={hour}
                onChange={(event) => setHour(event.target.value)}
              />
            )}
          </Field>
        </div>
        <Field label={tGatherings.fields.every}>
          {({ id }) => (
            <Choice
              id={id}
              value={every}
              options={[
                ['', tGatherings.every['']],
                ...offered,
                ...(every === 'own' ? [['own', gathering?.rule ?? ''] as const] : []),
              ]}
              onChange={setEvery}
            />
          )}
        </Field>
        <Field label={tGatherings.fields.note}>
          {(props) => (
            <textarea
              {...props}
              className="input"
              rows={3}
              maxLength={10_000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <button type="submit" className="act act-go justify-self-start" disabled={!ready}>
          {tGatherings.keep}
        </button>
      </form>
    </Sheet>
  );
}

const asDay = (text: string) => Temporal.PlainDate.from(text).toString() as Parameters<typeof ruleOfEvery>[1];

function returningOf(gathering: Gathering | undefined): Returning {
  const rule = gathering?.rule;
  if (rule === undefined || rule === null) return '';
  return EVERY.find((one) => ruleOfEvery(one, asDay(gathering?.since ?? today())) === rule) ?? 'own';
}

const hourOf = (at: string, zone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

const instantOf = (day: string, hour: string, zone: string): string =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: hour }).toInstant().toString();
