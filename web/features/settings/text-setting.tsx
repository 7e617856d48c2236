import { useState } from 'react';
import { Field } from '../../components/field.tsx';

interface TextSettingProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly problemOf: (text: string) => string | undefined;
  readonly onSave: (value: string) => void;
}

/** A line that is kept as soon as it is left. */
export function TextSetting({ label, hint, value, problemOf, onSave }: TextSettingProps) {
  const [text, setText] = useState(value);
  const problem = problemOf(text.trim());
  const keep = (): void => {
    if (problem === undefined && text.trim() !== value) onSave(text.trim());
  };
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(props) => (
        <input
          {...props}
          className="input"
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
      )}
    </Field>
  );
}
