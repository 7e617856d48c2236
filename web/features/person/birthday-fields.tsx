import { useId, useState } from 'react';
import { calendarChoices, monthChoices } from '../../lib/calendar-names.ts';
import { type BirthdayForm, hasLeapMonths, yearOfAge } from '../../lib/card-form.ts';
import { today } from '../../lib/days.ts';
import { t } from '../../lib/strings.ts';
import { tEdit } from '../../lib/strings-edit.ts';

interface BirthdayFieldsProps {
  readonly value: BirthdayForm;
  readonly problem: 'incomplete' | 'impossible' | undefined;
  readonly onChange: (value: BirthdayForm) => void;
}

/** Day, month and year, each of which may be unknown, in the calendar the birthday is kept by; or about how old they are. */
export function BirthdayFields({ value, problem, onChange }: BirthdayFieldsProps) {
  const noteId = useId();
  const described = problem === undefined ? {} : { 'aria-describedby': noteId, 'aria-invalid': true };
  return (
    <fieldset className="field">
      <legend className="mb-1">{tEdit.birthday}</legend>
      <div className="grid gap-2 desk:max-w-xl desk:grid-cols-[4.5rem_minmax(0,1fr)_6.5rem_minmax(0,1fr)]">
        <input
          className="input"
          inputMode="numeric"
          aria-label={t.days.day}
          placeholder={t.days.day}
          maxLength={2}
          value={value.day}
          onChange={(event) => onChange({ ...value, day: digitsOf(event.target.value) })}
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
          <Options choices={monthChoices(value.calendar)} />
        </select>
        <input
          className="input"
          inputMode="numeric"
          aria-label={`${t.days.year}, ${tEdit.yearHint}`}
          placeholder={t.days.year}
          maxLength={4}
          value={value.year}
          onChange={(event) => onChange({ ...value, year: digitsOf(event.target.value) })}
          {...described}
        />
        <select
          className="input"
          aria-label={tEdit.calendar}
          value={value.calendar}
          // The months of one calendar are not those of another: what was chosen before would be another day.
          onChange={(event) => onChange({ ...value, calendar: event.target.value, month: '', leap: false })}
        >
          <Options choices={calendarChoices(value.calendar)} />
        </select>
      </div>
      {hasLeapMonths(value.calendar) && (
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            checked={value.leap}
            onChange={(event) => onChange({ ...value, leap: event.target.checked })}
          />
          {tEdit.leapMonth}
        </label>
      )}
      <AgeField value={value} onChange={onChange} />
      {problem !== undefined && (
        <p id={noteId} role="alert" className="text-warm">
          {problem === 'incomplete' ? tEdit.birthdayIncomplete : tEdit.birthdayImpossible}
        </p>
      )}
    </fieldset>
  );
}

/** Offered while nothing better is known; what is kept is the year it makes, and the page says "about". */
function AgeField({ value, onChange }: Pick<BirthdayFieldsProps, 'value' | 'onChange'>) {
  const [age, setAge] = useState('');
  const isGuess = age !== '' && value.year === yearOfAge(age, today());
  if (value.calendar !== '' || value.day !== '' || value.month !== '' || (value.year !== '' && !isGuess)) return null;
  return (
    <label className="flex items-center gap-2 text-small text-soft">
      {tEdit.ageHint}
      <input
        className="input w-20!"
        inputMode="numeric"
        maxLength={3}
        value={isGuess ? age : ''}
        onChange={(event) => {
          const typed = digitsOf(event.target.value);
          setAge(typed);
          onChange({ ...value, year: typed === '' ? '' : yearOfAge(typed, today()) });
        }}
      />
    </label>
  );
}

function Options({ choices }: { readonly choices: readonly (readonly [string, string])[] }) {
  return choices.map(([code, name]) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
