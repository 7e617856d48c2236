import { TABLE_FIELDS, type TableField } from '../../../src/domain/table-fields.ts';
import { t } from '../../lib/strings.ts';

/** The fields as they are offered, by group. */
const GROUPS = Map.groupBy(TABLE_FIELDS, (field) => t.import.map.fields[field][0]);

interface FieldChoiceProps {
  readonly column: string;
  readonly value: TableField;
  readonly onChange: (field: TableField) => void;
}

/** What one column is, out of everything a column can be. */
export function FieldChoice({ column, value, onChange }: FieldChoiceProps) {
  return (
    <select
      aria-label={t.import.map.field(column)}
      className={`input ${value === 'keep' || value === 'skip' ? 'text-faint' : ''}`}
      value={value}
      onChange={(event) => {
        const chosen = TABLE_FIELDS.find((field) => field === event.target.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {[...GROUPS].map(([group, fields]) => (
        <optgroup key={group} label={group}>
          {fields.map((field) => (
            <option key={field} value={field}>
              {t.import.map.fields[field][1]}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
