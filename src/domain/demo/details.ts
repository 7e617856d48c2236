import type { FactKind, PromiseBy } from '../words.ts';

/** Things worth remembering that belong to no story. Slots: those of the everyday words, and `{kid}`, `{partner}`, `{age}`. */
// biome-ignore format: a table
export const FACTS: readonly (readonly [kind: FactKind, text: string, secret?: 'private'])[] = [
  ['family', 'Daughter {kid}, {age}'],
  ['family', 'Son {kid}, {age}, builds things out of boxes'],
  ['family', 'Twins, {kid} and a brother who is eight minutes younger'],
  ['family', 'Lives with {partner}'],
  ['family', 'A sister in {town}, they speak every Sunday'],
  ['family', 'Helps raise a nephew called {kid}'],
  ['family', 'Grew up with five brothers'],
  ['family', 'The cat is called {pet}'],
  ['family', 'Brother is ill; does not like to be asked in company', 'private'],
  ['interest', 'Reads {book} again every winter'],
  ['interest', 'Interested in {topic}'],
  ['interest', 'Taking a course: {course}'],
  ['interest', 'Rows before work'],
  ['interest', 'Knows everything about {topic}'],
  ['interest', 'Collects tide tables'],
  ['interest', 'Draws on trains'],
  ['interest', 'Plays table tennis, seriously'],
  ['interest', 'Has walked every street of {town}'],
  ['work', 'Used to work for {job}'],
  ['work', 'Works four days; never on Wednesdays'],
  ['work', 'Writes best before eight'],
  ['work', 'Would like to leave within a year', 'private'],
  ['goal', 'Wants to see {trip} before turning sixty'],
  ['goal', 'Wants to teach one day'],
  ['goal', 'Saving for a small boat'],
  ['goal', 'Learning {course} properly'],
  ['goal', 'To work less, from next year'],
  ['challenge', 'Sleeps badly since the move', 'private'],
  ['challenge', 'Two jobs until the summer'],
  ['challenge', 'Does not drink any more; no fuss about it', 'private'],
  ['success', 'Won the regional prize for {topic}'],
  ['success', 'Paid off the house'],
  ['preference', 'Hates phone menus, likes long calls'],
  ['preference', 'Vegetarian, except at {partner}’s mother’s'],
  ['preference', 'Prefers a walk to a café'],
  ['preference', 'Never before ten'],
  ['preference', 'Likes to get post'],
  ['preference', 'No surprises, please'],
  ['preference', 'Coffee black, cake any'],
  ['preference', 'Writes long mails and likes long answers'],
  ['need', 'Looking for a tenor for the quartet'],
  ['need', 'Looking for a place to store a canoe'],
  ['need', 'A good accountant who answers mail'],
  ['offer', 'Has a van and lends it'],
  ['offer', 'Reads contracts for friends'],
  ['offer', 'A spare room near the station in {town}'],
  ['offer', 'Knows the people at {job}'],
  ['gift-idea', 'Tea, the smoky kind'],
  ['gift-idea', '{Book}'],
  ['gift-idea', 'Bulbs for the window box'],
  ['gift-idea', 'A proper umbrella'],
  ['other', 'Left-handed; swap the seats'],
  ['other', 'Allergic to walnuts'],
  ['other', 'Says “exactly” when disagreeing'],
  ['other', 'Speaks four languages and is modest in all'],
  ['other', 'Remembers every birthday without writing any down'],
  ['interest', 'Bakes only at night'],
  ['interest', 'Follows the tide like others follow football'],
  ['interest', 'Plays the tuba in a street band'],
  ['interest', 'Swims in open water until October'],
  ['interest', 'Knits complicated jumpers on the train'],
  ['interest', 'Presses flowers and labels them in Latin'],
  ['interest', 'Restores fountain pens'],
  ['interest', 'Fences, left-handed'],
  ['interest', 'Rides to work, whatever the weather'],
  ['interest', 'Watches one silent film a week'],
  ['interest', 'Grows chillies on the windowsill'],
  ['interest', 'Volunteers on the lifeboat'],
  ['interest', 'Learns bird calls from tapes'],
  ['interest', 'Folds paper while listening'],
  ['preference', 'Send voice messages rather than text'],
  ['preference', 'Answers mail on Sundays, all at once'],
  ['preference', 'Likes the window seat'],
  ['preference', 'No calls during the school run'],
  ['preference', 'Rather dinner than drinks'],
  ['preference', 'Wants the bad news first'],
  ['preference', 'Prefers to be asked twice'],
  ['preference', 'Does not read group chats'],
  ['preference', 'Tea, never coffee'],
  ['preference', 'Signal only, no other apps'],
  ['goal', 'To run the house without gas'],
  ['goal', 'To play in a quartet again'],
  ['goal', 'To spend a winter further south'],
  ['goal', 'To finish the degree begun in 2009'],
  ['goal', 'To learn to say no'],
  ['goal', 'To visit every lighthouse on the coast'],
  ['work', 'Leads a team of nine, and misses drawing'],
  ['work', 'On the road two weeks of every month'],
  ['work', 'Works nights every third week'],
  ['work', 'Shares an office with a parrot'],
  ['work', 'Started as an apprentice in the same house'],
  ['challenge', 'A long commute until the bridge is repaired'],
  ['challenge', 'The house is for sale and nobody looks at it'],
  ['challenge', 'Learning to walk without the brace', 'private'],
  ['challenge', 'An inheritance the siblings cannot agree on', 'private'],
  ['success', 'Ten years without smoking'],
  ['success', 'A patent for a quieter hinge'],
  ['success', 'Learned to swim at forty-six'],
  ['success', 'The youngest finished school'],
  ['need', 'A second-hand loom'],
  ['need', 'Someone to practise Danish with'],
  ['need', 'A quiet desk for two months'],
  ['need', 'Tips for a school in {town}'],
  ['offer', 'Will look after cats'],
  ['offer', 'Translates letters from the authorities'],
  ['offer', 'Lends tools, and knows how to use them'],
  ['offer', 'Cuts hair in the kitchen, well'],
  ['gift-idea', 'Marmalade, the bitter one'],
  ['gift-idea', 'A subscription to a paper newspaper'],
  ['gift-idea', 'Wool socks'],
  ['gift-idea', 'A map of {town} from before the war'],
  ['gift-idea', 'Seeds of something old'],
  ['family', 'A grandmother in {town}, a hundred next year'],
  ['family', 'Married on a ferry'],
  ['family', 'Three children, all in different countries'],
  ['family', 'The dog is called {pet}'],
  ['family', 'Parents run a hotel in {town}'],
  ['other', 'Wears one red sock on purpose'],
  ['other', 'Cannot whistle; do not ask'],
  ['other', 'Keeps every ticket'],
  ['other', 'Has the same phone number since 1998'],
];

/** How a tie began. `{friend}` is who introduced the two, when someone did. */
export const MEETINGS: readonly string[] = [
  'Met at {event} in {year}',
  'Shared an office at {job} until {year}',
  'We took the course in {course} together, in {year}',
  'Neighbours from {year} on',
  'Met on the ferry in {year}, over {book}',
  'Friends since school',
  'University, the corridor with the broken light',
  'The same summer job at {job}, in {year}',
  'Met in the queue for {event} in {year}',
  'Through the choir, in {year}',
  'A wrong number in {year} that became a conversation',
  'Climbed out of the same broken lift in {year}',
  'On a bench in {city}, in {year}, over {book}',
  'Both lost on the way to {event}, in {year}',
  'First flat, first neighbours, {year}',
  'Sat together at {event} in {year} and talked about {topic}',
];

export const INTRODUCTIONS: readonly string[] = [
  '{friend} introduced us in {year}',
  'Through {friend}, at {event} in {year}',
  '{friend} said we should meet, because of {topic}',
  'At {friend}’s birthday in {year}',
];

/** Names of pets, for the one fact that asks for them. */
export const PETS: readonly string[] = [
  'Mosterd',
  'Biscuit',
  'Kapitein',
  'Figo',
  'Puck',
  'Miso',
  'Tante',
  'Sultan',
  'Noodle',
  'Bruno',
];

/** Open promises of the newest conversations; the days count from today. */
export const PROMISES: readonly (readonly [by: PromiseBy, text: string, due: number | null])[] = [
  ['me', 'Send the sailing book', 4],
  ['me', 'Send Marta’s address', -2],
  ['me', 'Ask the museum about the spring dates', 0],
  ['them', 'Send the photographs from the dinner', 6],
  ['me', 'Pass on the name of the plumber', 2],
  ['them', 'Introduce me to the editor', null],
  ['me', 'Read the two pages and answer honestly', 9],
  ['them', 'Bring back the ladder', -5],
];

/** Own reminders; the days count from today. */
// biome-ignore format: a table
export const REMINDERS: readonly (readonly [days: number, text: string])[] = [
  [0, 'Ask how the interview went'],
  [1, 'First day in the new job: wish luck'],
  [3, 'Call before the operation'],
  [11, 'Buy tickets together'],
  [25, 'Order the birthday book in time'],
  [-14, 'Return the cake tin'],
];

/** Dinners and other evenings with several people, newest first. `{all}` lists who else was there. */
// biome-ignore format: a table
export const GATHERINGS: readonly (readonly [text: string, place: string])[] = [
  ['Dinner at mine: {all}. Talked about whether anyone still writes letters.', 'at home'],
  ['Soup evening with {all}. The power went out and nobody left.', 'at home'],
  ['Picnic on the dike with {all}; wind, but good bread.', 'the sea dike'],
  ['Helped paint the boathouse: {all}. More paint on us than on it.', 'the boathouse'],
  ['Board games with {all}. I came last again.', 'at home'],
  ['Concert in the little church with {all}, and a long walk back.', 'the little church'],
  ['Pancakes for {all}. Someone proposed a reading club; we shall see.', 'at home'],
  ['Farewell drinks on the quay with {all}.', 'Kade 9'],
  ['Mushroom walk with {all}; nobody was poisoned.', 'the wet woods'],
  ['The round table at the ferry café, with {all}. We stayed until the chairs went up.', 'the ferry café'],
  ['Watched the ships come in with {all}, and shared one blanket.', 'the north pier'],
  ['Cold swim with {all}. Eleven seconds.', 'the beach'],
  ['Moving day: {all} carried, I made sandwiches.', 'the old flat'],
  ['Film evening with {all}: everyone cried at a different moment.', 'at home'],
  ['Birthday breakfast with {all}, with too many candles.', 'Bar Oostenwind'],
  ['Games night that turned into talking about work, with {all}.', 'at home'],
  ['Cooked for {all} after the storm; half the street had no gas.', 'at home'],
  ['The book swap at mine: {all}. I ended up with my own book.', 'at home'],
];

/** What the owner wrote to many at once: no real contact with anyone. */
export const GROUP_MAILS: readonly string[] = [
  'My yearly letter: the move, the project, one bad joke.',
  'Invitation to the open studio, to everyone nearby.',
];

/** Things agreed for the days ahead, with the days from today and how many come. */
// biome-ignore format: a table
export const PLANS: readonly { readonly days: number; readonly people: number; readonly text: string; readonly place: string }[] = [
  { days: 2, people: 1, text: 'Coffee, and the story of the new job', place: 'Café De Sluis' },
  { days: 8, people: 4, text: 'Dinner for the old rowing crew', place: 'at home' },
];

/** The first meeting of yesterday, which deserves a follow-up. */
export const FIRST_MEETING = {
  summary: 'Met at the OCEAN mixer. We talked about tidal power: the hard part is the permits, not the turbines.',
  place: 'OCEAN mixer',
  title: 'Permit adviser',
  organization: 'Kanda Tidal',
  notes: 'Has three years of stories about one permit. Wants to hear how we asked the fishermen.',
  facts: [
    ['how-we-met', 'Met at the OCEAN mixer, by the coat rack'],
    ['work', 'Gets tidal power projects through their permits'],
    ['need', 'Someone who has asked fishermen and got an answer'],
  ],
} as const satisfies {
  summary: string;
  place: string;
  title: string;
  organization: string;
  notes: string;
  facts: readonly (readonly [FactKind, string])[];
};
