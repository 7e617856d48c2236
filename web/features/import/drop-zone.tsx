import { type DragEvent, useRef, useState } from 'react';
import { Icon } from '../../components/icon.tsx';
import { tImport } from '../../lib/strings-import.ts';

interface DropZoneProps {
  readonly dry: boolean;
  readonly busy: boolean;
  readonly onDry: (dry: boolean) => void;
  readonly onFiles: (files: readonly File[]) => void;
}

export function DropZone({ dry, busy, onDry, onFiles }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <section
      aria-label={tImport.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`grid justify-items-center gap-3 rounded-card border-2 border-dashed px-6 py-10 text-center transition-colors ${over ? 'border-leaf bg-leaf-soft' : 'border-line bg-card'}`}
    >
      <span className="text-leaf">
        <Icon name="file" size={32} />
      </span>
      <p className="font-serif text-title max-desk:hidden">{tImport.drop}</p>
      <p className="text-soft">{tImport.dropOr}</p>
      <button type="button" className="act act-go" disabled={busy} onClick={() => input.current?.click()}>
        {tImport.choose}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".vcf,.vcard,.csv,.tsv,.txt,.ldif,.json,.ndjson,.jsonl,.zip,text/vcard,text/csv,application/jscontact+json,application/json,application/zip"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <label className="flex items-center gap-2 text-small text-soft">
        <input type="checkbox" className="tick" checked={dry} onChange={(event) => onDry(event.target.checked)} />
        {tImport.dry}
      </label>
    </section>
  );
}
