import { AppError } from '../../domain/errors.ts';
import { DONE, type ExitCode } from '../errors.ts';
import { parseNumber } from '../parse.ts';
import type { Session } from '../session.ts';

/** What was typed after the command's name, as the program's grammar has checked it. */
export interface Given {
  readonly args: readonly (string | readonly string[] | undefined)[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** A command on open data; answers its exit code. */
export type Command = (session: Session, given: Given) => Promise<ExitCode>;

/** What an act answers: the step it can be undone by, and a sentence. */
export interface Act {
  readonly stepId: string | null;
  readonly message: string;
  readonly id?: string;
}

/** An argument as one text: several words need no quotes where nothing follows them. */
export function textOf(given: Given, position: number): string {
  const value = given.args[position];
  const text = (typeof value === 'object' ? value.join(' ') : (value ?? '')).trim();
  if (text === '') throw new AppError('invalid', 'An argument is empty. Say what you mean between quotes.');
  return text;
}

/** As `textOf`, undefined when it was left out. */
export function optionalTextOf(given: Given, position: number): string | undefined {
  const value = given.args[position];
  return value === undefined || value.length === 0 ? undefined : textOf(given, position);
}

/** An argument that may be repeated. */
export function textsOf(given: Given, position: number): readonly string[] {
  const value = given.args[position];
  return typeof value === 'object' ? value : value === undefined ? [] : [value];
}

export function optionOf(given: Given, name: string): string | undefined {
  const value = given.options[name];
  return typeof value === 'string' ? value : undefined;
}

/** An option that may be repeated. */
export function optionsOf(given: Given, name: string): readonly string[] {
  const value = given.options[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

export function flagOf(given: Given, name: string): boolean {
  return given.options[name] === true;
}

export function limitOf(given: Given): number | undefined {
  const text = optionOf(given, 'limit');
  return text === undefined ? undefined : parseNumber(text, { what: 'limit', least: 1, most: 1_000_000 });
}

/** One of the closed words that an option or argument allows. @throws AppError `invalid` */
export function wordOf<W extends string>(text: string, words: readonly W[], what: string): W {
  const word = words.find((each) => each === text.trim().toLowerCase());
  if (word === undefined) throw new AppError('invalid', `“${text}” is no ${what}. There are: ${words.join(', ')}.`);
  return word;
}

/** Says what was done. */
export async function acted({ out }: Session, { stepId, message, id }: Act): Promise<ExitCode> {
  await out.answer({ stepId, message, id: id ?? null }, (act) => `${act.message}\n`);
  return DONE;
}

/** The one person that the argument means. @throws AppError `not-found`, `ambiguous` */
export async function whoOf(session: Session, who: string): Promise<{ id: string; name: string }> {
  const { resolveWho } = await import('../../services/who.ts');
  return resolveWho(session.context, who);
}
