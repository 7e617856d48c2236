import { useState } from 'react';
import type { BulkAct, BulkRun, Circle, PeopleFilter } from '../../../src/contract/shapes.ts';
import { Icon } from '../../components/icon.tsx';
import { Menu, MenuItem, MenuLine } from '../../components/menu.tsx';
import { downloadPeople, performBulk } from '../../lib/bulk.ts';
import { useKeys } from '../../lib/keys.ts';
import { countChosen, toChoice } from '../../lib/selection.ts';
import { tPeople } from '../../lib/strings-people.ts';
import { type ActForm, BulkSheet } from './bulk-sheet.tsx';
import type { Choosing } from './use-selection.ts';

interface SelectBarProps {
  readonly choosing: Choosing;
  readonly filter: PeopleFilter;
  /** How many fit the filter. */
  readonly total: number;
  readonly circles: readonly Circle[];
}

/** Above the list: how many are chosen, and what can be done to them. */
export function SelectBar({ choosing, filter, total, circles }: SelectBarProps) {
  const [form, setForm] = useState<ActForm>();
  const [run, setRun] = useState<BulkRun>();
  const [busy, setBusy] = useState(false);
  const count = countChosen(choosing.selection, total);
  const people = toChoice(choosing.selection, filter);

  const carryOut = async (act: BulkAct): Promise<void> => {
    setForm(undefined);
    setBusy(true);
    if (await performBulk({ people, act }, setRun)) choosing.end();
    setRun(undefined);
    setBusy(false);
  };
  useKeys(
    tPeople.choosing.keys,
    choosing.active && !busy ? [{ keys: 'escape', label: tPeople.choosing.end, run: choosing.end }] : [],
  );

  const none = count === 0 || busy;
  return (
    <section
      aria-label={tPeople.choosing.label}
      className="sticky top-0 z-20 -mx-2 mb-1 flex flex-wrap items-center gap-x-1 rounded-b-2xl border-line border-b bg-paper px-2 py-1 shadow-sm"
    >
      <p className="me-2 text-[0.875rem] font-medium tabular-nums" aria-live="polite">
        {run === undefined ? tPeople.choosing.count(count) : tPeople.choosing.progress(run.done, run.total)}
      </p>
      {run === undefined ? (
        count < total && (
          <button type="button" className="act act-line max-desk:min-h-11" disabled={busy} onClick={choosing.all}>
            {tPeople.choosing.all(total)}
          </button>
        )
      ) : (
        <progress aria-label={tPeople.choosing.working} className="w-32 accent-leaf" value={run.done} max={run.total} />
      )}
      <button
        type="button"
        className="act ms-auto desk:order-last max-desk:min-h-11"
        disabled={busy}
        onClick={choosing.end}
      >
        {tPeople.choosing.end}
      </button>
      <div className="flex items-center max-desk:w-full">
        {(['circle', 'tag', 'rhythm'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className="act max-desk:min-h-11 max-desk:px-3"
            disabled={none}
            onClick={() => setForm(kind)}
          >
            {tPeople.choosing.forms[kind]}
          </button>
        ))}
        <Menu
          trigger={
            <button
              type="button"
              className="act act-round max-desk:min-h-11 max-desk:w-11"
              aria-label={tPeople.choosing.more}
              disabled={none}
            >
              <Icon name="more" />
            </button>
          }
        >
          <MenuItem onClick={() => void carryOut({ kind: 'archive' })}>{tPeople.choosing.archive}</MenuItem>
          <MenuItem onClick={() => void carryOut({ kind: 'unarchive' })}>{tPeople.choosing.unarchive}</MenuItem>
          <MenuLine />
          <MenuItem onClick={() => void downloadPeople({ people, format: 'vcard' })}>{tPeople.choosing.vcard}</MenuItem>
          <MenuItem onClick={() => void downloadPeople({ people, format: 'csv' })}>{tPeople.choosing.csv}</MenuItem>
        </Menu>
      </div>
      {form !== undefined && (
        <BulkSheet
          form={form}
          count={count}
          circles={circles}
          onAct={(act) => void carryOut(act)}
          onClose={() => setForm(undefined)}
        />
      )}
    </section>
  );
}
