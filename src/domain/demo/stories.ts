import type { Channel, Direction, FactKind, PromiseBy } from '../words.ts';

/** A fact a beat leaves behind; the last member marks what must never be quoted. */
export type StoryFact = readonly [kind: FactKind, text: string, secret?: 'private'];

/** One touch of a story. Slots: `{name}`, `{he}`, `{him}`, `{his}`, `{He}`, `{His}`, `{city}`. */
export interface Beat {
  readonly text: string;
  readonly via?: Channel;
  readonly from?: Direction;
  readonly notes?: string;
  readonly facts?: readonly StoryFact[];
  /** Who owes what, and how many days after the touch. */
  readonly promise?: readonly [by: PromiseBy, text: string, days: number];
}

/** A thread of one life as the owner hears it: told over several touches, the last of them still open. */
export interface Story {
  /** Ages between which the story is likely. */
  readonly age?: readonly [number, number];
  /** What the person does, when the story depends on it. */
  readonly title?: string;
  readonly beats: readonly Beat[];
}

/** Stories of people in touch with; each belongs to at most one person of a small network. */
// biome-ignore format: a table
export const STORIES: readonly Story[] = [
  {
    age: [30, 55],
    beats: [
      { text: '{He} bought the narrow house on the canal after all. The kitchen is from 1961 and {he} wants to keep the tiles.', facts: [['family', 'Bought a narrow canal house; wants to keep the 1961 kitchen tiles']] },
      { text: 'The builder found dry rot behind the stairs. {He} laughed about it, but the budget is gone until spring.', facts: [['challenge', 'Dry rot behind the stairs ate the renovation budget']] },
      { text: 'Helped carry forty boxes to the attic. We ate soup on the floor because the table was still in Utrecht.', via: 'in-person', from: 'mutual', promise: ['me', 'Lend the tile cutter', 12] },
      { text: 'The kitchen works. {He} cooked the first real dinner on it and burned the rice, happily.', via: 'in-person', from: 'mutual' },
      { text: 'Only the roof is left. {He} is choosing between slate and the cheap option and asked what I would do.', from: 'mutual', facts: [['goal', 'Finish the roof before the storms; slate if the money reaches']] },
    ],
  },
  {
    age: [24, 34],
    title: 'Doctoral researcher',
    beats: [
      { text: 'Chapter three of the thesis is stuck: the data say the opposite of the title. {He} calls it a character-building year.', facts: [['work', 'Writing a thesis on how rivers remember floods']] },
      { text: 'Read the introduction for {him} on the train. It is good; I said so, and marked the two pages where I got lost.', via: 'email', from: 'mine' },
      { text: '{He} rewrote it around the awkward result, and the supervisor likes it better than the plan.', facts: [['success', 'Turned the awkward result into the heart of the thesis']] },
      { text: 'Six weeks to the deadline. {He} writes from six to ten in the morning and answers nobody before lunch.', facts: [['preference', 'Answers nobody before lunch while writing']] },
      { text: 'Handed in! The defence is set, and {he} is nervous about one examiner who never smiles.', via: 'phone', from: 'mutual', facts: [['goal', 'Thesis defence, then a month without any reading']] },
    ],
  },
  {
    age: [32, 58],
    beats: [
      { text: 'Long call while {he} waited at the hospital. {His} father had surgery; {he} is taking the nights.', via: 'phone', from: 'mine', facts: [['family', 'Father had heart surgery; {name} takes the nights', 'private']] },
      { text: 'The father is awake and complaining about the soup, which {he} takes as a good sign.', facts: [['family', 'Father complains about hospital soup: a good sign']] },
      { text: 'Home again, with a walking frame he refuses to use. {He} sleeps in {his} old room for now.', notes: 'Don’t bring up the move; it is on hold because of all this.' },
      { text: 'We talked about how odd it is to become the one who decides. I mostly listened.', via: 'phone', from: 'mutual', facts: [['challenge', 'Deciding things for a stubborn parent']], promise: ['me', 'Ask how the first check-up went', 20] },
    ],
  },
  {
    age: [26, 60],
    beats: [
      { text: '{He} took me out on the old sloop. I steered for ten minutes and hit nothing.', via: 'in-person', from: 'mutual', facts: [['interest', 'Sails a wooden sloop on the lakes']] },
      { text: 'Sailing again, too much wind this time. {He} stays calm exactly when it gets loud.', via: 'in-person', from: 'mutual', promise: ['me', 'Return the sailing book', 30] },
      { text: '{He} wants to cross to Harwich next summer and is looking for a third person who can cook at an angle.', facts: [['goal', 'Sail across to Harwich next summer']] },
      { text: '{He} passed the coastal skipper exam. The hard part was the lights, not the knots.', from: 'mutual', facts: [['success', 'Passed the coastal skipper exam']] },
      { text: 'Spread the charts over {his} kitchen table. The crossing is really going to happen, if the mast survives the survey.', via: 'in-person', from: 'mutual' },
    ],
  },
  {
    age: [27, 45],
    title: 'Founder',
    beats: [
      { text: '{He} quit on Friday to build the repair service {he} has talked about for years. Two bikes and a shed, so far.', facts: [['work', 'Left a safe job to start a repair service for household machines']] },
      { text: 'First paying customer: a coffee machine from 1984. It took nine hours and earned forty euros.', facts: [['success', 'First paying customer, with a coffee machine from 1984']] },
      { text: '{He} asked what I would charge. I said more, twice.', via: 'phone', from: 'mutual' },
      { text: 'The bank said no to the workshop, the housing cooperative next door said yes.', facts: [['challenge', 'No bank loan; the cooperative next door rents a room instead']] },
      { text: 'Three people work there now. {He} sleeps badly before paying salaries and well after.', via: 'in-person', from: 'mutual', facts: [['family', 'Sleeps badly the night before pay day', 'private']] },
      { text: '{He} is thinking about apprentices: who teaches them, and what a fair first year looks like.', from: 'mutual', facts: [['need', 'Someone who has run an apprenticeship']] },
    ],
  },
  {
    age: [24, 50],
    beats: [
      { text: '{He} started Dutch lessons and insists that I stop switching to English.', facts: [['goal', 'Learning Dutch; wants no English from friends']] },
      { text: 'First voice message wholly in Dutch. I understood everything except the joke.', via: 'whatsapp', from: 'theirs' },
      { text: 'Coffee in Dutch, forty minutes. {He} now says “gezellig” with a straight face.', via: 'in-person', from: 'mutual', facts: [['preference', 'Speak Dutch, slowly, and correct the verbs only']] },
      { text: '{He} wrote the whole complaint to the landlord in Dutch and won. We celebrated with terrible bitterballen.', via: 'in-person', from: 'mutual', facts: [['success', 'Won a dispute with the landlord, in Dutch']] },
      { text: 'The state exam is booked. Reading is easy, listening less, because nobody talks like the tape.', from: 'mutual' },
    ],
  },
  {
    age: [25, 55],
    beats: [
      { text: '{He} signed up for the marathon after two glasses of wine and will not take it back.', facts: [['goal', 'A first marathon, signed up after two glasses of wine']] },
      { text: 'Eighteen kilometres on Sunday, in the rain, in the wrong socks. {He} has opinions about socks now.', facts: [['gift-idea', 'Good running socks']] },
      { text: 'A shin that hurts. {He} has been told to rest for two weeks and is a poor patient.', from: 'mine', facts: [['challenge', 'Shin trouble in the middle of training']] },
      { text: 'Back to running, slower. {He} says the long ones are where {he} does {his} thinking.' },
      { text: 'Finished in 4:37 and cried at the bridge. {He} sent a photograph with the medal and a sandwich.', from: 'mutual', facts: [['success', 'First marathon in 4:37']] },
    ],
  },
  {
    age: [28, 60],
    title: 'Tidal engineer',
    beats: [
      { text: '{He} explained tidal power on a napkin: the hard part is the permits, not the turbines.', facts: [['work', 'Builds small tidal turbines']] },
      { text: 'The test rig lost a blade to a seal, or so the report says. {He} is on the seal’s side.' },
      { text: 'Sent {him} the paper on estuaries and sediment. {He} had read it and knew both authors.', via: 'email', from: 'mine' },
      { text: 'The harbour council votes on the tidal pilot soon. {He} has practised a speech of three minutes.', from: 'mutual', facts: [['goal', 'A yes from the harbour council for the tidal pilot']], promise: ['them', 'Send the photographs of the test rig', 14] },
    ],
  },
  {
    age: [24, 65],
    beats: [
      { text: '{He} is on the list for a retired guide dog. The home visit is next week, so we hid the good rug.', facts: [['family', 'Adopting a retired guide dog']] },
      { text: 'The dog is called Admiral and is afraid of pigeons.', from: 'theirs', via: 'whatsapp', facts: [['family', 'The dog Admiral, afraid of pigeons']] },
      { text: 'Walked with {him} and Admiral along the river. He waits at every kerb, nobody can stop him.', via: 'in-person', from: 'mutual', facts: [['preference', 'Would rather walk than sit when we meet']] },
      { text: 'Admiral ate the remote control. {He} has decided to see it as advice.', from: 'mutual' },
    ],
  },
  {
    age: [30, 70],
    beats: [
      { text: '{He} joined the harbour choir: forty people, no auditions, one very strict conductor.', facts: [['interest', 'Sings in the harbour choir']] },
      { text: 'They are learning a requiem for the spring. {He} hums the alto line while cooking.' },
      { text: 'Went to the rehearsal that was open to friends. I understood for the first time why {he} goes every week.', via: 'event', from: 'mutual' },
      { text: '{He} has the small solo, eleven bars. {He} said it in passing, which means {he} is terrified.', from: 'mutual', facts: [['success', 'Got the eleven-bar solo in the requiem']] },
    ],
  },
  {
    age: [32, 65],
    beats: [
      { text: '{He} keeps bees on the roof now. Two hives, one calm and one with a temper.', facts: [['interest', 'Two beehives on the roof, one with a temper']] },
      { text: 'A swarm left on the hottest day and settled on a traffic light. The fire brigade was very polite.' },
      { text: 'The first honey: eleven jars. One is mine, it tastes of lime trees.', via: 'in-person', from: 'mutual', facts: [['offer', 'Gives away honey, and shows anyone the hives']] },
      { text: 'The angry hive has a new queen. {He} is cautiously in love with her.', from: 'mutual', promise: ['me', 'Bring back the empty jars', 25] },
    ],
  },
  {
    age: [28, 42],
    beats: [
      { text: 'They are thinking about Lisbon: {his} work would allow it, {his} heart is already there.', facts: [['goal', 'Thinking of moving to Lisbon']] },
      { text: 'Viewed four flats in three days. One had a view and no floor.', from: 'theirs' },
      { text: 'Long talk about leaving. {He} is sure about the light and not about the friends {he} would miss.', via: 'phone', from: 'mutual', facts: [['challenge', 'Afraid of losing friends by moving', 'private']] },
      { text: 'The offer for the flat in Lisbon was accepted. There will be a sofa for guests, {he} has measured.', from: 'mutual', facts: [['offer', 'A guest sofa in Lisbon']] },
    ],
  },
  {
    age: [27, 42],
    beats: [
      { text: 'Expecting. They have told four people and I am one of them.', facts: [['family', 'Expecting a first child', 'private']] },
      { text: 'Names are a minefield: every good one belongs to somebody from school.' },
      { text: 'Juno is here! All well, nobody sleeps, {he} typed the message with one thumb.', via: 'whatsapp', from: 'theirs', facts: [['family', 'Daughter Juno, a good eater and a poor sleeper']] },
      { text: 'Brought lasagne and held Juno for an hour, which was the better half of the deal.', via: 'in-person', from: 'mutual', facts: [['preference', 'Visits after three, when the baby is up']] },
      { text: 'Juno laughs at bicycles. {He} is going back to work three days a week and dreads the first Monday.', from: 'mutual' },
    ],
  },
  {
    age: [35, 65],
    beats: [
      { text: '{He} is building a bread oven in the courtyard out of clay, sand and the neighbours’ patience.', facts: [['interest', 'Built a clay bread oven in the courtyard']] },
      { text: 'The dome collapsed in the rain. Second attempt with a tarpaulin.' },
      { text: 'First loaves. Black outside, wonderful inside; eight neighbours came to look.', from: 'mutual' },
      { text: 'Friday has become bread day for the whole courtyard. {He} is thinking of teaching it to the school next door.', from: 'mutual', facts: [['goal', 'Bread lessons for the school next door']] },
    ],
  },
  {
    age: [30, 68],
    beats: [
      { text: '{He} is two hundred pages into the novel about the lighthouse keeper’s accountant.', facts: [['goal', 'Finish the novel about the lighthouse keeper’s accountant']] },
      { text: 'Read the first three chapters. The accountant is the best thing in it and {he} wanted to cut him.', via: 'email', from: 'mine', promise: ['me', 'Read chapters four to six', 21] },
      { text: 'An agent asked for the rest. {He} has told nobody else, out of superstition.', via: 'phone', from: 'mutual', facts: [['success', 'An agent asked for the whole manuscript', 'private']] },
      { text: 'The agent wants a different ending. {He} went for a very long walk about it.', from: 'mutual' },
    ],
  },
  {
    age: [33, 55],
    beats: [
      { text: 'They are separating. {He} told me in the car, looking straight ahead.', via: 'in-person', from: 'mutual', facts: [['challenge', 'Separating; the children spend alternate weeks', 'private']] },
      { text: 'First weekend without the children. We repaired the garden bench and spoke about other things.', via: 'in-person', from: 'mutual' },
      { text: 'A small flat with a good kitchen. {He} painted one wall the blue nobody else ever liked.', facts: [['success', 'Found a flat with a good kitchen']] },
      { text: '{He} cooked for six in the new flat and was easy all evening. First time in a year.', via: 'in-person', from: 'mutual', facts: [['preference', 'Likes to be asked on Sundays, which are long']] },
    ],
  },
  {
    age: [28, 58],
    beats: [
      { text: 'The whole department was let go on a video call. {He} is more angry about the call than about the job.', facts: [['work', 'Laid off with the whole department']] },
      { text: 'Went through {his} letter together. Took out every “passionate”.', via: 'video', from: 'mutual', promise: ['me', 'Introduce to someone at the water board', 10] },
      { text: 'Third interview and then silence for three weeks. {He} has started to count ceiling tiles.', facts: [['need', 'An honest word from someone inside a public utility']] },
      { text: 'Two offers on one day. We made a list, then ignored the list.', via: 'phone', from: 'mutual' },
      { text: 'First month in the new job: kind people, bad coffee, a desk by the window.', from: 'mutual', facts: [['success', 'New job after five months of looking']] },
    ],
  },
  {
    age: [26, 62],
    title: 'Photographer',
    beats: [
      { text: '{He} photographs people who work at night: bakers, nurses, the man who winds the clocks.', facts: [['work', 'A long series on people who work at night']] },
      { text: 'Joined {him} for a night at the fish auction. Home at seven with cold feet and good stories.', via: 'in-person', from: 'mutual' },
      { text: 'A gallery wants twenty prints. {He} can only afford eight, so {he} is learning to print.', facts: [['challenge', 'Printing the exhibition without money']] },
      { text: 'The opening was full. The clock man came in his suit and stood next to his own portrait.', via: 'event', from: 'mutual', facts: [['success', 'The night-work exhibition opened to a full room']] },
    ],
  },
  {
    age: [45, 72],
    beats: [
      { text: 'The knee has to be operated. {He} has postponed it twice because of the garden.', facts: [['challenge', 'Knee operation, twice postponed']] },
      { text: 'Operated this morning, all fine, very funny on the painkillers.', via: 'phone', from: 'mine' },
      { text: 'Brought soup and the long crossword. {He} walks to the window and back, twelve times a day.', via: 'in-person', from: 'mutual' },
      { text: 'First walk around the block without the stick. {He} wants to be on the coast path by summer.', from: 'mutual', facts: [['goal', 'Walk the coast path on the new knee']] },
    ],
  },
  {
    age: [35, 75],
    beats: [
      { text: 'After six years on the list {he} has an allotment: eighty square metres of thistles.', facts: [['interest', 'An allotment, after six years on the list']] },
      { text: 'We dug out a bathtub. A whole bathtub. {He} has planted mint in it.', via: 'in-person', from: 'mutual' },
      { text: 'Courgettes for everyone, whether they like it or not.', from: 'theirs', facts: [['offer', 'More courgettes than anyone can eat']] },
      { text: 'The neighbour on plot 14 knows everything and says it slowly. {He} has begun to enjoy that.', from: 'mutual' },
      { text: 'Planted an old pear against the south wall. {He} says it is for whoever has the plot in thirty years.', via: 'in-person', from: 'mutual', facts: [['gift-idea', 'Secateurs that can be sharpened']] },
    ],
  },
  {
    age: [27, 50],
    title: 'Baker',
    beats: [
      { text: '{He} has found a shop for the bakery: corner, good light, awful drains.', facts: [['work', 'Opening a corner bakery']] },
      { text: 'The drains cost more than the oven. {He} showed me the drain as if it were a child.', via: 'in-person', from: 'mutual' },
      { text: 'Opened on Saturday and sold out by half past nine.', from: 'theirs', via: 'whatsapp', facts: [['success', 'Sold out on the first Saturday by half past nine']] },
      { text: '{He} gets up at two and misses people. We agreed on Monday afternoons, when the shop is shut.', via: 'phone', from: 'mutual', facts: [['preference', 'Monday afternoons; asleep by eight on other days']] },
    ],
  },
  {
    age: [25, 48],
    beats: [
      { text: '{He} records {his} grandmother’s recipes. None of them have quantities: “until it looks right”.', facts: [['interest', 'Writing down a grandmother’s recipes, by watching']] },
      { text: 'Filmed her making dumplings for two hours. The hands know, the words do not.' },
      { text: 'Cooked one of the recipes with {him}. We agree that it did not yet look right.', via: 'in-person', from: 'mutual' },
      { text: 'The grandmother turned ninety with all of them around the table. The little book is nearly done.', from: 'mutual', facts: [['family', 'A grandmother of ninety who cooks by eye']] },
    ],
  },
  {
    age: [30, 70],
    title: 'Translator',
    beats: [
      { text: '{He} translates a poet who invents words. One line took eleven days.', facts: [['work', 'Translating a poet who invents words']] },
      { text: 'We argued about one comma for an hour and both enjoyed it.', via: 'phone', from: 'mutual' },
      { text: 'Sent {him} the dictionary of sailors’ words I found at the market.', via: 'card', from: 'mine', facts: [['gift-idea', 'Odd dictionaries']] },
      { text: 'The translation is on a shortlist of five. {He} pretends not to know the date.', from: 'mutual', facts: [['success', 'Shortlisted for a translation prize']] },
    ],
  },
  {
    age: [24, 45],
    beats: [
      { text: '{He} started a radio programme about things people keep in drawers. Episode one: spare keys.', facts: [['interest', 'Makes a radio programme about what people keep in drawers']] },
      { text: 'I was interviewed about my drawer of ferry tickets. {He} asks one question and then waits.', via: 'in-person', from: 'mutual' },
      { text: 'A listener sent {him} a key that fits nothing. {He} wants to find the lock.' },
      { text: 'Two hundred people wrote about the key. {He} is drowning in letters and very happy.', from: 'mutual', facts: [['need', 'Help with reading two hundred letters']] },
    ],
  },
  {
    age: [30, 66],
    beats: [
      { text: '{He} inherited a steel barge that has not moved since 2009.', facts: [['family', 'Inherited a barge from an uncle']] },
      { text: 'The hull was measured: thin in two places, sound elsewhere. {He} danced on the quay.', via: 'in-person', from: 'mutual' },
      { text: 'Spent a whole day scraping paint with {him}. Green, white, green, red: someone loved that boat.', via: 'in-person', from: 'mutual' },
      { text: 'The engine ran for eleven seconds. {He} played me the recording three times.', via: 'phone', from: 'theirs' },
      { text: 'The barge goes to the yard next month. {He} is looking for people who want to come along for the first lock.', from: 'mutual', facts: [['goal', 'Take the barge through the first lock under its own power']] },
    ],
  },
  {
    age: [35, 52],
    beats: [
      { text: '{He} let {himself} be talked into the school board. Meetings of three hours about bicycle racks.', facts: [['challenge', 'School board meetings without end']] },
      { text: 'They might have to merge two classes. {He} has had parents at the door at dinner time.' },
      { text: 'Talked through the speech for the parents’ evening. Shorter, and start with what is decided.', via: 'phone', from: 'mutual' },
      { text: 'It went well: one person clapped, which is a record. The classes stay for another year.', from: 'mutual', facts: [['success', 'Kept both classes open']] },
    ],
  },
  {
    age: [26, 60],
    title: 'Maths teacher',
    beats: [
      { text: '{He} left the bank to teach mathematics to fourteen-year-olds, at half the salary.', facts: [['work', 'Left a bank to teach mathematics']] },
      { text: 'First week: lost {his} voice, found two allies and a cupboard.' },
      { text: '{He} lets them price a football stadium. For the first time nobody asked what it is good for.', facts: [['success', 'The stadium lesson worked']] },
      { text: 'One boy who said nothing all year stayed behind to ask about infinity. {He} told it slowly, to get it right.', via: 'phone', from: 'mutual', facts: [['interest', 'Collects problems without numbers in them']] },
    ],
  },
  {
    age: [24, 70],
    beats: [
      { text: 'Pottery class on Thursdays. {His} first bowl leans, {he} calls it shy.', facts: [['interest', 'Pottery on Thursdays; so no Thursdays']] },
      { text: 'A kiln accident: eleven pots and one long silence. {He} is already laughing about it.' },
      { text: '{He} gave me a cup with my thumb in mind. It fits exactly.', via: 'in-person', from: 'mutual' },
      { text: 'A stall at the winter market, shared with a weaver. {He} is setting prices and hates it.', from: 'mutual', facts: [['challenge', 'Putting a price on the pots']] },
    ],
  },
  {
    age: [30, 50],
    beats: [
      { text: '{He} is at home with a burn-out. Short message: no calls please, but do write.', via: 'text', from: 'theirs', facts: [['challenge', 'At home with a burn-out', 'private'], ['preference', 'No calls for now; short messages are welcome']] },
      { text: 'Sent a postcard of a very lazy cow. Asked nothing.', via: 'card', from: 'mine' },
      { text: 'Walked for an hour. {He} said the worst part is the phone in {his} head.', via: 'in-person', from: 'mutual' },
      { text: '{He} works two mornings a week again and guards them like eggs.' },
      { text: 'Back at four days and it holds. {He} swims first, then reads {his} mail.', from: 'mutual', facts: [['success', 'Back at work four days a week']] },
    ],
  },
  {
    age: [25, 40],
    beats: [
      { text: 'The permit has not come. {He} cannot travel home for {his} sister’s wedding without it.', facts: [['challenge', 'Waiting for a residence permit']] },
      { text: 'Read the letter from the office together. It says they need the letter they already have.', via: 'video', from: 'mutual', promise: ['me', 'Ask the lawyer about the appeal', 7] },
      { text: 'The lawyer found the missing page. {He} slept for ten hours.', facts: [['success', 'The residence permit is moving again']] },
      { text: 'It is here, in plastic, with a terrible photograph. {He} flies home in time for the wedding.', via: 'phone', from: 'mutual', facts: [['family', 'A sister who is getting married']] },
    ],
  },
  {
    age: [25, 70],
    beats: [
      { text: '{He} wants to cross Europe by night train only, and has a wall of timetables.', facts: [['interest', 'Night trains; owns printed timetables']] },
      { text: 'A card from Przemyśl: the couchette smelled of oranges and everyone shared.', via: 'card', from: 'theirs' },
      { text: 'Heard the whole journey over dinner: nine trains, one missed, two marriage proposals to other people.', via: 'in-person', from: 'mutual' },
      { text: '{He} is planning the next one, north this time, and asked which month the ferries stop.', from: 'mutual', facts: [['goal', 'The night train to the far north']] },
    ],
  },
  {
    age: [30, 55],
    beats: [
      { text: '{His} parents want to stop farming and nobody in the family has said yes or no.', facts: [['family', 'Parents stop farming; four children, no plan']] },
      { text: 'Visited the farm. {He} is a different person on a tractor.', via: 'in-person', from: 'mutual' },
      { text: 'The siblings had the meeting. {He} surprised {himself} by saying: maybe me.', via: 'phone', from: 'mutual', facts: [['goal', 'Perhaps take over the farm']] },
      { text: 'One trial year on the farm, starting in spring, with half of the old job kept. {He} sounds ten years younger.', from: 'mutual' },
    ],
  },
  {
    age: [45, 68],
    beats: [
      { text: '{His} mother forgets the stove now. {He} drives there twice a week.', facts: [['family', 'Mother is becoming forgetful', 'private']] },
      { text: 'They looked at a care home with a piano in the hall. She played, which decided it.' },
      { text: 'Helped empty the flat. She labelled everything in 1988 and the labels still hold.', via: 'in-person', from: 'mutual' },
      { text: 'She has settled in and calls the nurse by {his} name. {He} told it gently, and then we talked about music.', via: 'phone', from: 'mutual', facts: [['family', 'Mother plays the piano in the hall of the care home']] },
    ],
  },
  {
    age: [30, 72],
    beats: [
      { text: '{He} has started the cello at an age when others stop. The cat has moved to the attic.', facts: [['interest', 'Learning the cello; the cat disapproves']] },
      { text: 'A teacher who says “again” and nothing else. {He} adores her.' },
      { text: 'Heard the sarabande through the telephone. Slow, out of tune, and very moving.', via: 'phone', from: 'mutual' },
      { text: 'There is going to be a student concert. {He} forbids us to come and has told us the date three times.', from: 'mutual', facts: [['goal', 'Play at the student concert']] },
    ],
  },
  {
    age: [30, 65],
    beats: [
      { text: '{He} is persuading forty households to share one solar roof. Staircase by staircase.', facts: [['work', 'Organises a shared solar roof for forty households']] },
      { text: 'Twenty-six yes, nine maybe, five who want to talk about the stairwell lights first.' },
      { text: 'Went along to one kitchen table. {He} listens so long that people talk themselves into it.', via: 'in-person', from: 'mutual' },
      { text: 'Permit granted. The panels come in the new year, and someone has baked a cake in the shape of the roof.', from: 'mutual', facts: [['success', 'Permit for the shared solar roof']] },
    ],
  },
  {
    age: [26, 60],
    beats: [
      { text: '{He} wants to cycle to Istanbul and has begun by buying a bell.', facts: [['goal', 'Cycle to Istanbul']] },
      { text: 'Six weeks off granted. Now it is real and the bell is not enough.', facts: [['need', 'A tent that fits two panniers']] },
      { text: 'A message from Belgrade: sunburnt, adopted by a family of plum growers.', via: 'whatsapp', from: 'theirs' },
      { text: 'Back home. {He} showed photographs of roads and could name every dog on them.', via: 'in-person', from: 'mutual', facts: [['success', 'Cycled to Istanbul in forty-one days']] },
      { text: 'The plum growers are coming to visit. {He} is looking for two more bicycles.', from: 'mutual' },
    ],
  },
  {
    age: [26, 36],
    title: 'Marine biologist',
    beats: [
      { text: '{He} counts eels for a living. At night, with a headlamp, in a drysuit.', facts: [['work', 'Counts glass eels at night']] },
      { text: 'The numbers are up for the first time in nine years. {He} checked them four times.' },
      { text: 'Joined a count. Saw two eels and a rat, and learned to stand still.', via: 'in-person', from: 'mutual' },
      { text: 'The ministry wants the eel figures. {He} would rather have another season first and asked how to say no kindly.', via: 'phone', from: 'mutual', facts: [['need', 'A way to say “not yet” to a ministry']] },
    ],
  },
  {
    age: [35, 75],
    beats: [
      { text: '{He} counts birds on the same dike every second Sunday, since 1998.', facts: [['interest', 'Counts birds on the same dike since 1998']] },
      { text: 'A spoonbill with a ring: hatched in Andalusia. {He} wrote to the person who ringed it.' },
      { text: 'Went along at five in the morning. Saw a great many geese and {him}, content.', via: 'in-person', from: 'mutual', facts: [['gift-idea', 'A better thermos flask']] },
      { text: 'The ringer in Andalusia wrote back, four pages by hand. {He} is going there in the spring.', from: 'mutual' },
    ],
  },
  {
    age: [24, 70],
    beats: [
      { text: '{He} has joined the chess club above the launderette and loses with great attention.', facts: [['interest', 'Chess above the launderette, on Tuesdays']] },
      { text: 'A draw against the retired bus driver, who had not been held since Easter.', facts: [['success', 'Held the retired bus driver to a draw']] },
      { text: 'We play by message now, a move a day. {He} is better; I am slower.', via: 'signal', from: 'mutual' },
      { text: 'The launderette is being sold and the club with it. {He} is looking for a room with twelve tables.', from: 'mutual', facts: [['need', 'A room for a chess club of twenty']] },
    ],
  },
  {
    age: [30, 52],
    beats: [
      { text: 'After eleven years abroad {he} is thinking of going home for good.', facts: [['goal', 'Move back home after eleven years']] },
      { text: 'What {he} would miss: the light in May, bread, being nobody in particular.', via: 'phone', from: 'mutual' },
      { text: 'A post at home, better than expected. They gave {him} a fortnight to decide.', from: 'theirs', via: 'email' },
      { text: '{He} said yes. The furniture goes by sea, {he} goes by way of everyone {he} wants to see.', via: 'video', from: 'mutual', facts: [['success', 'Took the post at home']] },
    ],
  },
  {
    age: [28, 58],
    title: 'Documentary maker',
    beats: [
      { text: 'A film about the last people who still weave willow mats for dikes. Three are left, all over eighty.', facts: [['work', 'A film on willow weavers of the dikes']] },
      { text: 'One of the three died in the week before the shoot. {He} went to the funeral without the camera.' },
      { text: 'Watched a rough cut. Too long, and I would not know what to lose.', via: 'in-person', from: 'mutual', promise: ['them', 'Send the link to the new cut', 25] },
      { text: 'The festival took it, in the small hall on the Sunday. {He} wants the two weavers in the front row.', from: 'mutual', facts: [['success', 'The willow film got into a festival']] },
    ],
  },
  {
    age: [26, 50],
    title: 'Chef',
    beats: [
      { text: '{He} took over the kitchen of the ferry café. Eight dishes, no freezer.', facts: [['work', 'Runs the kitchen of the ferry café']] },
      { text: 'Ate there on a Wednesday. The beetroot was the best thing and I said so.', via: 'in-person', from: 'mutual' },
      { text: 'A critic came unannounced and ordered only the soup.' },
      { text: 'Four lines in the paper, all kind. The telephone has not stopped, and {he} wants it to.', via: 'in-person', from: 'mutual', facts: [['preference', 'Come early on a Wednesday; no calls after five']] },
    ],
  },
  {
    age: [24, 45],
    title: 'Nurse',
    beats: [
      { text: 'Six night shifts in a row. {He} said the hours between three and five belong to another planet.', facts: [['work', 'Nights on the children’s ward']] },
      { text: 'One of the children {he} looked after for months has gone home. {He} showed me a drawing with too many arms.' },
      { text: '{He} wants to specialise in pain in small children, and there are four places.', facts: [['goal', 'Specialise in pain care for children']], promise: ['me', 'Read the application letter', 9] },
      { text: '{He} has one of the four places. Starts in February, days at last.', via: 'phone', from: 'mutual', facts: [['success', 'One of four places in paediatric pain care']] },
    ],
  },
  {
    age: [29, 45],
    title: 'Team lead',
    beats: [
      { text: 'They made {him} lead of the team {he} used to complain with.', facts: [['work', 'Leads the former team, since the spring']] },
      { text: 'First hard conversation. {He} rehearsed it with me and then said something quite different, and better.', via: 'phone', from: 'mutual' },
      { text: '{He} misses making things. One afternoon a week is now for that, door shut.', facts: [['challenge', 'Misses making things']] },
      { text: 'The quietest one in the team told {him} it is the first year she likes Mondays. {He} has that on a note by the screen.', via: 'in-person', from: 'mutual' },
    ],
  },
  {
    age: [35, 58],
    beats: [
      { text: 'A sabbatical at last: three months, no plan, one rule, nothing with an app.', facts: [['goal', 'Three months off with nothing planned']] },
      { text: 'Week two. {He} has cleaned the gutters and is slightly frightened of the quiet.', from: 'theirs' },
      { text: 'A letter by post about learning to whittle spoons. One was in the envelope.', via: 'card', from: 'theirs', facts: [['interest', 'Whittles spoons']] },
      { text: 'Back at work for a week. {He} has kept the Wednesdays, and the knife.', via: 'in-person', from: 'mutual', facts: [['preference', 'Free on Wednesdays, which are for wood']] },
    ],
  },
  {
    age: [30, 46],
    beats: [
      { text: 'The daughter refuses to put her head under water. The swimming teacher has seen worse, he says.', facts: [['family', 'Daughter Noor learns to swim, reluctantly']] },
      { text: 'Noor put one ear under. There was cake.' },
      { text: 'At the pool with them. Noor taught me to float, with great severity.', via: 'in-person', from: 'mutual' },
      { text: 'Noor swam twenty-five metres in her clothes. {He} cried more than she did.', from: 'mutual', facts: [['success', 'Noor has her swimming certificate']] },
    ],
  },
  {
    age: [42, 58],
    beats: [
      { text: 'The son wants to study double bass and {he} wonders how to be sensible without being a wall.', facts: [['family', 'Son Elias plays the double bass and means it']] },
      { text: 'Asked my cousin what the conservatory years were like and passed it on.', via: 'email', from: 'mine' },
      { text: 'Drove the bass to the audition in my car, because theirs is too short.', via: 'in-person', from: 'mutual' },
      { text: 'Elias got in. {He} says the house is already too quiet and he has not even left.', via: 'phone', from: 'mutual', facts: [['success', 'Elias was accepted at the conservatory']] },
    ],
  },
  {
    age: [25, 60],
    beats: [
      { text: '{He} sharpens {his} skates every November, just in case, and checks the ice maps at breakfast.', facts: [['interest', 'Skating; reads ice maps at breakfast']] },
      { text: 'Two days of black ice. We skated to the windmill and back and could not stop grinning.', via: 'in-person', from: 'mutual' },
      { text: '{He} fell and cracked a rib, and says it was worth it.', facts: [['challenge', 'A cracked rib']] },
      { text: 'The rib has healed. {He} has found a frozen lake in Sweden and is counting heads for January.', from: 'mutual', facts: [['goal', 'A week of skating on a Swedish lake']] },
    ],
  },
  {
    age: [28, 66],
    beats: [
      { text: '{He} will look after a mountain hut for one summer: forty beds, no road.', facts: [['goal', 'A summer as warden of a mountain hut']] },
      { text: 'A letter from the hut: the helicopter brings flour and gossip on Tuesdays.', via: 'card', from: 'theirs' },
      { text: 'Climbed up to visit. {He} knows the weather by the smell of the stove now.', via: 'in-person', from: 'mutual' },
      { text: '{He} is down again and finds everything loud. They have asked {him} back, with a co-warden of {his} choice.', from: 'mutual', facts: [['need', 'A second warden for the hut']] },
    ],
  },
  {
    age: [22, 40],
    beats: [
      { text: 'We swap languages on Mondays: half an hour mine, half an hour {his}.', via: 'video', from: 'mutual', facts: [['preference', 'Language exchange on Mondays at seven']] },
      { text: 'Learned the word for a rain that falls while the sun shines. {He} has three of them.', via: 'video', from: 'mutual' },
      { text: '{He} gave a toast in my language at a wedding and nobody noticed, which is the best review.', facts: [['success', 'Gave a wedding toast in a second language']] },
      { text: 'Read the first page of a children’s book aloud without a mistake. {He} applauded properly.', via: 'video', from: 'mutual' },
    ],
  },
  {
    age: [28, 75],
    beats: [
      { text: 'They want to close the branch library. {He} has printed four hundred leaflets on the library’s own printer.', facts: [['interest', 'Fights for the branch library']] },
      { text: 'Collected signatures at the market together. The fishmonger signed twice.', via: 'in-person', from: 'mutual' },
      { text: '{He} spoke for two minutes at the council and stopped on time, unlike everyone else.', facts: [['success', 'Spoke at the council, on time']] },
      { text: 'A year’s delay and a reading room run by volunteers. {He} has Tuesdays and wants me for one Saturday.', from: 'mutual', promise: ['me', 'Take one Saturday in the reading room', 30] },
    ],
  },
  {
    age: [35, 75],
    beats: [
      { text: '{He} goes looking for mushrooms and trusts exactly three kinds.', facts: [['interest', 'Mushrooms, three kinds only']] },
      { text: 'Walked through wet woods all morning. One basket, mostly leaves.', via: 'in-person', from: 'mutual' },
      { text: 'Risotto with everything we found, after {he} had checked each one against two books.', via: 'in-person', from: 'mutual' },
      { text: '{He} has been asked to lead the beginners’ walk and is up late making slides of gills.', from: 'mutual', facts: [['success', 'Leads the beginners’ mushroom walk']] },
    ],
  },
  {
    age: [24, 42],
    beats: [
      { text: 'The landlord wants everyone out by the summer. {He} has read the law and it is on their side.', facts: [['challenge', 'A landlord who wants the whole house out']] },
      { text: 'The tenants meet in {his} kitchen. Eleven people, seven languages, one pot of lentils.' },
      { text: 'Went to the hearing and sat in the second row. {He} spoke well; the hands shook a little.', via: 'event', from: 'mutual' },
      { text: 'They won, and may stay. {He} is making a small guide so that the next house need not start from nothing.', from: 'mutual', facts: [['success', 'Won the case for the whole house'], ['offer', 'A guide for tenants who are told to leave']] },
    ],
  },
  {
    age: [22, 45],
    beats: [
      { text: 'Since the accident {he} plays wheelchair basketball, and hits harder than before.', facts: [['interest', 'Wheelchair basketball, Wednesdays and Saturdays']] },
      { text: 'Watched a match. It is loud, fast and somebody always loses a wheel.', via: 'event', from: 'mutual' },
      { text: 'The team is raising money for three new chairs. Passed the letter on to two people.', via: 'email', from: 'mine', facts: [['need', 'Money for three sports chairs']] },
      { text: 'Two of three chairs are paid for. {He} has been made captain and acts as if it were nothing.', from: 'mutual', facts: [['success', 'Captain of the team']] },
    ],
  },
  {
    age: [40, 78],
    beats: [
      { text: '{He} found a great-grandfather who left for Surinam and came back under another name.', facts: [['interest', 'Family history; a great-grandfather with two names']] },
      { text: 'In the archive together. {He} knows the staff by first name and brings them cake.', via: 'in-person', from: 'mutual' },
      { text: 'A cousin has appeared in Paramaribo, with the same chin.', facts: [['family', 'A newly found cousin in Paramaribo']] },
      { text: 'They talked for two hours by video and compared recipes. {He} wants to go there before the rains.', via: 'phone', from: 'mutual', facts: [['goal', 'Visit the cousin in Paramaribo']] },
    ],
  },
  {
    age: [28, 68],
    title: 'Bookseller',
    beats: [
      { text: '{He} puts a book aside for me now and then, and has not been wrong yet.', via: 'in-person', from: 'mutual', facts: [['work', 'Runs the small bookshop by the lock'], ['offer', 'Sets the right book aside']] },
      { text: 'The rent goes up by a third. {He} has done the sum on the back of a catalogue.', facts: [['challenge', 'The shop’s rent goes up by a third']] },
      { text: 'Customers have lent {him} two years of rent, in amounts of fifty. I am one of them.', via: 'in-person', from: 'mutual' },
      { text: 'The lease is signed. {He} wants a reading every month and asked whom I would like to hear.', via: 'in-person', from: 'mutual', promise: ['me', 'Suggest three people for the readings', 14] },
    ],
  },
  {
    age: [30, 70],
    beats: [
      { text: 'Cider from the trees nobody picks along the old railway. {He} has permission, in writing.', facts: [['interest', 'Makes cider from railway apples']] },
      { text: 'Pressed apples until dark. I still smell of it.', via: 'in-person', from: 'mutual' },
      { text: 'Eleven bottles exploded in the cellar. The twelfth is excellent.', from: 'theirs' },
      { text: 'Tasted the new year’s cider: dry, honest, a bit rude. {He} is naming each bottle after a station.', via: 'in-person', from: 'mutual', facts: [['offer', 'A bottle of cider named after any station']] },
    ],
  },
  {
    age: [26, 44],
    title: 'Workshop manager',
    beats: [
      { text: 'They build cargo bicycles for nurses who work in the old town, where cars cannot turn.', facts: [['work', 'Builds cargo bicycles for district nurses']] },
      { text: 'Tried the prototype. It turns on a coin and brakes like a tram.', via: 'in-person', from: 'mutual' },
      { text: 'The first ten are on the road. One nurse has already named hers.', facts: [['success', 'Ten nurses ride the new bicycles']] },
      { text: 'Another city wants fifty, and {he} does not know how to make more than two a week. Knows nobody who has grown a workshop.', via: 'phone', from: 'mutual', facts: [['need', 'Someone who has grown a workshop slowly']] },
    ],
  },
  {
    age: [24, 48],
    beats: [
      { text: '{He} does stand-up on Mondays in a room with nineteen chairs.', facts: [['interest', 'Stand-up on Mondays; nineteen chairs']] },
      { text: 'Died on stage, {he} says, over a joke about spreadsheets. I told {him} it is still funny.', via: 'whatsapp', from: 'mutual' },
      { text: 'Went to see it. The bit about {his} aunt’s funeral is wonderful and nobody breathed.', via: 'event', from: 'mutual' },
      { text: 'Ten minutes at a real theatre next month. {He} is cutting everything that is merely clever.', from: 'mutual', facts: [['success', 'Ten minutes in a real theatre']] },
    ],
  },
  {
    age: [25, 60],
    title: 'Lighting designer',
    beats: [
      { text: '{He} lights plays, and talks about dusk as others talk about food.', facts: [['work', 'Lights plays']] },
      { text: 'Sat in on the technical rehearsal. Nine hours for one sunset, and it was right.', via: 'in-person', from: 'mutual' },
      { text: 'The theatre’s old dimmers are going to the scrapyard. {He} rescued two.' },
      { text: 'Asked to light a cathedral with candles and no electricity. {He} called before saying yes, to hear {himself} say it.', via: 'phone', from: 'mutual', facts: [['goal', 'Light a cathedral without electricity']] },
    ],
  },
  {
    age: [28, 62],
    title: 'Hydrologist',
    beats: [
      { text: '{He} maps where the river went before anyone told it where to go.', facts: [['work', 'Maps the old river beds']] },
      { text: 'The old maps and the flooded cellars match. {He} sent me two pictures laid over each other.', via: 'email', from: 'theirs' },
      { text: 'Asked {him} about salt in the groundwater; got a lecture, a sketch and a lunch.', via: 'in-person', from: 'mutual' },
      { text: 'The town wants the map public, and the insurers do not. {He} is deciding how loud to be.', via: 'phone', from: 'mutual', facts: [['challenge', 'How loud to be about the flood map', 'private']] },
    ],
  },
  {
    age: [35, 70],
    beats: [
      { text: 'There is a 1967 van in {his} garage, in about nine hundred pieces.', facts: [['interest', 'Restores a 1967 van']] },
      { text: 'The engine came back from the machine shop looking like jewellery.' },
      { text: 'Held the torch while {he} wired the lamps. Both indicators blink, though together.', via: 'in-person', from: 'mutual' },
      { text: 'It drove to the end of the street. {He} plans a week in the Ardennes and a spare of everything.', from: 'mutual', facts: [['goal', 'A week in the Ardennes in the van']] },
    ],
  },
  {
    age: [31, 43],
    beats: [
      { text: 'They have been trying for a child for three years. {He} told me because {he} was tired of smiling.', via: 'in-person', from: 'mutual', facts: [['family', 'Trying for a child for three years', 'private']] },
      { text: 'Sent flowers without a reason. {He} wrote back one line, the right one.', via: 'card', from: 'mine' },
      { text: 'They are taking a year off from clinics and have booked a walking holiday.', facts: [['goal', 'A walking holiday and no clinics this year']] },
      { text: 'Back from the walk, brown and lighter. We spoke about wolves, maps and nothing else.', via: 'in-person', from: 'mutual' },
    ],
  },
  {
    age: [50, 76],
    beats: [
      { text: '{He} finally has hearing aids and is surprised by how much the refrigerator says.', facts: [['challenge', 'New hearing aids'], ['preference', 'Quiet places; sit on the left side']] },
      { text: 'Chose the café without music. We talked for two hours instead of one.', via: 'in-person', from: 'mutual' },
      { text: '{He} heard the swifts this year. Sent a recording to prove it.', from: 'theirs', via: 'whatsapp' },
      { text: '{He} has begun to write down sounds {he} had forgotten: a longer list than either of us expected.', from: 'mutual' },
    ],
  },
  {
    age: [28, 65],
    beats: [
      { text: 'Tango, twice a week. {He} says it is mostly standing still on purpose.', facts: [['interest', 'Tango, twice a week']] },
      { text: 'Tried a beginners’ evening with {him} and apologised to nine strangers.', via: 'event', from: 'mutual' },
      { text: '{He} is going to Buenos Aires for a month to dance badly among people who dance well.', facts: [['goal', 'A month of tango in Buenos Aires']] },
      { text: 'A voice message from a stairwell in Buenos Aires, with an orchestra somewhere below. Back in two weeks.', from: 'mutual', via: 'whatsapp' },
    ],
  },
  {
    age: [22, 45],
    beats: [
      { text: '{He} climbs indoors at seven in the morning, before anyone can ask {him} anything.', facts: [['interest', 'Climbs before work']] },
      { text: 'First outdoor route. {He} froze halfway and talked {himself} up aloud.' },
      { text: 'Held the rope for {him}. Nothing teaches attention like that.', via: 'in-person', from: 'mutual' },
      { text: '{He} leads a Sunday group for people who are afraid of heights, {himself} included.', from: 'mutual', facts: [['offer', 'Takes frightened beginners climbing']] },
    ],
  },
  {
    age: [60, 70],
    beats: [
      { text: 'Four months to retirement. {He} is tidying thirty years of files and reading most of them.', facts: [['work', 'Retires after thirty years']] },
      { text: 'The farewell had too many speeches; {his} own was the shortest.', via: 'event', from: 'mutual' },
      { text: 'First Monday without work. {He} walked to the office anyway and bought a newspaper there.' },
      { text: '{He} teaches two young colleagues on Fridays, unpaid, and calls it {his} only appointment.', via: 'phone', from: 'mutual', facts: [['offer', 'Advice from thirty years, on Fridays']] },
    ],
  },
  {
    age: [26, 60],
    title: 'Type designer',
    beats: [
      { text: '{He} draws a typeface for ferry timetables: small, wet, read at a run.', facts: [['work', 'Draws a typeface for ferry timetables']] },
      { text: 'The numeral 7 is the problem. {He} has forty of them on the wall.' },
      { text: 'Sent {him} photographs of timetables from the islands, with rain on the lens.', via: 'email', from: 'mine', facts: [['gift-idea', 'Photographs of lettering in bad weather']] },
      { text: 'The ferry company will use it from the summer. {He} has settled on the thirty-eighth seven.', via: 'video', from: 'mutual', facts: [['success', 'The timetable typeface will be used on the ferries']] },
    ],
  },
  {
    age: [25, 75],
    beats: [
      { text: '{He} cooks on Thursdays for whoever comes to the old fire station. Last week, ninety people.', facts: [['interest', 'Cooks for the neighbourhood on Thursdays']] },
      { text: 'Peeled carrots next to {him} for three hours. Heard more stories than at any party.', via: 'in-person', from: 'mutual' },
      { text: 'The freezer died, full. They cooked everything in one night and fed the whole street.' },
      { text: 'They need a new cook for the even weeks, and {he} looked at me for a long time.', via: 'in-person', from: 'mutual', facts: [['need', 'A cook for the even Thursdays']] },
    ],
  },
  {
    age: [32, 70],
    beats: [
      { text: 'A mother and two boys live in {his} upstairs room until they have a place of their own.', facts: [['family', 'Hosts a mother and two boys upstairs', 'private']] },
      { text: 'The older boy beat {him} at draughts in a language neither of them speaks well.' },
      { text: 'Gathered school things among friends; carried three bags over there.', via: 'in-person', from: 'mutual' },
      { text: 'They have a flat, four streets away. {He} misses the noise and has dinner there on Sundays.', via: 'phone', from: 'mutual', facts: [['success', 'The family upstairs found a flat']] },
    ],
  },
  {
    age: [25, 72],
    beats: [
      { text: '{He} built a telescope from a kit and a drainpipe and saw Saturn on the second night.', facts: [['interest', 'Builds telescopes']] },
      { text: 'Stood in a field until two. Saw the rings, and how happy {he} was.', via: 'in-person', from: 'mutual' },
      { text: '{He} complains of the new lamps along the canal and has written a polite, very long letter.', facts: [['challenge', 'Street lamps against starlight']] },
      { text: 'The city will dim the lamps after midnight for one year, because of that letter. {He} is framing the reply.', from: 'mutual', facts: [['success', 'Made the city dim its lamps']] },
    ],
  },
];

/** Ties that were close once and fell silent; the last beat was long ago. */
// biome-ignore format: a table
export const DORMANT_STORIES: readonly Story[] = [
  {
    beats: [
      { text: 'We shared the flat above the chandlery; {he} still has the green kettle.', via: 'in-person', from: 'mutual', facts: [['how-we-met', 'Flatmates for three years above the chandlery']] },
      { text: '{He} moved in with Sam and gave me the good armchair.' },
      { text: 'Long evening about who we wanted to be at thirty. Promised to do that once a year.', via: 'in-person', from: 'mutual' },
    ],
  },
  {
    beats: [
      { text: 'Wrote the grant together in eleven evenings. {He} cut my best sentence and was right.', via: 'video', from: 'mutual', facts: [['how-we-met', 'Wrote our first grant together']] },
      { text: 'The grant came through. {He} bought the cake, I bought the fork.', from: 'mutual', facts: [['success', 'The grant we wrote together was funded']] },
      { text: 'Last meeting of the project. {He} said we should start something of our own some day; I said yes.', via: 'in-person', from: 'mutual' },
    ],
  },
  {
    beats: [
      { text: 'Rehearsed twice a week in the cellar. {He} plays the accordion as if it owed {him} money.', via: 'in-person', from: 'mutual', facts: [['interest', 'Plays the accordion']] },
      { text: 'The band played the canal festival. Twelve people, and one of them danced.', via: 'event', from: 'mutual' },
      { text: 'The cellar was let to someone else. {He} took the amplifier “for now”.', from: 'mutual' },
    ],
  },
  {
    beats: [
      { text: '{He} was my first boss and the only one who said what was good as well.', via: 'phone', from: 'mutual', facts: [['how-we-met', 'My first boss']] },
      { text: 'Asked {him} about the offer. {He} asked me one question back and that settled it.', via: 'phone', from: 'mine' },
      { text: 'Lunch before {he} left for the new job. {He} wanted to hear how mine turns out.', via: 'in-person', from: 'mutual', promise: ['me', 'Tell how the new job turned out', 60] },
    ],
  },
  {
    beats: [
      { text: 'Summer in {his} parents’ orchard, ladders and wasps.', via: 'in-person', from: 'mutual', facts: [['family', 'Parents have an orchard']] },
      { text: '{He} is training to become a midwife and has never been so tired or so sure.', facts: [['work', 'Became a midwife']] },
      { text: 'A call in the car between two births. {He} was going to ring back in a quieter week.', via: 'phone', from: 'theirs' },
      { text: 'Sent a card for the first hundred births. No answer, which I understand.', via: 'card', from: 'mine' },
    ],
  },
];

/** What they wrote last, and the owner has not answered. */
export const UNANSWERED: readonly string[] = [
  '{He} asked whether the spare room is free in the second week of next month.',
  'Sent me the draft of {his} speech and asked which half to cut.',
  '{He} wrote that the scan was clear, and that {he} wanted me to hear it first.',
  'Asked for the name of the piano tuner, and how I have been.',
  'A photograph of the finished bookshelf and one line: when are you coming to see it?',
  '{He} wants to know if I would read a story to {his} class by video.',
  'Asked if the offer to borrow the tent still stands; they leave in three weeks.',
  '{He} is in town for two nights soon and asked for a breakfast, not a meeting.',
];
