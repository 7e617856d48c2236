import type { Body } from '../contract/routes.ts';
import type { OwnWords } from '../contract/shapes.ts';
import { AppError } from '../domain/errors.ts';
import { checkTemplate, PLACE_NAMES, PLACES } from '../domain/words/template.ts';
import { findRow } from '../storage/feed.ts';
import { act, type Context, scopeOf } from './context.ts';
import type { Acted } from './memory.service.ts';
import { readSettings } from './read-settings.ts';
import { readVoice } from './voice.ts';

/** The owner's own words: what they set, and what was learned from them. */

export async function getWords(context: Context): Promise<OwnWords> {
  const scope = scopeOf(context);
  const { wordings, habits } = await readVoice(scope, await readSettings(scope));
  return {
    wordings: wordings.map((wording) => ({ ...wording })),
    habits: habits.map((habit) => ({ ...habit })),
    places: PLACE_NAMES.map((name) => ({ name, meaning: PLACES[name] })),
  };
}

/** @throws AppError `invalid` for a place that does not exist, naming the one that was probably meant */
export async function addWording(context: Context, input: Body<'addWording'>): Promise<Acted> {
  const { use, text, style = null, near = null, language = null } = input;
  checkTemplate(text, use);
  const { stepId, result } = await act(context, { kind: 'words', title: 'Set your own words' }, async (writer) => {
    const id = writer.newId();
    writer.title = `Set your own words: ${firstLine(text)}`;
    await writer.insert('wording', [{ id, use, style, near, language, text }]);
    return id;
  });
  return { stepId, id: result, message: 'Kept. Drafts use it from now on.' };
}

export async function updateWording(context: Context, id: string, input: Body<'updateWording'>): Promise<Acted> {
  const { stepId } = await act(context, { kind: 'words', title: 'Changed your own words' }, async (writer) => {
    const row = await findRow(writer, 'wording', id);
    if (!row) throw gone();
    const use = input.use ?? row.use;
    const text = input.text ?? row.text;
    checkTemplate(text, use);
    writer.title = `Changed your own words: ${firstLine(text)}`;
    await writer.updateRow('wording', row, input);
    return null;
  });
  return { stepId, id, message: 'Changed.' };
}

export async function removeWording(context: Context, id: string): Promise<Acted> {
  const { stepId } = await act(context, { kind: 'words', title: 'Removed your own words' }, async (writer) => {
    const row = await findRow(writer, 'wording', id);
    if (!row) throw gone();
    writer.title = `Removed your own words: ${firstLine(row.text)}`;
    await writer.remove('wording', [id]);
    return null;
  });
  return { stepId, id, message: 'Removed. Drafts do without it.' };
}

const gone = () => new AppError('not-found', 'These words are not here (any more).');
const firstLine = (text: string) => text.split('\n')[0] ?? '';
