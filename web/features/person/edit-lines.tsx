import { Choice } from '../../components/choice.tsx';
import { Icon } from '../../components/icon.tsx';
import type { Line, ServiceLine } from '../../lib/card-form.ts';
import { t } from '../../lib/strings.ts';
import { tEdit } from '../../lib/strings-edit.ts';
import { tPerson } from '../../lib/strings-person.ts';

interface LinesProps {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly type: 'email' | 'tel' | 'text' | 'url';
  readonly onChange: (lines: readonly Line[]) => void;
}

/** Any number of values of one kind. An emptied one is removed when the card is saved. */
export function Lines({ label, lines, type, onChange }: LinesProps) {
  return (
    <fieldset className="field">
      <legend className="mb-1">{label}</legend>
      {lines.map((line, at) => (
        <div key={`${line.id ?? 'new'}-${at.toString()}`} className="flex gap-2">
          {/* Not typed as `email` or `url`: what an import brought must not be refused by the browser. */}
          <input
            className="input"
            inputMode={type}
            autoComplete="off"
            aria-label={label}
            value={line.value}
            onChange={(event) => onChange(lines.with(at, { ...line, value: event.target.value }))}
          />
          <Choice
            label={tEdit.place}
            className="w-24! flex-none"
            value={line.place}
            options={[
              ['none', tEdit.places.none],
              ['home', tEdit.places.home],
              ['work', tEdit.places.work],
            ]}
            onChange={(place) => onChange(lines.with(at, { ...line, place }))}
          />
          <RemoveButton
            what={line.value === '' ? label : line.value}
            onClick={() => onChange(lines.toSpliced(at, 1))}
          />
        </div>
      ))}
      <AddButton what={label} onClick={() => onChange([...lines, { id: undefined, value: '', place: 'none' }])} />
    </fieldset>
  );
}

export function ServiceLines({
  lines,
  onChange,
}: {
  readonly lines: readonly ServiceLine[];
  readonly onChange: (lines: readonly ServiceLine[]) => void;
}) {
  return (
    <fieldset className="field">
      <legend className="mb-1">{tEdit.services}</legend>
      {lines.map((line, at) => (
        <div key={`${line.id ?? 'new'}-${at.toString()}`} className="flex gap-2">
          <input
            className="input w-32! flex-none"
            aria-label={tEdit.serviceName}
            placeholder={tEdit.serviceName}
            autoComplete="off"
            value={line.service}
            onChange={(event) => onChange(lines.with(at, { ...line, service: event.target.value }))}
          />
          <input
            className="input"
            aria-label={tEdit.serviceValue}
            placeholder={tEdit.serviceValue}
            autoComplete="off"
            value={line.value}
            onChange={(event) => onChange(lines.with(at, { ...line, value: event.target.value }))}
          />
          <RemoveButton
            what={line.value === '' ? tEdit.services : line.value}
            onClick={() => onChange(lines.toSpliced(at, 1))}
          />
        </div>
      ))}
      <AddButton
        what={tEdit.services}
        onClick={() => onChange([...lines, { id: undefined, service: '', value: '' }])}
      />
    </fieldset>
  );
}

function RemoveButton({ what, onClick }: { readonly what: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="act act-round flex-none" aria-label={tPerson.remove(what)} onClick={onClick}>
      <Icon name="close" size={16} />
    </button>
  );
}

function AddButton({ what, onClick }: { readonly what: string; readonly onClick: () => void }) {
  return (
    <button
      type="button"
      className="act -ms-3 mb-1 justify-self-start"
      onClick={onClick}
      aria-label={tEdit.addLine(what)}
    >
      <Icon name="plus" size={14} />
      {t.common.add}
    </button>
  );
}
