import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Keys of the whole page. A binding is one key (`c`), a chord (`mod+k`) or a short sequence (`g t`). */
export interface Binding {
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
}

export interface KeyGroup {
  readonly name: string;
  readonly bindings: readonly Binding[];
}

/** How long a begun sequence waits for its next key, in milliseconds. */
const PATIENCE = 900;

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** The name of a key press: `c`, `?`, `mod+k`, `escape`. Alt is left to the browser. */
export function nameOfPress({ key, ctrlKey, metaKey, altKey }: Press): string | undefined {
  if (altKey || key === 'Shift' || key === 'Control' || key === 'Meta') return undefined;
  const name = key === ' ' ? 'space' : key.toLowerCase();
  return ctrlKey || metaKey ? `mod+${name}` : name;
}

export interface Matcher {
  /** What a press means among the bindings, the ones registered last first. */
  readonly press: (name: string, at: number, groups: readonly KeyGroup[]) => Binding | undefined;
}

export function createMatcher(): Matcher {
  let begun = '';
  let begunAt = 0;
  return {
    press(name, at, groups) {
      const whole = begun !== '' && at - begunAt <= PATIENCE ? `${begun} ${name}` : name;
      const all = groups.toReversed().flatMap((group) => group.bindings);
      const found = all.find((binding) => binding.keys === whole) ?? all.find((binding) => binding.keys === name);
      begun = found === undefined && all.some((binding) => binding.keys.startsWith(`${name} `)) ? name : '';
      begunAt = at;
      return found;
    },
  };
}

let groups: readonly KeyGroup[] = [];
const listeners = new Set<() => void>();

function setGroups(next: readonly KeyGroup[]): void {
  groups = next;
  for (const listener of listeners) listener();
}

export function getKeyGroups(): readonly KeyGroup[] {
  return groups;
}

export function useKeyGroups(): readonly KeyGroup[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, getKeyGroups);
}

/** Holds these keys while the component lives. */
export function useKeys(name: string, bindings: readonly Binding[]): void {
  const latest = useRef(bindings);
  latest.current = bindings;
  const shape = bindings.map((binding) => `${binding.keys}\n${binding.label}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for the bindings; what they run is read through the ref.
  useEffect(() => {
    const group: KeyGroup = {
      name,
      bindings: latest.current.map(({ keys, label }) => ({
        keys,
        label,
        run: () => latest.current.find((binding) => binding.keys === keys)?.run(),
      })),
    };
    setGroups([...groups, group]);
    return () => setGroups(groups.filter((other) => other !== group));
  }, [name, shape]);
}

function isEditing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input, textarea, select') ||
      target.closest('[role="menu"], [role="dialog"], [role="listbox"]') !== null)
  );
}

/** Listens to the page; the answer stops it. */
export function startKeys(): () => void {
  const matcher = createMatcher();
  const onKeyDown = (event: KeyboardEvent): void => {
    const name = nameOfPress(event);
    if (name === undefined || event.defaultPrevented || event.isComposing) return;
    const chord = name.startsWith('mod+');
    if (!chord && isEditing(event.target)) return;
    // Enter and space belong to the button or link that has the focus.
    if (
      (name === 'enter' || name === 'space') &&
      event.target instanceof HTMLElement &&
      event.target.matches('a, button, summary')
    )
      return;
    const binding = matcher.press(name, event.timeStamp, groups);
    if (binding === undefined) return;
    event.preventDefault();
    binding.run();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
}
