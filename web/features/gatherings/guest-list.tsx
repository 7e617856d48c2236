import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Attendee } from '../../../src/contract/gathering-shapes.ts';
import { Choice } from '../../components/choice.tsx';
import { Icon } from '../../components/icon.tsx';
import { perform } from '../../lib/acts.ts';
import { client } from '../../lib/api.ts';
import { tGatherings } from '../../lib/strings-gatherings.ts';

interface GuestListProps {
  readonly id: string;
  readonly date: string | undefined;
  readonly attendees: readonly Attendee[];
}

const SHOWN = 60;
const ORDER = { coming: 0, invited: 1, met: 2, declined: 3 } as const;

/** Everyone on the list, the doubtful names first; and the way to put more on it. */
export function GuestList({ id, date, attendees }: GuestListProps) {
  const [all, setAll] = useState(false);
  const sorted = attendees.toSorted(
    (a, b) =>
      Number(b.candidates.length > 0) - Number(a.candidates.length > 0) ||
      Number(b.wanted) - Number(a.wanted) ||
      ORDER[a.part] - ORDER[b.part] ||
      Number(b.person !== null) - Number(a.person !== null),
  );
  const shown = all ? sorted : sorted.slice(0, SHOWN);
  return (
    <section aria-label={tGatherings.list.title}>
      <h2 className="small-head mb-2">{tGatherings.list.title}</h2>
      <PasteForm id={id} date={date} />
      <ul className="mt-3" aria-label={tGatherings.list.title}>
        {shown.map((attendee) => (
          <li key={attendee.id} className="border-b border-line/70 py-2">
            <AttendeeLine attendee={attendee} />
          </li>
        ))}
      </ul>
      {sorted.length > shown.length && (
        <button type="button" className="act act-line mt-2" onClick={() => setAll(true)}>
          {tGatherings.list.more(sorted.length - shown.length)}
        </button>
      )}
    </section>
  );
}

function PasteForm({ id, date }: Pick<GuestListProps, 'id' | 'date'>) {
  const [text, setText] = useState('');
  const [saving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    setSaving(true);
    const body = { text, date };
    await perform(client.addAttendees({ params: { id }, body }), { onDone: () => setText('') });
    setSaving(false);
  };
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '' && !saving) void save();
      }}
    >
      <textarea
        className="input"
        rows={3}
        maxLength={200_000}
        aria-label={tGatherings.list.paste}
        placeholder={tGatherings.list.paste}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="act act-line justify-self-start" disabled={text.trim() === '' || saving}>
        {tGatherings.list.put}
      </button>
    </form>
  );
}

type Part = 'invited' | 'coming' | 'declined';
const PARTS: readonly Part[] = ['invited', 'coming', 'declined'];

function AttendeeLine({ attendee }: { readonly attendee: Attendee }) {
  const { id, name, organisation, person, part, said, candidates } = attendee;
  const change = (body: { part?: Part; personId?: string | null }): void =>
    void perform(client.updateAttendee({ params: { id }, body }));
  const about = person === null ? [organisation ?? '', tGatherings.list.new] : [person.headline ?? organisation ?? ''];
  return (
    <>
      <div className="flex items-center gap-2">
        <div className="min-w-0 flex-1">
          <p dir="auto" className="text-start font-serif text-[1.05rem] leading-snug wrap-anywhere">
            {person === null ? (
              name
            ) : (
              <Link to="/people/$id" params={{ id: person.id }} className="hover:underline">
                {person.name}
              </Link>
            )}
          </p>
          <p className="text-small text-soft wrap-anywhere">{about.filter((words) => words !== '').join(' · ')}</p>
          {said !== '' && (
            <p dir="auto" className="voice text-small wrap-anywhere">
              {said}
            </p>
          )}
        </div>
        {part === 'met' ? (
          <span className="text-small text-leaf">{tGatherings.parts.met}</span>
        ) : (
          <Choice
            label={tGatherings.list.part(name)}
            className="w-auto! min-h-8! py-1! text-small!"
            value={part}
            options={PARTS.map((one) => [one, tGatherings.parts[one]] as const)}
            onChange={(next) => change({ part: next })}
          />
        )}
        <button
          type="button"
          className="act act-round max-desk:min-h-11 max-desk:w-11"
          aria-label={tGatherings.list.take(name)}
          title={tGatherings.list.take(name)}
          onClick={() => void perform(client.deleteAttendee({ params: { id } }))}
        >
          <Icon name="close" size={14} />
        </button>
      </div>
      {candidates.length > 0 && (
        <fieldset className="mt-1 flex flex-wrap items-center gap-1.5">
          <legend className="float-start me-2 py-1.5 text-small">{tGatherings.list.which(name)}</legend>
          {candidates.map((candidate) => (
            <button
              key={candidate.id}
              type="button"
              className="act act-line"
              onClick={() => change({ personId: candidate.id })}
            >
              {candidate.headline === null ? candidate.name : `${candidate.name}, ${candidate.headline}`}
            </button>
          ))}
          <button type="button" className="act" onClick={() => change({ personId: null })}>
            {tGatherings.list.nobody}
          </button>
        </fieldset>
      )}
    </>
  );
}
