import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { flushSync } from 'react-dom';
import { ApiError } from '../../src/client/errors.ts';
import type { Touch } from '../../src/contract/shapes.ts';
import { Loading } from '../components/loading.tsx';
import { FoldedInto } from '../components/section.tsx';
import { Between } from '../features/person/between.tsx';
import { CirclesEditor } from '../features/person/circles-editor.tsx';
import { DoublesBand } from '../features/person/doubles-band.tsx';
import { Facts } from '../features/person/facts.tsx';
import { Giving } from '../features/person/giving.tsx';
import { PersonHead } from '../features/person/head.tsx';
import { LongGame } from '../features/person/long-game.tsx';
import { Moments } from '../features/person/moments.tsx';
import { NextBand } from '../features/person/next-band.tsx';
import { Occasions, OnTheCard, Sources, Ways } from '../features/person/side-lists.tsx';
import { Story } from '../features/person/story.tsx';
import { Ties } from '../features/person/ties.tsx';
import { Waking } from '../features/person/waking.tsx';
import { Stumble } from '../features/shell/stumble.tsx';
import { queries } from '../lib/api.ts';
import { useTitle } from '../lib/hooks.ts';
import { useKeys } from '../lib/keys.ts';
import { t } from '../lib/strings.ts';
import { tPerson } from '../lib/strings-person.ts';
import { w } from '../lib/strings-words.ts';

const DraftSheet = lazy(async () => ({ default: (await import('../features/words/draft-sheet.tsx')).DraftSheet }));
const TouchSheet = lazy(async () => ({ default: (await import('../features/touch/touch-sheet.tsx')).TouchSheet }));
const PersonWarmth = lazy(async () => ({
  default: (await import('../features/pictures/person-warmth.tsx')).PersonWarmth,
}));
const ForPerson = lazy(async () => ({ default: (await import('../features/resources/for-person.tsx')).ForPerson }));
const PersonIntroductions = lazy(async () => ({
  default: (await import('../features/introductions/person-introductions.tsx')).PersonIntroductions,
}));
const GatheringsOfPerson = lazy(async () => ({
  default: (await import('../features/gatherings/of-person.tsx')).GatheringsOfPerson,
}));
const EditCardSheet = lazy(async () => ({
  default: (await import('../features/person/edit-card-sheet.tsx')).EditCardSheet,
}));

const route = getRouteApi('/shell/people/$id');

type Open = 'none' | 'edit' | 'log' | 'draft' | Touch;

/** Keys press what one would click. */
const press = (act: string) => (): void => document.querySelector<HTMLElement>(`#page [data-act="${act}"]`)?.click();

/** One person: who they are, what is next, the story so far, and what to hold in mind. */
export function PersonRoute() {
  const { id } = route.useParams();
  return <Person key={id} id={id} />;
}

function Person({ id }: { readonly id: string }) {
  const { data: person, error, refetch } = useQuery(queries.person(id));
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open>('none');
  const [adding, setAdding] = useState(false);
  const [whole, setWhole] = useState(false);
  const [emptyOnes, setEmptyOnes] = useState<HTMLElement | null>(null);
  useTitle(person?.name ?? '', t.app.name);
  useKeys(t.keys.person, [
    { keys: 'e', label: tPerson.contactKeys.edit, run: () => setOpen('edit') },
    { keys: 'l', label: tPerson.contactKeys.log, run: () => setOpen('log') },
    { keys: 'p', label: tPerson.contactKeys.prep, run: () => void navigate({ to: '/prep', search: { people: id } }) },
    { keys: 'f', label: tPerson.contactKeys.fact, run: () => setAdding(true) },
    { keys: 'v', label: tPerson.addPromise, run: press('promise') },
    { keys: 'r', label: tPerson.addReminder, run: press('reminder') },
    { keys: 'm', label: tPerson.addMoment, run: press('moment') },
    { keys: 'i', label: tPerson.addTie, run: press('tie') },
    { keys: 'w', label: t.today.keys.write, run: press('write') },
    { keys: 'o', label: w.sheet.open, run: press('draft') },
    { keys: 'd', label: tPerson.already, run: press('already') },
    { keys: 's', label: tPerson.thisWeek, run: press('snooze') },
    {
      keys: 'h',
      label: tPerson.history,
      run: () => void navigate({ to: '/history', search: { person: id } }),
    },
  ]);

  // Also when they were here a moment ago: merged, deleted or taken back elsewhere.
  if (error instanceof ApiError && error.status === 404)
    return (
      <p role="alert" className="my-12 max-w-prose text-soft">
        {t.errors.personGone}
      </p>
    );
  if (person === undefined)
    return error === null ? (
      <div className="mt-10">
        <Loading rows={4} height="7rem" />
      </div>
    ) : (
      <Stumble error={error} onRetry={() => void refetch()} />
    );
  const close = (): void => setOpen('none');
  const showTouch = (touch: string): void => {
    flushSync(() => setWhole(true));
    const line = document.getElementById(`touch-${touch}`);
    line?.scrollIntoView({ block: 'center' });
    line?.focus({ preventScroll: true });
  };
  return (
    <article
      aria-label={person.name}
      className="mt-4 grid gap-x-8 gap-y-6 desk:mt-10 wide:grid-cols-[minmax(0,1fr)_18rem] wide:grid-rows-[auto_auto_1fr]"
    >
      <FoldedInto value={emptyOnes}>
        <div className="grid gap-6 wide:col-span-2">
          <PersonHead person={person} onEdit={() => setOpen('edit')} onLog={() => setOpen('log')} />
          <NextBand person={person} onDraft={() => setOpen('draft')} />
          {person.doubles.length > 0 && <DoublesBand person={person} />}
        </div>
        {/* What one wants to know before a call, in the first look on any screen; the rest is there to be scrolled to. */}
        <div className="grid content-start gap-5 wide:col-start-2 wide:row-start-2">
          <Between person={person} />
          <Facts person={person} adding={adding} onAdding={setAdding} onTouch={showTouch} />
        </div>
        <Story person={person} onEdit={setOpen} whole={whole} onWhole={() => setWhole(true)} />
        <div className="grid content-start gap-5 wide:col-start-2 wide:row-start-3">
          <Waking person={person} />
          <Moments person={person} />
          <LongGame person={person} />
          <Occasions person={person} />
          <Ways person={person} />
          <Giving person={person} />
          <Suspense fallback={null}>{!person.deceased && <ForPerson id={person.id} name={person.name} />}</Suspense>
          <Suspense fallback={null}>
            <GatheringsOfPerson id={person.id} />
          </Suspense>
          <Ties person={person} />
          <Suspense fallback={null}>
            <PersonIntroductions person={person} />
          </Suspense>
          <Suspense fallback={null}>
            <PersonWarmth id={person.id} name={person.name} />
          </Suspense>
          <OnTheCard person={person} />
          <CirclesEditor person={person} />
          <div ref={setEmptyOnes} className="flex flex-wrap gap-1.5 empty:hidden" />
          <Sources person={person} />
        </div>
      </FoldedInto>
      <Suspense fallback={null}>
        {open === 'edit' && <EditCardSheet person={person} onClose={close} />}
        {open === 'draft' && <DraftSheet person={person} onClose={close} />}
        {open === 'log' && (
          <TouchSheet
            people={[{ id: person.id, name: person.name }]}
            channel={person.channel ?? 'in-person'}
            onClose={close}
          />
        )}
        {typeof open === 'object' && (
          <TouchSheet touch={open} people={open.people} channel={open.channel} onClose={close} />
        )}
      </Suspense>
    </article>
  );
}
