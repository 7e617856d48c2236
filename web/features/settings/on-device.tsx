import { useEffect, useState } from 'react';
import { getLocale } from '../../lib/days.ts';
import { t } from '../../lib/strings.ts';
import { tSettings } from '../../lib/strings-settings.ts';
import type { KeptState } from '../../offline/keep.ts';
import { readState } from '../../offline/offline.ts';

/** How often one looks whether more is kept by now, in milliseconds. */
const LOOKS_EVERY = 1_000;

/** What of the network this device keeps to be read without one; while it is being brought, how far that has come. */
export function OnDevice() {
  const [state, setState] = useState<KeptState>();
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const found = await readState();
      if (!current) return;
      setState(found);
      if (found === undefined || found.after !== null) timer = setTimeout(() => void look(), LOOKS_EVERY);
    };
    void look();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, []);
  return <p className="text-small text-soft">{said(state)}</p>;
}

function said(state: KeptState | undefined): string {
  if (state === undefined) return t.offline.notYet;
  if (state.after !== null) return t.offline.loading(state.people, state.total);
  const size = new Intl.NumberFormat(getLocale(), { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  return `${state.short ? t.offline.short : t.offline.all} ${tSettings.onDeviceTakes(size.format(state.bytes / 1_000_000))}`;
}
