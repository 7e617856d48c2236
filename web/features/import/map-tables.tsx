import { useState } from 'react';
import type { TableColumn, TableSeen } from '../../../src/contract/shapes.ts';
import { messageOf } from '../../lib/acts.ts';
import { client, refresh } from '../../lib/api.ts';
import { newId } from '../../lib/new-id.ts';
import { showToast } from '../../lib/toasts.ts';
import { MapTable } from './map-table.tsx';
import type { UnknownTables } from './unknown-tables.ts';

interface MapTablesProps {
  readonly unknown: UnknownTables;
  readonly dry: boolean;
  readonly busy: boolean;
  /** Every table is explained, or its file left out: these are to be imported. */
  readonly onReady: (files: readonly File[]) => void;
  readonly onCancel: () => void;
}

/** Asks about one table after the other, and keeps the answers. */
export function MapTables({ unknown, dry, busy, onReady, onCancel }: MapTablesProps) {
  const [at, setAt] = useState(0);
  const [files, setFiles] = useState(unknown.files);
  const [saving, setSaving] = useState(false);
  const table = unknown.tables[at];
  if (table === undefined) return null;
  const last = at === unknown.tables.length - 1;

  const goOn = (left: readonly File[]): void => {
    setFiles(left);
    if (!last) setAt(at + 1);
    else if (left.length > 0) onReady(left);
    else onCancel();
  };
  const keep = async (seen: TableSeen, columns: readonly TableColumn[]): Promise<void> => {
    setSaving(true);
    try {
      const body = { name: seen.file, columns: columns.map(({ name, field }) => ({ name, field })) };
      await client.rememberTable({ params: { signature: seen.signature }, body }, { idempotencyKey: newId() });
      refresh();
      goOn(files);
    } catch (error) {
      showToast({ text: messageOf(error), tone: 'problem' });
    } finally {
      setSaving(false);
    }
  };
  return (
    <MapTable
      key={table.signature}
      table={table}
      last={last}
      dry={dry}
      busy={busy || saving}
      onKeep={(columns) => void keep(table, columns)}
      {...(unknown.files.length > 1 ? { onLeave: () => goOn(files.filter(({ name }) => name !== table.file)) } : {})}
      onCancel={onCancel}
    />
  );
}
