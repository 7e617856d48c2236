import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import type { FindHit } from '../../../src/contract/shapes.ts';
import { Icon } from '../../components/icon.tsx';
import { Sheet } from '../../components/sheet.tsx';
import { queries } from '../../lib/api.ts';
import { withDays } from '../../lib/days.ts';
import { useSettled } from '../../lib/hooks.ts';
import { useKeyGroups } from '../../lib/keys.ts';
import { t } from '../../lib/strings.ts';
import { focusCapture } from '../capture/focus.ts';
import { type Action, matchActions } from './actions.ts';

interface Option {
  readonly id: string;
  readonly kind: Action['kind'] | FindHit['kind'];
  readonly title: string;
  readonly note: string;
  readonly run: () => void;
}

/** The kinds in the order they are shown; within one, as they were found. */
const KINDS: readonly Option['kind'][] = ['person', 'touch', 'fact', 'here', 'act', 'page'];

/** Finds anyone, any word of a conversation, or the thing to do, in a keystroke. */
export function FindSheet({ onClose, onKeys }: { readonly onClose: () => void; readonly onKeys: () => void }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const navigate = useNavigate();
  const q = useSettled(text.trim(), 60);
  const { data, isFetching } = useQuery(queries.find(q));

  const go = (run: () => void) => (): void => {
    onClose();
    run();
  };
  const found: readonly Option[] = (text.trim() === '' ? [] : (data?.items ?? [])).map((hit) => ({
    id: `${hit.kind}-${hit.id}`,
    kind: hit.kind,
    title: withDays(hit.title),
    note: hit.excerpt === '' ? '' : hit.excerpt,
    run: go(() => void navigate({ to: '/people/$id', params: { id: hit.personId } })),
  }));
  const actions: readonly Option[] = matchActions(text, useKeyGroups(), {
    go: (to) => go(() => void navigate({ to })),
    // Once the sheet has given the focus back.
    here: (run) => go(() => setTimeout(run, 50)),
    capture: go(() => setTimeout(focusCapture, 50)),
    keys: onKeys,
  });
  const groups = KINDS.map(
    (kind) => [kind, [...found, ...actions].filter((option) => option.kind === kind)] as const,
  ).filter(([, { length }]) => length > 0);
  const options = groups.flatMap(([, ofKind]) => ofKind);
  const active = options[Math.min(at, options.length - 1)];

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && options.length > 0) {
      event.preventDefault();
      const next = (Math.min(at, options.length - 1) + step + options.length) % options.length;
      setAt(next);
      document.getElementById(`${listId}-${next.toString()}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      active?.run();
    }
  };

  return (
    <Sheet open onClose={onClose} title={t.find.title} bare width="38rem">
      <div className="flex items-center gap-3 border-b border-line px-5">
        <span className="text-faint">
          <Icon name="search" />
        </span>
        <input
          className="w-full bg-transparent py-4 text-lead outline-none"
          role="combobox"
          aria-label={t.find.label}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={active === undefined ? undefined : `${listId}-${options.indexOf(active).toString()}`}
          placeholder={t.find.hint}
          autoComplete="off"
          // At once, not a frame later: what is typed in between would be taken for keys of the page.
          // biome-ignore lint/a11y/noAutofocus: a dialog takes the focus.
          autoFocus
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={listId} role="listbox" aria-label={t.find.label} className="max-h-[60dvh] overflow-y-auto p-2">
        {groups.map(([kind, ofKind]) => (
          // biome-ignore lint/a11y/useSemanticElements: options stand in groups of their listbox, not in fields.
          <div key={kind} role="group" aria-label={t.find.kinds[kind]}>
            <p aria-hidden="true" className="small-head px-3 pt-2.5 pb-1">
              {t.find.kinds[kind]}
            </p>
            {ofKind.map((option) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's above.
              <div
                key={option.id}
                id={`${listId}-${options.indexOf(option).toString()}`}
                role="option"
                tabIndex={-1}
                aria-selected={option === active}
                className="popup-item cursor-pointer"
                onPointerMove={() => setAt(options.indexOf(option))}
                onClick={option.run}
              >
                <span dir="auto" className="max-w-[75%] shrink-0 truncate font-serif text-[1.05rem]">
                  {option.title}
                </span>
                <small dir="auto" className="truncate">
                  {option.note}
                </small>
              </div>
            ))}
          </div>
        ))}
        {q !== '' && q === text.trim() && found.length === 0 && !isFetching && (
          <p className="px-3 py-4 text-small text-faint">{t.find.none(text.trim())}</p>
        )}
      </div>
    </Sheet>
  );
}
