import { TABLE_FIELDS, type TableField } from '../../../src/domain/table-fields.ts';
import { tImport } from '../../lib/strings-import.ts';

interface FieldChoiceProps {
  readonly column: string;
  readonly value: TableField;
  readonly onChange: (field: TableField) => void;
}

/** What one column is, out of everything a column can be. */
export function FieldChoice({ column, value, onChange }: FieldChoiceProps) {
  const groups = Map.groupBy(TABLE_FIELDS, (field) => tImport.map.fields[field][0]);
  return (
    <select
      aria-label={tImport.map.field(column)}
      className={`input ${value === 'keep' || value === 'skip' ? 'text-faint' : ''}`}
      value={value}
      onChange={(event) => {
        const chosen = TABLE_FIELDS.find((field) => field === event.target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {[...groups].map(([group, fields]) => (
        <optgroup key={group} label={group}>
          {fields.map((field) => (
            <option key={field} value={field}>
              {tImport.map.fields[field][1]}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
