import { useState } from 'react';
import { urlOf } from '../../../src/client/client.ts';
import { tSettings } from '../../lib/strings-settings.ts';
import { DeleteSheet } from './delete-sheet.tsx';

const FORMATS = ['archive', 'vcard', 'vcard3', 'jscontact', 'csv', 'ics'] as const;
/** Everything out in open formats, a copy of it, and the end of it. */
export function YourData() {
  const [ending, setEnding] = useState(false);
  return (
    <>
      <ul className="grid gap-x-6 gap-y-3 desk:grid-cols-2">
        {FORMATS.map((format) => {
          const [name, holds] = tSettings.formats[format];
          return (
            <li key={format} className="flex items-start justify-between gap-3 border-b border-line/70 pb-3">
              <span className="min-w-0">
                {name}
                <span className="block text-small text-faint">{holds}</span>
              </span>
              <a
                className="act act-line shrink-0"
                href={urlOf('exportAll', { query: { format } })}
                download
                aria-label={`${tSettings.data.take}: ${name}`}
              >
                {tSettings.data.take}
              </a>
            </li>
          );
        })}
      </ul>
      <div className="mt-5">
        <a className="act act-line" href={urlOf('backup')} download>
          {tSettings.data.backup}
        </a>
        <p className="mt-1.5 text-small text-faint">
          {tSettings.data.backupLead} {tSettings.data.backupHint}
        </p>
      </div>
      <div className="mt-5">
        <button type="button" className="act act-warm -ms-3" onClick={() => setEnding(true)}>
          {tSettings.data.end}
        </button>
        <p className="text-small text-faint">{tSettings.data.endLead}</p>
      </div>
      {ending && <DeleteSheet onClose={() => setEnding(false)} />}
    </>
  );
}
