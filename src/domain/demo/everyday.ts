import type { Channel } from '../words.ts';

/** A small acquaintance told in two touches: how it began, and where it stands. Slots of {@link WORDS} keep their value in both. */
export interface Thread {
  readonly first: string;
  readonly next: string;
  /** Only with someone who can be met. */
  readonly near?: true;
}

/** Words that fill slots. Long lists, so that a template used thrice still reads as three lives. */
// biome-ignore format: a table
export const WORDS = {
  topic: [
    'why nobody repairs radios any more', 'salt in the groundwater', 'how cities sound at night', 'the price of good chairs', 'teaching children to lose',
    'ferries and the people who miss them', 'what libraries are for', 'old maps that turned out right', 'cooking for someone who is ill', 'the last shift at the shipyard',
    'names that run in families', 'how to leave a meeting', 'wind over water', 'letters found in houses', 'learning a trade at forty',
    'bread and the price of flour', 'who decides where a tree goes', 'translating jokes', 'raising a garden from seed', 'trains that no longer run',
    'grief and paperwork', 'cycling in the rain', 'what a fair rent is', 'the colour of harbour water', 'apprentices and patience',
    'living above a shop', 'how bridges age', 'being the eldest', 'the first snow of a life', 'museums without labels',
    'speaking before breakfast', 'knots and what they hold', 'growing up by the sea', 'the ethics of eavesdropping', 'what the night bus teaches',
    'small theatres', 'owning fewer things', 'whether anyone still writes letters', 'the right way to fold a map', 'open source and who pays for it',
  ],
  event: [
    'the OCEAN mixer', 'the estuary conference', 'the library’s book swap', 'the open workshop on the quay', 'the neighbourhood repair evening',
    'the spring fair at the shipyard', 'the lecture on dikes', 'the housing cooperative’s dinner', 'the small-press fair', 'the night market',
    'the water-board open day', 'the reunion in the old gym', 'the allotment plant sale', 'the documentary weekend', 'the language café',
    'the cargo-bike breakfast',
  ],
  book: [
    'the one about the whale survey', 'a history of salt', 'the lighthouse letters', 'a thin novel about ferrymen', 'the essays on walking home',
    'a cookbook with no pictures', 'the memoir of a bridge painter', 'poems about harbours', 'a guide to moss', 'the long book about short trains',
    'a biography of a mapmaker', 'the story of a village choir', 'an atlas of small islands', 'the diary of a lock keeper', 'a handbook of knots',
    'the one about the bees of a city',
  ],
  trip: [
    'a week on the Azores', 'ten days along the Vistula', 'a month in Oaxaca', 'a long weekend in Ghent', 'the ferry to the Hebrides', 'two weeks in Kerala',
    'the night train to Vienna', 'a walk across the Harz', 'a week in Izmir', 'the coast road to Porto', 'a wedding in Accra', 'a fortnight in Hokkaido', 'the islands off Zadar',
    'a bus across Patagonia', 'Tallinn in the snow', 'ten days in Montreal',
  ],
  course: [
    'upholstery', 'sign language', 'welding', 'bookbinding', 'Portuguese', 'life drawing', 'statistics', 'first aid at sea', 'calligraphy',
    'beekeeping', 'screenwriting', 'tree pruning', 'Mandarin tones', 'furniture repair', 'choral conducting', 'bicycle mechanics',
  ],
  dish: [
    'the lentil soup', 'a plum cake', 'jollof', 'too many dumplings', 'the famous fish stew', 'flatbread from the pan', 'a very sharp curry', 'pumpkin pie', 'sour rye bread',
    'stuffed vine leaves', 'pancakes', 'a pot of pozole',
  ],
  spot: [
    'Café De Sluis', 'the bench by the lock', 'the ferry landing', 'Bar Oostenwind', 'the tea house in the park', 'the fish stall', 'the reading room', 'Kade 9', 'the bakery on the corner',
    'the museum garden', 'the station buffet', 'the swimming pool café',
  ],
  errand: [
    'the form for the water board', 'a bookcase that would not stand', 'three boxes of tiles', 'a bicycle wheel', 'the slides for Monday', 'a stubborn printer', 'the balcony boxes', 'a letter to the landlord',
    'the spare key', 'a sofa up two floors', 'the invitation list', 'a leaking tap',
  ],
  mood: [
    'tired and funny', 'full of plans', 'a little low, better at the end', 'in a hurry, but glad', 'calmer than last month', 'busy with nothing in particular', 'bright', 'thoughtful', 'cross about the trains', 'half asleep',
    'very sure of one thing and unsure of the rest', 'a little homesick',
  ],
  job: [
    'the ferry company', 'a small publisher', 'the city archive', 'a school for adults', 'a wind-farm office', 'the regional museum', 'a paint factory', 'a hospital laboratory', 'the tram depot', 'a firm of surveyors', 'the opera workshop',
    'a seed bank', 'a language school', 'a water laboratory',
  ],
  news: [
    'a move to a smaller flat', 'a nephew’s graduation', 'a new bicycle, red', 'the end of a long project', 'a cat that came with the house', 'a garden at last', 'a second language in the family', 'a broken wrist, mending',
    'three weeks of jury duty', 'a sister who is back in town', 'a change to four days a week', 'a kitchen without walls', 'an evening class that went well', 'a lodger from Lima',
  ],
} as const;

/** People one meets, likes, and speaks to once or twice a year. */
// biome-ignore format: a table
export const THREADS: readonly Thread[] = [
  { first: 'Sat next to {him} at {event}. We talked about {topic} until they switched off the lights.', next: 'Sent {him} the article on {topic}; {he} answered within the hour, with two corrections.' },
  { first: 'Met through work. {He} had just come back from {trip}.', next: 'Short call about {trip}: {he} would go again tomorrow, with better shoes.' },
  { first: 'Shared a table at {event}; {he} is learning {course}.', next: 'Asked how it goes with {course}. Slowly, {he} says, and that this is the point.' },
  { first: '{He} lent me {book}.', next: 'Gave back {book}, with notes. {He} read the notes first.', near: true },
  { first: 'We were in the same group for {course} and shared the good scissors.', next: '{He} has kept up {course}; showed me the latest piece on the phone.', near: true },
  { first: 'Helped {him} with {errand}.', next: 'Ran into {him} at {spot}. {He} still thanks me for {errand}.', near: true },
  { first: 'Old colleague. {He} works for {job} now.', next: 'Lunch with {him}. Working for {job} is better than feared; only the stairs are worse.', near: true },
  { first: '{He} wrote to ask about {job}; I told {him} what I know.', next: 'Six months at {job}. {He} sounds {mood}.' },
  { first: 'Long train ride side by side, strangers until Hanover. {He} spoke about {topic}.', next: 'A card for the new year, with one more thought on {topic}.' },
  { first: 'Introduced at a birthday. {He} collects stories about {topic}.', next: 'Gave {him} my own story about {topic}. {He} wrote it down on a napkin.' },
  { first: '{He} taught the workshop and remembered every name.', next: 'Wrote to say the workshop still pays off. We got on to {topic}.' },
  { first: 'Neighbour from the old street. {He} watered my plants for a summer.', next: 'Tea on the old street. {He} told me about {news}.', near: true },
  { first: 'Met while waiting for a ferry that did not come. {He} knew everything about {topic}.', next: 'Sent {him} a photograph of the ferry landing. {He} has news: {news}.' },
  { first: 'We both spoke at {event}. {He} went over time, charmingly.', next: 'Compared notes since {event}. Next time {he} wants to speak about {topic}.' },
  { first: '{He} found my glove and sent it by post.', next: 'Finally thanked {him} for the glove, with {book}.' },
  { first: 'Friend of a friend; we cooked {dish} together in a kitchen that was not ours.', next: '{He} asked for the recipe of {dish} again, and told me about {news}.' },
  { first: 'Took the same course in {course}, years ago.', next: 'Quick messages back and forth. {News}, {he} says, and otherwise nothing new.' },
  { first: '{He} chairs the residents’ meeting and keeps it to an hour.', next: 'Met on the stairs; agreed that {topic} should be on the agenda.', near: true },
  { first: 'Swapped books at {event}: I got {book}.', next: 'Told {him} I have finished {book}. We disagree about the ending.' },
  { first: 'Studied together for one term. {He} always sat by the window.', next: '{He} passed through town and we had an hour at {spot}, mostly about {topic}.', near: true },
  { first: 'We met on the stairs of the archive, both looking for the same file.', next: 'The file turned up after all; {he} wrote me a triumphant line, and asked about {topic}.' },
  { first: '{He} repaired my bicycle and refused money.', next: 'Brought {dish} to the workshop. We are even now, {he} says.', near: true },
  { first: 'Sports club, same lane. {He} swims like a metronome.', next: 'Missed {him} at the pool; turns out there is {news}.', near: true },
  { first: '{He} asked a very good question after my talk, about {topic}.', next: 'Sent {him} the answer I should have given about {topic}.' },
  { first: 'Parents of the same class. We survived the school fair together.', next: 'Talked by the school gate about {topic}, in the rain, for far too long.', near: true },
  { first: '{He} showed me round {job}.', next: 'Asked whether I may bring someone along to {job} one day. Of course, {he} says.' },
  { first: 'Seat neighbours at the theatre for a season.', next: 'A message after the last play: {he} hated it. We should talk about {topic} instead.' },
  { first: '{He} gave the best advice on {errand}.', next: 'Returned the favour: helped {him} think about {topic}.' },
  { first: 'Met on a hike. {He} carries a kettle.', next: 'Plans for another hike came to nothing, but we spoke about {trip}.' },
  { first: '{He} is the quiet one from the choir weekend.', next: 'Wrote to {him} after the broadcast. {He} was {mood}, and glad I had listened.' },
  { first: 'Sold me the table and told me its whole history.', next: 'Sent a picture of the table with eight people around it. {He} has {news}.' },
  { first: 'We edited the neighbourhood paper for a year.', next: 'Read {his} piece about {topic} and told {him} which line I kept.' },
  { first: '{He} took over my old desk, and my plant.', next: 'The plant lives. {He} wrote from {job} to say so.' },
  { first: 'Met at a funeral; we both laughed at the wrong moment.', next: 'Coffee at {spot}. {He} is {mood}. We spoke of other things.', near: true },
  { first: '{He} interviewed me once, about {topic}.', next: 'The interview is out at last. Thanked {him} for leaving in the part on {topic}.' },
  { first: 'Shared an office for one winter without heating.', next: 'A call on the coldest day of the year, as we do. {He} is off to {trip}.' },
  { first: '{He} translated for me at {event} and made me sound wiser.', next: 'Asked {him} how one says “{topic}”. There are two ways, and a third for poets.' },
  { first: 'Volunteers at the same polling station.', next: 'Counted ballots together again. In between, {topic}.', near: true },
  { first: '{He} runs the stall with the good pears.', next: 'Bought pears. {He} is {mood}, and it has to do with {news}.', near: true },
  { first: 'Met at {event}, where {he} won an argument about {topic} without raising {his} voice.', next: 'Told {him} I have changed my mind about {topic}. {He} was gracious.' },
  { first: 'A cousin of the family downstairs; stayed for a month.', next: 'Video call with the whole kitchen. {He} cooked {dish} and held it up to the camera.' },
  { first: '{He} walked me home after the storm.', next: 'Wrote on the anniversary of the storm. {He} remembers it, and asked about {topic}.' },
  { first: 'We stood in line for the same small flat. Neither of us got it.', next: 'Both housed now. {He} told me about {news} and sounded {mood}.' },
  { first: '{He} plays the organ in the little church and lets people watch.', next: 'Listened from the stairs. Afterwards, with both hands, {he} explained {topic}.', near: true },
  { first: 'Met in the waiting room, three weeks in a row.', next: 'Both better. We had {dish} to celebrate and called it medicine.', near: true },
  { first: '{He} bought my old camera and sends me what it sees.', next: 'Three photographs from {trip}. The middle one is on my wall.' },
  { first: 'Mentored {him} for a summer, if that is the word.', next: '{He} works for {job} now and wanted me to be among the first to know.' },
  { first: 'Debated {topic} with {him} at a wedding until the band complained.', next: 'Continued the wedding debate by mail. {Topic}: no end in sight.' },
  { first: '{He} lives on the boat opposite the swimming place.', next: 'Swam past and was given coffee. {He} leaves for {trip} soon.', near: true },
  { first: 'We planted the trees in our street together, numbers 11 to 19.', next: 'Number 14 has taken. {He} noticed before I did, and has been busy with {errand}.', near: true },
  { first: '{He} sat on the jury that gave us the small prize.', next: 'Sent {him} what became of it. {He} asked about {topic} and meant it.' },
  { first: 'Met at the launderette; {he} reads while it spins.', next: 'Saw {him} reading {book} and said nothing until the last page.', near: true },
  { first: '{He} rented us the hall and stayed to dance.', next: 'Asked about the hall again. It is booked, but {he} told me about {news}.' },
  { first: 'A friendly argument in a comment thread about {topic} that moved to mail.', next: 'After a year of mails on {topic} we have heard each other’s voice for the first time.' },
  { first: '{He} drove the van when we moved the archive.', next: 'Sent {him} the photograph from the moving day. {He} is {mood} these days.' },
  { first: 'We were stuck in a lift for an hour and ended with {topic}.', next: 'Lift anniversary. {He} marked it with a drawing, I with {dish}.', near: true },
  { first: '{He} grew up in the house I live in.', next: 'Sent {him} a picture of the wall behind the wallpaper. {He} knew the hand, and told me about {news}.' },
  { first: 'Same doctor, same bench, same opinion on {topic}.', next: 'Wrote a few lines before {trip}, so that {he} has something to answer on the way.' },
  { first: '{He} keeps the lock open late when someone asks nicely.', next: 'Stopped at the lock. {He} is reading {book} between boats.', near: true },
  { first: 'Met over a lost dog, which was found.', next: 'The dog is eleven now. {He} told me about {news}.' },
  { first: '{He} organised {event} and nearly cried when it rained.', next: 'Offered to help with {event} this time. {He} gave me the chairs.' },
  { first: 'A fellow reader of {book}; there are not many of us.', next: 'Found another reader of {book} and connected the two of them.' },
  { first: '{He} taught my evening class in {course}.', next: 'Told {him} I still practise {course}, which is nearly true.' },
  { first: 'We split a taxi after {event}.', next: '{He} owed me half a taxi and paid it in {dish}.' },
  { first: 'Guest at our table for one long weekend; spoke little, washed up everything.', next: 'Heard from a friend that {he} is back from {trip}; wrote a line to say welcome.' },
  { first: '{He} noticed the mistake in our brochure and was kind about it.', next: 'The new brochure thanks {him} by name. We spoke about {topic} as well.' },
  { first: 'Met at the ferry café, both with {book} in hand.', next: 'Left the next one, wrapped, for {him} at {spot}.', near: true },
  { first: '{He} sings in the stairwell and apologises for it.', next: 'Told {him} never to apologise. {He} was {mood}, and then sang.', near: true },
  { first: 'Worked one election, one flood and one jubilee together.', next: 'Nothing to organise this year, so we talked about {topic}.' },
  { first: '{He} recommended me to {job}, without being asked.', next: 'Thanked {him} for {job} properly, by hand, on paper.' },
  { first: 'We shared a taxi queue, then a taxi, then a view on {topic}.', next: 'Thought of {him} when I read about {topic}; sent the page with a pencil mark.' },
  { first: '{He} was the only other guest who had read {book}.', next: 'Asked what {he} reads now. {He} is rereading {book}, out of spite.' },
  { first: 'Worked the late shift at {event} together, selling soup.', next: 'Proposed that we sell soup at {event} again. {He} has already bought ladles.' },
  { first: '{He} owns the dog that steals bread in the park.', next: 'The dog stole mine. {He} paid me back with {dish}.', near: true },
  { first: 'Met through the flute lessons of two children who have since stopped.', next: 'Without the flutes we still have coffee: {spot}, an hour, {topic}.', near: true },
  { first: 'Roommates on a study trip; {he} talks in {his} sleep, about trains.', next: 'Told {him} I am planning {trip}. {He} knows the right side of the carriage.' },
  { first: '{He} rang our bell to return a letter that was ours.', next: 'Another letter of ours went to {him}. We read it together; it was only about {errand}.', near: true },
  { first: 'We built the stage for the street party out of pallets.', next: '{He} has kept the pallets. Talked about a second stage, and about {topic}.' },
  { first: 'Volunteered on the same bird count, wrong about the same gull.', next: '{He} writes that the gull was right after all. We moved on to {topic}.' },
  { first: '{He} gave me {his} umbrella and walked on.', next: 'Returned the umbrella at last, dry, with {dish}.', near: true },
  { first: 'Colleague for eleven days, between two projects.', next: 'Those eleven days came up again. {He} left for {job} and has not looked back.' },
  { first: '{He} read the meter for years, and always had time for a story.', next: 'Retired from meters. {He} has taken up {course}, and told me about it at the door.', near: true },
  { first: 'Stood behind {him} at the post office; ended up holding the parcel.', next: 'The parcel has arrived, half a year late. {He} sent a picture, and {news} besides.' },
  { first: 'Same birthday, discovered on a form.', next: 'Congratulated each other on the same day, as usual. {His} year had {news} in it.' },
  { first: '{He} played chess against all of us at {event} and lost once, politely.', next: 'Asked for a rematch. {He} would rather talk about {topic}.' },
  { first: 'Borrowed a ladder from {him} the week I moved in.', next: 'The ladder again. We stood beside it for an hour and spoke about {news}.', near: true },
  { first: 'Met at a reading where the author did not come.', next: 'Went through {book} with {him} by mail, chapter by chapter. We are at four.' },
  { first: '{He} sat next to me in the jury room.', next: 'We may talk about it now, and did not. {Topic}, instead.' },
  { first: 'Our trolleys were exchanged at the market; mine had the better cheese.', next: 'Met at the cheese again. {He} was {mood} and gave me a piece to try.', near: true },
  { first: '{He} ran the hostel on the island, the winter I wrote there.', next: 'Asked if the room with the stove is free. It is, and {he} told me about {news}.' },
  { first: 'Debating partner for one evening, on {topic}. We lost.', next: '{He} has found the argument we lacked on {topic}. Eleven months late.' },
  { first: 'We were both early, and the room was locked.', next: 'Sent {him} the programme of {event}. {He} will be early, {he} promises.' },
  { first: '{He} found the leak that three plumbers had missed.', next: 'Asked {him} about {errand}. The answer was a drawing, and it was right.' },
  { first: 'Introduced by the dentist, of all people.', next: 'Saw each other in that waiting room again and left for {spot} together.', near: true },
  { first: '{He} was the best man who forgot the speech and gave a better one.', next: 'Heard {him} on the local radio about {topic}; told {him} so.' },
  { first: 'Learned to dive on the same weekend; held hands at four metres.', next: 'A postcard from below sea level, {he} calls it: {trip}. I owe {him} one.' },
  { first: 'Mended the fence between our gardens together.', next: 'Over the fence: {dish} went one way, {book} the other.', near: true },
  { first: '{He} wrote the letter of complaint that everyone signed.', next: 'Asked for {his} help with {errand}. The letter was three lines, and it worked.' },
  { first: 'We both missed the last boat and slept in the waiting room.', next: 'Each year one of us writes on that date. This year {he} was {mood}, on the way to {trip}.' },
  { first: 'A guest lecture, then questions until the caretaker came.', next: '{He} has asked me back, on {topic} this time. I said yes.' },
  { first: '{He} painted the sign of the shop downstairs.', next: 'Asked {him} for a sign of our own. It says {spot}, for reasons.', near: true },
  { first: 'Lost the quiz together at {event}, by one point.', next: '{He} looked up the missing point. It was about {topic}.' },
  { first: 'Passed {him} on the same bridge every morning for two years; then one of us said hello.', next: 'On the bridge: {he} is changing to {job}, so the mornings will be different.', near: true },
  { first: 'Cast together in the neighbourhood play; {he} was the storm.', next: 'There will be a new play. {He} is the moon this time and is taking {course} for it.' },
  { first: '{He} gave blood in the next chair and fainted with style.', next: 'Next chairs again. We compared plans: {trip} for {him}, the attic for me.', near: true },
  { first: 'Bought the same coat on the same day.', next: 'Recognised the coat at {event}. It has aged better on {him}.', near: true },
  { first: '{He} showed me how to prune the fig.', next: 'Sent a picture of seven figs. {He} asked for one, and told me about {news}.' },
  { first: 'We share a name at the library and collect each other’s books.', next: 'Collected {book} for {him} again. {He} had {book} waiting for me too, somehow.', near: true },
  { first: 'Met when the choir and the football club booked the same room.', next: '{He} has left the club. Talked about {course}, which starts when football would.' },
  { first: '{He} helped count the votes and then the chairs.', next: 'Counting again in spring. Until then {he} is away: {trip}.' },
];

/** Messages that keep a loose tie alive before its newest thread. */
// biome-ignore format: a table
export const LIGHT: readonly (readonly [text: string, via: Channel])[] = [
  ['Birthday wishes, short and warm.', 'text'], ['{He} congratulated me on the new project; I asked back about {topic}.', 'linkedin'], ['A photograph of {spot} in the snow.', 'whatsapp'],
  ['Sent a few words after the news about the floods; all well in {city}.', 'email'], ['Caught up by phone while waiting for a train. {He} was {mood}.', 'phone'], ['Recommended {book}.', 'email'],
  ['{He} asked for a contact; I asked the contact first.', 'email'], ['Wished each other a good year and meant it.', 'card'], ['Heard about {news}; wrote to say how glad I am.', 'text'],
  ['Crossed paths at {event}, five minutes and a promise of more.', 'event'], ['{He} shared my call for old photographs.', 'instagram'], ['Told {him} that I quoted {him} on {topic}.', 'email'],
  ['Bumped into {him} at {spot}; a quarter of an hour on {topic}.', 'in-person'], ['Quick lunch at {spot}. {He} was {mood}.', 'in-person'],
  ['A voice message about {topic}, three minutes long.', 'whatsapp'], ['{He} wrote about {news}.', 'email'], ['Asked {him} how things are in {city}.', 'text'],
];

/** What close friends do between the stories, when they can meet. */
// biome-ignore format: a table
export const EVERYDAY_NEAR: readonly (readonly [text: string, via: Channel])[] = [
  ['Coffee at {spot}. {He} was {mood}.', 'in-person'], ['Walked to {spot} and back, talking about {topic}.', 'in-person'], ['{He} came by with {dish}.', 'in-person'],
  ['Market together, then breakfast. {Topic}, among other things.', 'in-person'], ['Helped {him} with {errand}.', 'in-person'], ['{He} helped me with {errand} and stayed for {dish}.', 'in-person'],
  ['Swam before work. Cold, short, worth it.', 'in-person'], ['Quick call about {errand}; it became an hour.', 'phone'], ['Voice messages back and forth about {topic}.', 'whatsapp'],
  ['Cooked {dish} together, talked about {topic}.', 'in-person'], ['Film at the small cinema; we argue about the ending.', 'in-person'], ['Met by accident at {spot}, stayed on purpose.', 'in-person'],
  ['{He} called from the tram to tell me about {news}.', 'phone'], ['A call about nothing in particular, the best kind.', 'phone'], ['Lunch at {spot}: {mood}, and hungry.', 'in-person'],
  ['Lent {him} {book}.', 'in-person'], ['Sat on the balcony without saying much.', 'in-person'], ['Cycled along the river as far as the second bridge.', 'in-person'],
  ['A message with a picture of {dish} and no words.', 'whatsapp'], ['Planned {trip} on the back of an envelope.', 'in-person'], ['{He} told me about {topic}; I had no idea.', 'in-person'],
  ['Drove out to look at a wardrobe. Did not buy it.', 'in-person'], ['We tried the new place and went back to {spot}.', 'in-person'], ['{He} needed to talk. I put the kettle on.', 'in-person'],
  ['Laughed about {event} again.', 'phone'], ['Repaired the lamp together, or at least took it apart.', 'in-person'], ['{He} read me a page of {book} over the phone.', 'phone'],
  ['Picked {him} up from the station, back from {trip}.', 'in-person'], ['Short message in the evening: was thinking of you.', 'text'], ['Drank one beer at {spot} and solved {topic}.', 'in-person'],
];

/** The same across a distance. */
// biome-ignore format: a table
export const EVERYDAY_FAR: readonly (readonly [text: string, via: Channel])[] = [
  ['Video call, both cooking: {dish} here, something better there.', 'video'], ['Long mail about {topic}. Answered it properly.', 'email'], ['Voice message from {city}: {mood}.', 'whatsapp'],
  ['{He} sent three photographs from the way to work.', 'whatsapp'], ['Called while {he} walked home in {city}. We spoke about {topic}.', 'phone'], ['A card from {trip}, half of it in the margin.', 'card'],
  ['{He} told me about {news}, at length, on a bad line.', 'phone'], ['Read {book} at the same time and compared.', 'email'], ['Sent a recipe for {dish}.', 'email'], ['Quick message to ask how the week was: {mood}.', 'text'],
  ['Video call with the camera on the window, so I could see {city}.', 'video'], ['Exchanged links about {topic}.', 'email'], ['{He} called at a strange hour, which is an ordinary hour there.', 'phone'],
  ['Asked {him} for advice on {errand}, from two time zones away.', 'whatsapp'], ['Half an hour on {topic}; I took notes.', 'video'], ['{He} listened while I complained, then made me laugh.', 'phone'],
  ['We talked about when to see each other; perhaps after {trip}.', 'video'], ['A song, without comment.', 'signal'], ['Birthday call with too many people in the background.', 'video'], ['{He} is taking up {course}, and told me why.', 'email'],
];
