import { Command, Option } from 'commander';
import {
  CHANNELS,
  EXCHANGE_KINDS,
  FACT_KINDS,
  LACKS,
  MOMENT_KINDS,
  PROMISE_BY,
  REASON_KINDS,
  WARMTHS,
} from '../domain/words.ts';
import type { GlobalOptions } from './session.ts';

/** Runs the command that was typed. */
export type Runner = (globals: GlobalOptions, command: Invoked) => Promise<void>;
export interface Invoked {
  readonly name: string;
  readonly args: readonly (string | readonly string[] | undefined)[];
  readonly options: Readonly<Record<string, unknown>>;
}

const channels = (description: string) => new Option('--channel <channel>', description).choices([...CHANNELS]);

/** Every command with its arguments; `run` gets the one that was typed. */
export function buildProgram(run: Runner): Command {
  const program = new Command('tendril')
    .description(
      'Remembers the people you care about, and shows each day the few worth a message, why, and how to begin.',
    )
    .option('--data <dir>', 'the folder your data is in (else DATABASE_URL, TENDRIL_DATA, or the usual place)')
    .option('--json', 'answer with one JSON document')
    .option('--on <day>', 'pretend it is this day')
    .option('--country <code>', 'your country, for phone numbers without one (else the system’s)')
    .option('--zone <zone>', 'your time zone (else the system’s)')
    .option('--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureHelp({ sortSubcommands: false, helpWidth: 100 })
    .addHelpText(
      'after',
      '\nWHO is a name that fits one person, an e-mail address or an id. Days are 2026-12-24, tomorrow, +7d or a weekday.',
    );
  const add = (syntax: string, description: string, parent: Command = program): Command => {
    const command = parent.command(syntax).description(description);
    const name = parent === program ? command.name() : `${parent.name()} ${command.name()}`;
    // Commander passes the arguments, then the options, then the command itself.
    return command.action((...given: unknown[]) =>
      run(program.opts(), { name, args: given.slice(0, -2) as Invoked['args'], options: command.opts() }),
    );
  };
  addDay(program, add);
  addPeople(program, add);
  addCircles(program, add);
  addFiles(program, add);
  addHouse(program, add);
  // Last, or it would stand in a group of its own.
  return program.helpCommand('help [command]', 'print the help of a command');
}

type Add = (syntax: string, description: string, parent?: Command) => Command;

function addDay(program: Command, add: Add): void {
  program.commandsGroup('Each day');
  add('today', 'the people worth a message today, why, and how to begin').option('--all', 'also those who can wait');
  add('log <text...>', 'note what happened, in your own words').option('--dry-run', 'only show what it would save');
  add('done <who...>', 'you were in touch')
    .addOption(channels('how'))
    .option('--date <day>', 'when, if not today')
    .option('--note <text>', 'what it was about');
  add('snooze <who...>', 'not before a day').requiredOption('--until <day>', 'the day they come back');
  add('skip <who...>', 'not this time: wait another rhythm');
  add('pause <who...>', 'no reasons for a while').option(
    '--until <day>',
    'the day they come back (else when you resume)',
  );
  add('resume <who...>', 'end a pause or a snooze');
  add('dismiss <who> <kind>', `let go of one reason: ${REASON_KINDS.join(', ')}`).summary('let go of one reason');
  add('remind <who> <day> <text...>', 'be reminded of someone on a day');
}

function addPeople(program: Command, add: Add): void {
  program.commandsGroup('People');
  add('find <query...>', 'people first, then what is written about them').option('--limit <n>', 'at most so many');
  chosenBy(add('people', 'everyone, or only those who fit')).option('--limit <n>', 'at most so many');
  add('show <who...>', 'everything about a person');
  add(
    'prep [who...]',
    'before a meeting: what was said last, what is new, what to ask; quote a name of several words',
  ).option('--next', 'the people of the next planned meeting');
  add('year [year]', 'a year in review: whom it was spent with, who came back, whom to thank');
  add('add <name...>', 'someone new')
    .option('--email <address>', 'an e-mail address')
    .option('--phone <number>', 'a phone number')
    .option('--circle <name>', 'the circle they belong to')
    .option('--new-circle', 'make that circle though one of nearly the same name is there')
    .option('--rhythm <how-often>', 'how often to be in touch: 30d, 2w, monthly …')
    .addOption(channels('how they like to be reached'));
  add('fact <who> <kind> <text...>', `remember something: ${FACT_KINDS.join(', ')}`)
    .summary('remember something about a person')
    .option('--private', 'never in a draft');
  add('promise <who> <text...>', 'note a promise')
    .addOption(new Option('--by <whom>', 'who promised').choices([...PROMISE_BY]).default('me'))
    .option('--due <day>', 'by when');
  add('moment <who> <kind> <text...>', `note what happened in their life: ${MOMENT_KINDS.join(', ')}`)
    .summary('note what happened in their life')
    .option('--date <day>', 'when, if not today');
  add('exchange <who> <kind> <text...>', `write in the ledger: ${EXCHANGE_KINDS.join(', ')}`)
    .summary('write in the ledger what was given, received, asked or thanked')
    .option('--date <day>', 'when, if not today');
  add('ask <who> [text...]', 'before you ask for something: what you each did, how to give first, and a draft');
  const many = add(
    'bulk <act> [value...]',
    'one act on many people: add-to-circle, move-to-circle, add-tag, remove-tag, set-rhythm, archive, unarchive',
  ).summary('do one thing to all who fit: a circle, a tag, a rhythm, the archive');
  chosenBy(many).option('--all', 'everyone');
  add('near <city...>', 'who lives in a city, the closest first, and why to meet').option(
    '--country <name>',
    'only the city of that name in a country',
  );
  add('cities', 'where people live: the cities with the most people first');
  const trip = program
    .command('trip')
    .description('trips: Today speaks of whom you keep up with there: add, list, remove');
  add('add <city> <from> <until>', 'plan a trip, from the first day there to the last', trip)
    .option('--country <name>', 'which country, where several have a city of that name')
    .option('--note <text>', 'what it is for');
  add('list', 'the trips that are not over', trip);
  add('remove <trip>', 'call off a trip, by its city or id', trip);
  add('duplicates', 'who may be the same person');
  add('merge <keep> <other>', 'make two people one');
  add('not-same <who> <who2>', 'remember that two are not the same person');
}

/** Options that say which people are meant. */
const chosenBy = (command: Command): Command =>
  command
    .option('--query <words>', 'only those who are found by these words')
    .option('--circle <name>', 'only one circle')
    .option('--tag <tag>', 'only those with this tag')
    .option('--city <name>', 'only those who live there')
    .option('--country <name>', 'only those in a country, by its code or name')
    .option('--organisation <name>', 'only those who work there now')
    .option('--source <name>', 'only those who came from there')
    .addOption(new Option('--warmth <band>', 'only ties that stand so').choices([...WARMTHS]))
    .option('--last-before <day>', 'last in touch before a day, or so long ago: 180d')
    .option('--last-after <day>', 'last in touch after a day, or since: 30d')
    .option('--due', 'only those whose turn it is')
    .option('--missing <what>', `only those who lack all of these, separated by commas: ${LACKS.join(', ')}`)
    .option('--filter <name>', 'only those a saved filter finds')
    .option('--archived', 'those in the archive instead');

function addCircles(program: Command, add: Add): void {
  const circle = program
    .command('circle')
    .description('circles, and how often to be in touch with them: set, add, remove, list');
  add('set <name>', 'make a circle, or change it', circle)
    .option('--every <how-often>', 'its rhythm: 30d, monthly, none …')
    .option('--size <n>', 'how many people it is meant for');
  add('add <name> <who...>', 'put people into a circle', circle);
  add('remove <name> <who...>', 'take people out of a circle', circle);
  add('list', 'the circles there are', circle);
  const filter = program.command('filter').description('filters of people, kept by a name: save, list, rename, remove');
  chosenBy(add('save <name>', 'keep a filter by a name, or change the one of that name', filter));
  add('list', 'the saved filters, with how many people fit each now', filter);
  add('rename <name> <new-name>', 'give a saved filter another name', filter);
  add('remove <name>', 'delete a saved filter; its people stay', filter);
}

/** An option that may be repeated. */
const together = (value: string, before: readonly string[]) => [...before, value];

function addFiles(program: Command, add: Add): void {
  program.commandsGroup('Files');
  add(
    'import <path...>',
    'bring people in: LinkedIn, Google and Outlook exports, address books, any table (files, zips, folders)',
  )
    .option(
      '--from <format>',
      'the format, when it is not recognised: vcard, jscontact, linkedin, google-csv, outlook-csv, ldif, csv',
    )
    .option('--source <label>', 'which account it is from, when you have several')
    .option('--map <column=field>', 'what a column of a table is, kept for the next one; may be repeated', together, [])
    .option('--dry-run', 'only show what it would do');
  const out = add('export <path>', 'everything out, in an open format; - writes to stdout').option(
    '--format <format>',
    'vcard (4.0), vcard3, jscontact, csv, ics or archive (else by the name of the file)',
  );
  chosenBy(out);
  add('backup <file>', 'a copy of everything in one file');
  add('restore <file>', 'put a backup in place of everything');
  add('delete-everything', 'delete people, notes, history, photos and keys, after a copy was made; cannot be undone')
    .summary('delete everything, after a copy was made')
    .option('--yes', 'it is meant')
    .option('--no-backup', 'without a copy');
}

function addHouse(program: Command, add: Add): void {
  program.commandsGroup('The house');
  add('serve', 'open Tendril in the browser')
    .option('--port <n>', 'the port', '4747')
    .option('--host <address>', 'the address to listen at', '127.0.0.1')
    .option('--public-url <url>', 'where people reach it, if a proxy stands before it (else TENDRIL_URL)')
    .option('--demo', 'with an invented network to look around in');
  add('history [who...]', 'what changed, newest first').option('--limit <n>', 'at most so many', '50');
  add('undo [step]', 'take back the last thing you did, or a step of the history');
  add('settings', 'what is set').option('--set <key=value...>', 'change it, for instance --set capacity=3');
  add('doctor', 'look for damage').option('--repair', 'make derived values again first');
  const token = program
    .command('token')
    .description('tokens for programs that use the HTTP interface: create, list, revoke');
  add('create [name...]', 'make a token; it is shown once', token).addOption(
    new Option('--scope <scope>', 'what it may do').choices(['read', 'write']).default('write'),
  );
  add('list', 'the tokens there are', token);
  add('revoke <token>', 'end a token, by id or name', token);
  add('calendar', 'the secret address by which a calendar app shows birthdays, promises, plans and whose turn it is')
    .summary('the calendar that other apps can subscribe to')
    .addOption(new Option('--new', 'make an address, in place of the one there was; it is shown once').conflicts('off'))
    .option('--off', 'end the address');
  add('digest', 'Today as a mail to yourself: how it stands, unless told otherwise')
    .summary('Today as a mail each morning: how it stands, to read, to try')
    .addOption(new Option('--to-stdout', 'print the mail of now').conflicts(['sendTest', 'status']))
    .addOption(new Option('--send-test', 'send it now, and say what the mail server says').conflicts('status'))
    .option('--status', 'when the next is due, and what became of the last');
  add('schema', 'JSON Schemas of what --json prints, by command');
}
