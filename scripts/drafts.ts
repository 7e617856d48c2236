// A hundred drafts of an invented network, to be read as a thoughtful person would: `node scripts/drafts.ts FILE`. Ten kinds
// on three channels; each person is written to once, so that no draft leans on another.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, databaseIn } from '../src/app.ts';
import type { Channel, DraftKind } from '../src/domain/words.ts';
import { loadDemo } from '../src/services/demo.service.ts';
import { draftTo } from '../src/services/drafts.service.ts';
import { allPeople } from '../src/services/people.service.ts';

const KINDS: readonly DraftKind[] = [
  'hello',
  'follow-up',
  'reply',
  'promise',
  'birthday',
  'congratulations',
  'check-in',
  'thanks',
  'invitation',
  'new-year',
];
const CHANNELS: readonly Channel[] = ['email', 'whatsapp', 'card'];
const WANTED = 100;
/** What is thanked for, as a ledger says it. */
const THANKS = ['Read my draft', 'Introduced me to the harbour office', 'Lent me the ladder', ''];
/** A Monday at ten; the network was made for the days before it. */
const NOW = Date.UTC(2026, 10, 23, 9);

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Say which file to write: node scripts/drafts.ts FILE\n');
  process.exitCode = 2;
} else {
  await print(file);
}

async function print(path: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tendril-drafts-'));
  const app = await createApp(
    { database: databaseIn(folder), folder, defaults: { country: 'NL', zone: 'Europe/Amsterdam', locale: 'en-GB' } },
    { now: () => NOW },
  );
  try {
    const context = app.contextFor({ name: 'you', scope: 'write' });
    await loadDemo(context);
    const people = await allPeople(context, {});
    const blocks: string[] = [];
    const written = new Set<string>();
    for (let number = 0; number < WANTED; number++) {
      const round = Math.floor(number / KINDS.length);
      const kind = KINDS[number % KINDS.length] ?? 'hello';
      const channel = CHANNELS[round % CHANNELS.length] ?? 'email';
      const about = kind === 'thanks' ? THANKS[round % THANKS.length] : undefined;
      // Far apart in the list, for family stands together in it; of a promise only to whom there is one.
      const from = (number * 61) % people.length;
      for (const person of [...people.slice(from), ...people.slice(0, from)]) {
        if (written.has(person.id)) continue;
        const draft = await draftTo(context, person.id, { kind, channel, about }).catch(() => undefined);
        if (draft === undefined) continue;
        written.add(person.id);
        const remarks = draft.remarks.map(({ text }) => `\n\n(${text})`).join('');
        blocks.push(`## ${number + 1}. ${person.name}: ${kind}, ${channel}\n\n${quoted(draft.text)}${remarks}`);
        break;
      }
    }
    await writeFile(path, `# A hundred drafts\n\n${blocks.join('\n\n')}\n`);
    process.stdout.write(`${blocks.length} drafts in ${path}\n`);
  } finally {
    await app.close();
    await rm(folder, { recursive: true });
  }
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trim())
    .join('\n');
}
