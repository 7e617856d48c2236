import type { Acted } from '../../contract/routes.ts';
import type { TableChoice, TableColumn, TablePreview, TableSeen } from '../../contract/shapes.ts';
import type { Card } from '../../domain/card/jscontact.ts';
import { displayName } from '../../domain/card/name.ts';
import { AppError } from '../../domain/errors.ts';
import { collectItems } from '../../formats/draft.ts';
import type { ColumnChoice, MappedTable, RememberedColumns } from '../../formats/table/mapping.ts';
import { findTableChoices, tableChoiceId } from '../../storage/repositories/setting.repository.ts';
import type { Scope } from '../../storage/store.ts';
import { act, type Context, requireWrite, scopeOf } from '../context.ts';
import { readSettings } from '../read-settings.ts';

/** Tables nobody described: what their columns are taken for, and what the owner said they are. */

/** What is kept of a choice. */
interface KeptChoice {
  readonly name: string;
  readonly columns: readonly TableColumn[];
}

export async function listTables(context: Context): Promise<TableChoice[]> {
  const kept = await findTableChoices(scopeOf(context));
  return kept.map(({ signature, data }) => {
    const { name, columns } = parseKept(data);
    return { signature, name, columns: [...columns] };
  });
}

/** Choices as the reader of tables takes them. */
export async function rememberedColumns(scope: Scope): Promise<RememberedColumns> {
  const kept = await findTableChoices(scope);
  return Object.fromEntries(kept.map(({ signature, data }) => [signature, toChoices(parseKept(data).columns)]));
}

/** Keeps what the columns of a kind of table are; the next file with these columns is read so without being asked. */
export async function rememberTable(
  context: Context,
  { signature, name, columns }: { signature: string; name: string; columns: readonly TableColumn[] },
): Promise<Acted> {
  const title = `Chose what the columns of ${name} are`;
  const id = tableChoiceId(signature);
  const kept: KeptChoice = { name, columns: columns.map((column) => ({ name: column.name, field: column.field })) };
  const { stepId } = await act(context, { kind: 'settings', title }, async (writer) => {
    const before = (await findTableChoices(writer)).some((choice) => choice.signature === signature);
    if (before) await writer.update('setting', id, { data: JSON.stringify(kept) });
    else await writer.insert('setting', [{ id, data: JSON.stringify(kept) }]);
    return null;
  });
  return { stepId, message: `${title}.` };
}

/** Files with these columns are asked about again. @throws AppError `not-found` */
export async function forgetTable(context: Context, signature: string): Promise<Acted> {
  const kept = (await findTableChoices(scopeOf(context))).find((choice) => choice.signature === signature);
  if (kept === undefined) throw new AppError('not-found', 'Nothing is kept for a table of these columns.');
  const title = `Forgot what the columns of ${parseKept(kept.data).name} are`;
  const { stepId } = await act(context, { kind: 'settings', title }, async (writer) => {
    await writer.remove('setting', [tableChoiceId(signature)]);
    return null;
  });
  return { stepId, message: `${title}.` };
}

/** Of files, by their first bytes: those that are tables of people nobody described, and what their columns are taken for. */
export async function lookAtTables(
  context: Context,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<TableSeen[]> {
  requireWrite(context);
  const { findUnknownTable } = await import('../../formats/table/look.ts');
  const { country } = await readSettings(scopeOf(context));
  const remembered = await rememberedColumns(scopeOf(context));
  return files.flatMap(({ name, bytes }) => {
    const table = findUnknownTable(bytes, { remembered, country });
    return table === undefined ? [] : [toSeen(name, table)];
  });
}

function toSeen(file: string, { signature, headed, by, columns, rows }: MappedTable): TableSeen {
  return {
    file,
    signature,
    headed,
    remembered: by === 'memory',
    columns: columns.map(({ name, field, samples }) => ({ name, field, samples: samples.map(cut) })),
    rows: rows.map(({ cells }) => cells.map(cut)),
  };
}

/** A sample is to be recognised, not read. */
const cut = (text: string) => (text.length <= 200 ? text : `${text.slice(0, 200)}…`);

/** The people that a few rows become, read as the import would. */
export async function previewTable(
  context: Context,
  { columns, rows }: { columns: readonly TableColumn[]; rows: readonly (readonly string[])[] },
): Promise<TablePreview> {
  const { readSampleRows } = await import('../../formats/table/read-table.ts');
  const { country } = await readSettings(scopeOf(context));
  const titles = columns.map(({ name }) => name);
  const { drafts, skipped } = collectItems(readSampleRows(rows, { columns, titles, country, prefix: 'x-csv' }));
  return {
    people: drafts.map(({ card }) => ({ name: displayName(card), lines: linesOf(card), birthday: birthdayOf(card) })),
    skipped: skipped.length,
  };
}

function linesOf(card: Card): string[] {
  const values = <T>(map: Readonly<Record<string, T>> | undefined) => Object.values(map ?? {});
  const work = [...values(card.titles).map(({ name }) => name), ...values(card.organizations).map(({ name }) => name)];
  const lines = [
    work.filter((part) => part !== undefined && part !== '').join(', '),
    values(card.emails)
      .map(({ address }) => address)
      .join(', '),
    values(card.phones)
      .map(({ number }) => number)
      .join(', '),
    values(card.addresses)
      .map(({ full, components = [] }) => full ?? components.map(({ value }) => value).join(', '))
      .join('; '),
    Object.keys(card.keywords ?? {}).join(', '),
  ];
  return lines.filter((line) => line !== '');
}

function birthdayOf({ anniversaries = {} }: Card): TablePreview['people'][number]['birthday'] {
  const date = Object.values(anniversaries).find(({ kind }) => kind === 'birth')?.date;
  if (date === undefined || 'utc' in date) return null;
  const { year, month, day } = date;
  return {
    ...(year === undefined ? {} : { year }),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  };
}

function parseKept(data: string): KeptChoice {
  return JSON.parse(data) as KeptChoice;
}

function toChoices(columns: readonly TableColumn[]): ColumnChoice[] {
  return columns.map(({ name, field }) => ({ column: name, field }));
}
