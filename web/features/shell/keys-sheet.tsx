import { Sheet } from '../../components/sheet.tsx';
import { useKeyGroups } from '../../lib/keys.ts';
import { t } from '../../lib/strings.ts';
import { modKey } from './nav.tsx';

/** Every key that works on this page. */
export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  const groups = useKeyGroups();
  return (
    <Sheet open onClose={onClose} title={t.keys.title} width="44rem">
      <div className="grid gap-6 desk:grid-cols-2">
        {groups.toReversed().map((group) => (
          <section key={group.name}>
            <h2 className="small-head mb-2">{group.name}</h2>
            <dl className="grid gap-1.5 text-[0.875rem]">
              {group.bindings.map((binding) => (
                <div key={binding.keys} className="flex items-baseline justify-between gap-4">
                  <dt className="text-soft">{binding.label}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {binding.keys.split(/[ +]/).map((key) => (
                      <kbd key={key}>
                        {key === 'mod'
                          ? modKey()
                          : (NAMES[key] ?? (binding.keys.startsWith('mod+') ? key.toUpperCase() : key))}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Sheet>
  );
}

const NAMES: Readonly<Record<string, string>> = {
  arrowright: '→',
  arrowleft: '←',
  arrowdown: '↓',
  arrowup: '↑',
  enter: '↵',
  escape: 'esc',
};
