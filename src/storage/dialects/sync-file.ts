import { open } from 'node:fs/promises';

/** To the disk itself, so that a rename never survives what it names. Folders cannot be opened on Windows, and need not be. */
export async function syncFile(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
