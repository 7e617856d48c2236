interface ChoiceProps<T extends string> {
  /** Read aloud; none where a visible label names it by its id. */
  readonly label?: string;
  readonly id?: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly onChange: (value: T) => void;
  readonly className?: string;
}

/** A plain list to choose one from: the platform's own, which every keyboard, thumb and screen reader knows. */
export function Choice<T extends string>({ label, id, value, options, onChange, className = '' }: ChoiceProps<T>) {
  return (
    <select
      id={id}
      aria-label={label}
      className={`input ${className}`}
      value={value}
      onChange={(event) => {
        const chosen = options.find(([option]) => option === event.target.value);
        if (chosen !== undefined) onChange(chosen[0]);
      }}
    >
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  );
}
