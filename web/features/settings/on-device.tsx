import { useEffect, useState } from 'react';
import { t } from '../../lib/strings.ts';
import type { KeptState } from '../../offline/keep.ts';
import { readState } from '../../offline/offline.ts';

/** What of the network this device keeps to be read without one. */
export function OnDevice() {
  const [state, setState] = useState<KeptState>();
  useEffect(() => {
    let current = true;
    void readState().then((found) => current && setState(found));
    return () => {
      current = false;
    };
  }, []);
  return <p className="text-small text-soft">{said(state)}</p>;
}

function said(state: KeptState | undefined): string {
  if (state === undefined) return t.offline.notYet;
  if (state.after !== null) return t.offline.loading(state.people, state.total);
  return state.short ? t.offline.short : t.offline.all;
}
