import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Icon } from '../../components/icon.tsx';
import { queries } from '../../lib/api.ts';
import { useSettled } from '../../lib/hooks.ts';
import { t } from '../../lib/strings.ts';
import { tPerson } from '../../lib/strings-person.ts';

/** Someone known, or (without an id) a name only. */
export interface Picked {
  readonly id: string | undefined;
  readonly name: string;
}

interface PersonPickerProps {
  readonly label: string;
  readonly except: readonly string[];
  /** Takes a name nobody has. */
  readonly freeText?: boolean;
  readonly picked?: Picked | undefined;
  readonly onPick: (picked: Picked | undefined) => void;
}

/** Finds one person by typing. */
export function PersonPicker({ label, except, freeText = false, picked, onPick }: PersonPickerProps) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const q = useSettled(text.trim(), 80);
  const { data } = useQuery(queries.find(q));
  if (picked !== undefined) {
    return (
      <button type="button" className="chip chip-leaf justify-self-start" onClick={() => onPick(undefined)}>
        {picked.name} <Icon name="close" size={12} />
        <span className="sr-only">{tPerson.remove(picked.name)}</span>
      </button>
    );
  }
  const typed = text.trim();
  const hits =
    typed === ''
      ? []
      : (data?.items ?? []).filter((hit) => hit.kind === 'person' && !except.includes(hit.personId)).slice(0, 6);
  const options: readonly (Picked & { readonly note: string })[] = [
    ...hits.map((hit) => ({ id: hit.personId, name: hit.title, note: hit.excerpt })),
    ...(freeText && typed !== '' ? [{ id: undefined, name: typed, note: t.capture.someoneNew(typed) }] : []),
  ];
  const pick = (option: Picked): void => {
    onPick({ id: option.id, name: option.name });
    setText('');
    setAt(0);
  };
  return (
    <div className="relative">
      <input
        className="input"
        role="combobox"
        aria-label={label}
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-activedescendant={options[at] === undefined ? undefined : `${listId}-${at.toString()}`}
        placeholder={label}
        autoComplete="off"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            setAt(Math.max(0, Math.min(options.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))));
          } else if (event.key === 'Enter' && options[at] !== undefined) {
            event.preventDefault();
            event.stopPropagation();
            pick(options[at]);
          }
        }}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        hidden={options.length === 0}
        className="popup absolute inset-x-0 top-full z-10 mt-1"
      >
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's above.
          <div
            key={option.id ?? 'new'}
            id={`${listId}-${index.toString()}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="popup-item cursor-pointer"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(option)}
          >
            <span dir="auto" className="truncate">
              {option.name}
            </span>
            <small className="truncate">{option.note}</small>
          </div>
        ))}
      </div>
    </div>
  );
}
