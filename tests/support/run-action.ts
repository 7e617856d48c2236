/** What a test's other process can be told to do, by name. Each is handed the address of the data and what it is done with. */
export type Actions = Readonly<Record<string, (url: string, ...rest: string[]) => Promise<void>>>;

/** The main of such a process: does the action that its arguments name (address, action, what with), then ends. */
export async function runAction(actions: Actions): Promise<void> {
  const [url = '', name = '', ...rest] = process.argv.slice(2);
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) throw new Error(`There is no action ${name}.`);
  await action(url, ...rest);
  process.exit();
}

/** One line to the test that started this process. */
export const say = (word: string): boolean => process.stdout.write(`${word}\n`);
