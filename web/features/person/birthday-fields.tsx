import { useId } from 'react';
import type { BirthdayForm } from '../../lib/card-form.ts';
import { partialDay } from '../../lib/days.ts';
import { t } from '../../lib/strings.ts';

interface BirthdayFieldsProps {
  readonly value: BirthdayForm;
  readonly problem: 'incomplete' | 'impossible' | undefined;
  readonly onChange: (value: BirthdayForm) => void;
}

/** Day, month and year, each of which may be unknown. */
export function BirthdayFields({ value, problem, onChange }: BirthdayFieldsProps) {
  const noteId = useId();
  const digits = (text: string): string => text.replace(/\D/g, '');
  const months = Array.from({ length: 12 }, (_, at) => ({
    number: String(at + 1),
    name: partialDay({ month: at + 1 }),
  }));
  const described = problem === undefined ? {} : { 'aria-describedby': noteId, 'aria-invalid': true };
  return (
    <fieldset className="field">
      <legend className="mb-1">{t.edit.birthday}</legend>
      <div className="grid grid-cols-[4.5rem_minmax(0,1fr)_6.5rem] gap-2 desk:max-w-96">
        <input
          className="input"
          inputMode="numeric"
          aria-label={t.days.day}
          placeholder={t.days.day}
          maxLength={2}
          value={value.day}
          onChange={(event) => onChange({ ...value, day: digits(event.target.value) })}
          {...described}
        />
        <select
          className="input"
          aria-label={t.days.month}
          value={value.month}
          onChange={(event) => onChange({ ...value, month: event.target.value })}
          {...described}
        >
          <option value="">{t.days.month}</option>
          {months.map((month) => (
            <option key={month.number} value={month.number}>
              {month.name}
            </option>
          ))}
        </select>
        <input
          className="input"
          inputMode="numeric"
          aria-label={`${t.days.year}, ${t.edit.yearHint}`}
          placeholder={t.days.year}
          maxLength={4}
          value={value.year}
          onChange={(event) => onChange({ ...value, year: digits(event.target.value) })}
          {...described}
        />
      </div>
      {problem !== undefined && (
        <p id={noteId} role="alert" className="text-warm">
          {problem === 'incomplete' ? t.edit.birthdayIncomplete : t.edit.birthdayImpossible}
        </p>
      )}
    </fieldset>
  );
}
