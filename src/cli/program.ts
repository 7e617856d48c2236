import { Command, Option } from 'commander';
import { EVERY } from '../domain/gatherings/every.ts';
import {
  CARD_PURPOSES,
  CHANNELS,
  DRAFT_KINDS,
  DRAFT_LANGUAGES,
  EXCHANGE_KINDS,
  FACT_KINDS,
  GATHERING_KINDS,
  GOAL_STATES,
  INTRODUCTION_SIDES,
  LACKS,
  MOMENT_KINDS,
  NEARNESSES,
  NEWS_KINDS,
  ORGANISATION_MOMENT_KINDS,
  PROMISE_BY,
  REACTIONS,
  REASON_KINDS,
  RESOURCE_KINDS,
  REVIVAL_RATINGS,
  WARMTHS,
  WORDING_USES,
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
  addGatherings(program, add);
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
    .option('--note <text>', 'what it was about')
    .option('--words <text>', 'what you wrote: not kept, but never proposed to them again')
    .option('--introduction', 'what Today asked for an introduction is done: they were asked, or both introduced');
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
  add('died <who...>', 'somebody has died: nothing is proposed for them any more, and everything stays').option(
    '--date <day>',
    'when, as far as it is known: 2026-11-22, 2026-11, 2026',
  );
  add('fact <who> <kind> <text...>', `remember something: ${FACT_KINDS.join(', ')}`)
    .summary('remember something about a person')
    .option('--private', 'never in a draft');
  add('promise <who> <text...>', 'note a promise')
    .addOption(new Option('--by <whom>', 'who promised').choices([...PROMISE_BY]).default('me'))
    .option('--due <day>', 'by when');
  add('moment <who> <kind> <text...>', `note what happened in their life: ${MOMENT_KINDS.join(', ')}`)
    .summary('note what happened in their life')
    .option('--date <day>', 'when, if not today');
  add('company <name> <kind> <text...>', `note good news of an organisation: ${ORGANISATION_MOMENT_KINDS.join(', ')}`)
    .summary('note good news of an organisation, for those who are there now')
    .option('--date <day>', 'when, if not today');
  add('wake <who> <how>', `how it was to be in touch again after years: ${REVIVAL_RATINGS.join(', ')}`).summary(
    'say how it was to wake a tie that had slept for years',
  );
  add('exchange <who> <kind> <text...>', `write in the ledger: ${EXCHANGE_KINDS.join(', ')}`)
    .summary('write in the ledger what was given, received, asked or thanked')
    .option('--date <day>', 'when, if not today');
  add('ask <who> [text...]', 'before you ask for something: what you each did, how to give first, and a draft');
  add('draft <who...>', 'a draft, and what a thoughtful friend would say about it; sends nothing')
    .addOption(new Option('--kind <kind>', 'what it is for (else what is due)').choices([...DRAFT_KINDS]))
    .addOption(channels('how it goes'))
    .option('--about <text>', 'what you thank, ask or congratulate for');
  add('cards', 'cards to write by hand: envelopes, and a line for each')
    .addOption(new Option('--for <what>', 'what they are for').choices([...CARD_PURPOSES]).default('new-year'))
    .option('--month <n>', 'the month of the birthdays (else this one)')
    .option('--circle <name>', 'only one circle');
  const words = program.command('words').description('your own words for drafts: list, add, remove');
  add('list', 'what you set, and how you were seen to greet and close', words);
  const set = add('add <use> <text...>', `set your own words: ${WORDING_USES.join(', ')}`, words).summary(
    'set a greeting, a sign-off or a whole message: “Hej {name},”',
  );
  set
    .addOption(new Option('--style <style>', 'only for messages of this kind').choices(['short', 'email', 'card']))
    .addOption(new Option('--near <whom>', 'only for friends, or for the others').choices([...NEARNESSES]))
    .addOption(new Option('--language <code>', 'only in this language').choices([...DRAFT_LANGUAGES]));
  add('remove <words...>', 'remove words of your own, by what they say or their id', words);
  addIntroductions(program, add);
  addLongGame(program, add);
  const many = add(
    'bulk <act> [value...]',
    'one act on many people: add-to-circle, move-to-circle, add-tag, remove-tag, set-rhythm, archive, unarchive',
  ).summary('do one thing to all who fit: a circle, a tag, a rhythm, the archive');
  chosenBy(many).option('--all', 'everyone');
  add('near <city...>', 'who lives in a city, the closest first, and why to meet').option(
    '--country <name>',
    'only the city of that name in a country',
  );
  addResources(program, add);
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

function addResources(program: Command, add: Add): void {
  const resource = program
    .command('resource')
    .description('what you keep to share, and with whom: add, list, who, for, share, reaction, remove');
  add('add <what...>', 'keep the address of a page, or a title', resource)
    .option('--title <text>', 'what to call it, if not as its page does')
    .addOption(new Option('--kind <kind>', 'what it is').choices([...RESOURCE_KINDS]))
    .option('--topic <words>', 'what it is about; may be repeated', together, [])
    .option('--for <who>', 'whom it is meant for; may be repeated', together, []);
  add('list', 'what is kept, the newest first', resource);
  add('who <what>', 'who would value it and why, each with a draft; and who got it', resource);
  add('for <who>', 'what is kept and suits them', resource);
  add('share <what> <who>', 'log that you passed it on: a touch, and an entry in the ledger', resource)
    .addOption(channels('how'))
    .option('--date <day>', 'when, if not today')
    .option('--again', 'though they have it already')
    .option('--later', 'only note that it is meant for them');
  add('reaction <what> <who> <reaction>', `what they made of it: ${REACTIONS.join(', ')}`, resource).option(
    '--said <text>',
    'in their words',
  );
  add('remove <what>', 'delete what is kept', resource);
}

/** Both are asked before they are introduced; one of the two is enough where it can only be one introduction. */
function addIntroductions(program: Command, add: Add): void {
  const introduce = program
    .command('introduce')
    .description('bring two people together: suggest, list, add, ask, yes, no, make, outcome, thank, dismiss');
  const when = (command: Command) => command.option('--date <day>', 'when, if not today');
  const sent = (command: Command) => when(command).addOption(channels('how it was said, to log it as a touch'));
  add('suggest [who...]', 'who may be glad to know each other, and why', introduce).option(
    '--limit <n>',
    'at most so many',
  );
  add('list [who...]', 'introductions, how far they have come, and what to say next', introduce);
  when(add('add <first> <second>', 'note an idea for one; the first is asked first', introduce))
    .option('--why-first <text>', 'what the second brings the first')
    .option('--why-second <text>', 'what the first brings the second')
    .addOption(new Option('--made', 'you introduced them already').conflicts('never'))
    .option('--never', 'not to be suggested');
  sent(add('ask <who> [other]', 'you asked whose turn it is', introduce));
  sent(add('yes <who> [other]', 'whoever was asked said yes', introduce));
  sent(add('no <who> [other]', 'whoever was asked said no', introduce)).addOption(
    new Option('--by <side>', 'who declined, where nobody is being asked').choices([...INTRODUCTION_SIDES]),
  );
  sent(add('make <who> [other]', 'you introduced them: both said yes', introduce));
  sent(add('outcome <who> <other> <text...>', 'how it went', introduce));
  sent(add('thank <who> [other]', 'you thanked both', introduce));
  when(add('dismiss <who> [other]', 'let go of it', introduce));
}

function addGatherings(program: Command, add: Add): void {
  program.commandsGroup('Gatherings and plans');
  const gathering = program
    .command('gathering')
    .description('conferences, mixers and dinners: add, list, show, attendees, invite, meet, met, follow-ups, ics …');
  const one = (syntax: string, description: string): Command =>
    add(syntax, description, gathering).option('--date <day>', 'which time, of one that returns: its first day');
  add('add <name> <from> [until]', 'add a gathering, from its first day to its last', gathering)
    .addOption(new Option('--kind <kind>', 'what it is').choices([...GATHERING_KINDS]).default('other'))
    .option('--at <hour>', 'when it begins: 19:00')
    .option('--place <place>', 'where')
    .option('--every <how-often>', `how it returns: ${EVERY.join(', ')}, or an RRULE`)
    .option('--note <text>', 'what it is about');
  add('list', 'the gatherings there are, the next first', gathering);
  one('show <gathering>', 'who is on its list');
  one('attendees <gathering> <file>', 'put a list on it: one name a line, or name and company; - reads stdin');
  one('invite <gathering> <who...>', 'put people on its list as invited');
  one('answer <gathering> <who> <answer>', 'whether somebody comes: yes, no, or invited').summary(
    'whether somebody comes',
  );
  one('want <gathering> <who> [say...]', 'you want to meet somebody there, and what to say').option(
    '--not',
    'not any more',
  );
  one('meet <gathering>', 'whom to look for, why, and what to ask');
  one('met <gathering> <names...>', 'whom you met, in one row: "Zed, Ada: tidal permits"').option(
    '--day <day>',
    'on which of its days, if not today or the last',
  );
  one('follow-ups <gathering>', 'whom you met there, what was said, and a draft');
  one('guests <gathering>', 'whom to invite so that they enjoy each other');
  one('invitations <gathering>', 'a draft of an invitation for each guest; nothing is sent');
  one('ics <gathering> [file]', 'a file for a calendar; - writes to stdout');
  add('remove <gathering>', 'delete a gathering; whom you met stays in your story with them', gathering);
  const plan = program.command('plan').description('what is planned with people: list, met, off, ics');
  add('list', 'plans to answer, and what is coming', plan);
  add('met <plan>', 'you met as planned, with WHO or the id of a plan', plan)
    .option('--follow-up', 'and want to write the day after')
    .option('--note <text>', 'what it was about');
  add('off <plan>', 'it did not come about', plan);
  add('ics <plan> [file]', 'a file for a calendar; - writes to stdout', plan);
}

function addLongGame(program: Command, add: Add): void {
  const news = program
    .command('news')
    .description('your own news, told one by one: add, who, show, tell, told, skip, close, list');
  const which = (command: Command) => command.option('--news <words>', 'which news, if not the newest that is open');
  add('add <kind> <text...>', `something new with you: ${NEWS_KINDS.join(', ')}`, news)
    .option('--date <day>', 'since when, if not today')
    .option('--per-day <n>', 'how many to tell on a day, if not three');
  which(add('who', 'who would care and why; with --add or --circle, who is to hear it', news))
    .option('--add <who>', 'somebody who is to hear it; may be repeated', together, [])
    .option('--circle <name>', 'everyone of a small circle');
  add('show [news...]', 'whose turn it is, with a draft for each; who waits, knows, answered', news);
  for (const name of ['tell', 'told'])
    which(add(`${name} <who>`, 'you told them: logs the touch, and they know', news))
      .addOption(channels('how'))
      .option('--date <day>', 'when, if not today');
  which(add('skip <who>', 'not this person after all', news));
  add('close [news...]', 'nobody else is to hear it', news);
  add('list', 'your news, and how many know', news);
  const goal = program.command('goal').description('your own goals, and the people they touch: add, list, link, done');
  add('add <text...>', 'a goal of yours', goal).option('--by <day>', 'until when');
  add('list', 'your goals and the people they touch', goal);
  add('link <goal> [who]', 'who could help and why; or link somebody', goal).option(
    '--why <text>',
    'what they have to do with it',
  );
  add('done <goal...>', 'it is reached', goal).addOption(
    new Option('--as <state>', 'how it ended').choices([...GOAL_STATES]),
  );
  const outcome = program.command('outcome').description('what came of ties, traced to who introduced whom: add, list');
  add('add <text...>', 'something that came of a tie', outcome)
    .option('--with <who>', 'somebody who had a part in it; may be repeated', together, [])
    .option('--goal <words>', 'the goal it belongs to')
    .option('--date <day>', 'when, if not today');
  add('list', 'what came of ties, who introduced whom, and the thanks owed', outcome);
  add('thank <who> <text...>', 'you thanked them, and what for').addOption(channels('how'));
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
