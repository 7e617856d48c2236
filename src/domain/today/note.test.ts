import { describe, expect, test } from 'vitest';
import { threadFromFact } from './fact.ts';
import { threadFrom } from './note.ts';

const names = ['Ada Brandt', 'Ada'];

function read(note: string, alone = true): string | undefined {
  const thread = threadFrom(note, { names, alone });
  return thread && `${thread.kind}: ${thread.text}`;
}

function readFact(kind: Parameters<typeof threadFromFact>[0]['kind'], text: string): string | undefined {
  const thread = threadFromFact({ kind, text }, names);
  return thread && `${thread.kind}: ${thread.text}`;
}

describe('a note as one types it', () => {
  test.each([
    ['talked about the pallets', 'talk: our talk about the pallets'],
    ['Talked about X-ray imaging and bees', 'talk: our talk about X-ray imaging and bees'],
    ['talked about why bridges sing in the wind', 'talk: our talk about why bridges sing in the wind'],
    ['talked about how she met her husband', 'talk: our talk about how you met your husband'],
    ['long call about the move', 'talk: our talk about the move'],
    ['phone call re contract', 'talk: our talk about the contract'],
    [
      'We spoke about ferries and the people who miss them as well.',
      'talk: our talk about ferries and the people who miss them',
    ],
    ['told me about an evening class that went well', 'talk: what you told me about the evening class that went well'],
    ['asked about my trip', 'talk: our talk about my trip'],
    ['We spoke about what libraries are for as well.', 'talk: our talk about what libraries are for'],
    ['Went through the one about the bees of a city with him by mail', 'talk: our talk about the bees of a city'],
    ['about the one about the whale survey', 'talk: our talk about the whale survey'],
    ['he explained who decides where a tree goes', 'talk: what you told me about who decides where a tree goes'],
    ['Asked how it goes with screenwriting. Slowly, she says', 'interest: screenwriting'],
    ['Talked about speaking before breakfast', 'talk: our talk about speaking before breakfast'],
    ['Talked about taxes before breakfast', 'talk: our talk about taxes'],
    ['Sent her the article on why nobody sails to Iceland', 'sent: the article I sent you'],
    ['Asked how it goes with her thesis', 'matter: your thesis'],
    ['Sent me the draft of her speech', 'matter: the draft of your speech'],
    ['Read the one about tides with her', 'memory: reading about tides with you'],
    ['Heard her on the local radio about tides', 'memory: hearing you talk on the local radio about tides'],
    ['tidal power', 'talk: our talk about tidal power'],
    ['1. taxes 2. the boat', 'talk: our talk about taxes'],
    ["she's changing jobs", 'news: you were changing jobs'],
    ['shes moving to Ghent in may', 'news: you were moving to Ghent in May'],
    ['lunch w/ Ada, learning Welsh', 'news: you were learning Welsh'],
    ['Ada might move to Oslo', 'news: you were thinking of moving to Oslo'],
    ['She will start teaching in September', 'news: you were going to start teaching in September'],
    ["he's off to Japan for 3 weeks", 'news: you were off to Japan for 3 weeks'],
    ['Lunch with Ada, her daughter starts school', 'news: your daughter was starting school'],
    ['building a boat w/ his brother', 'news: you were building a boat with your brother'],
    ['moved to Lyon last month', 'since: you moved to Lyon'],
    ['bought house near Utrecht', 'since: you bought a house near Utrecht'],
    ['wants to visit in spring', 'hope: visit in spring'],
    ['did she get the job?', 'question: did you get the job'],
    ['ask her how the exam went', 'asking: how the exam went'],
    ['her thesis is almost done', 'matter: your thesis'],
    ['her back hurts', 'matter: your back'],
    ['The ministry wants the eel figures', 'matter: the ministry'],
    ['🎉 new job!!', 'matter: the new job'],
    ['exam on the 20th', 'matter: the exam'],
    ['Dad ill', 'kin: your dad'],
    ['her son passed his exams', 'kin: your son'],
    ['just had a baby', 'kin: the baby'],
    ['sent paper', 'sent: the paper I sent you'],
    ['gave me a jar of honey', 'received: the jar of honey'],
    ['ran into her at the market', 'memory: running into you at the market'],
    ['Read his piece about small theatres', 'memory: reading your piece about small theatres'],
    ['hiked up the Rigi', 'event: the time we hiked up the Rigi'],
    ['Coffee at the station buffet. She is very sure of one thing', 'event: our coffee at the station buffet'],
    ['kept the pallets', 'mention: the pallets'],
    ['neue Wohnung, Umzug im Mai', 'quote: neue Wohnung'],
    ['聊到他的新书', 'quote: 聊到他的新书'],
  ])('%s', (note, thread) => {
    expect(read(note)).toBe(thread);
  });

  test.each([
    'pregnant, not public yet',
    'she is pregnant',
    'drinking again',
    'told me in confidence that the firm is closing',
    "Don't bring up the move",
    'no answer',
    'left voicemail',
    'ok',
    'You connected on LinkedIn',
  ])('leaves alone: %s', (note) => {
    expect(read(note)).toBeUndefined();
  });

  test('does not guess who "she" is once somebody else was named, or with others there', () => {
    expect(read('Her sister is visiting. She is learning Welsh') ?? '').not.toMatch(/you were learning/);
    expect(read('The agent called. He is moving to Rome') ?? '').not.toMatch(/you were moving/);
    expect(read('Lunch with Grace, she is learning Welsh') ?? '').not.toMatch(/you were learning/);
    expect(read('she is learning Welsh', false) ?? '').not.toMatch(/you were/);
    expect(read('He left early. She is learning Welsh') ?? '').not.toMatch(/you were learning/);
  });

  test('never takes a gerund that is a subject for what they are doing', () => {
    expect(read('Working for the school is better than feared') ?? '').not.toMatch(/were working/);
    expect(read('Plans for another hike came to nothing') ?? '').not.toMatch(/planning/);
    expect(read('One trial year on the farm, starting in spring') ?? '').not.toMatch(/starting/);
  });
});

describe('a fact', () => {
  test.each([
    ['interest', 'Counts birds on the same dike since 1998', 'still: count birds on the same dike'],
    ['interest', 'Rows before work, hates phone menus', 'still: row before work'],
    ['interest', 'loves old maps', 'interest: old maps'],
    ['interest', 'Two beehives on the roof, one with a temper', 'matter: your two beehives on the roof'],
    ['interest', 'Interested in being the eldest', 'feat: you are interested in being the eldest'],
    ['interest', 'Learning the cello; the cat disapproves', 'ongoing: learning the cello'],
    ['family', 'Daughter Mia (7)', 'kin: Mia'],
    ['family', 'two kids: Anna and Pio', 'kin: Anna and Pio'],
    ['family', 'has a dog called Bruno', 'kin: Bruno'],
    ['success', 'Elias was accepted at the conservatory', 'feat: Elias was accepted at the conservatory'],
    ['success', 'The stadium lesson worked', 'feat: the stadium lesson worked'],
    ['interest', 'Has walked every street of Turin', 'feat: you have walked every street of Turin'],
    ['interest', 'Taking a course: furniture repair', 'interest: furniture repair'],
    ['family', 'Married to Sam', 'kin: Sam'],
    ['family', 'A sister in Edinburgh, they speak every Sunday', 'kin: your sister'],
    ['family', 'Twins, Samira and a brother', 'kin: your twins'],
    ['goal', 'wants to teach one day', 'hope: teach one day'],
    ['goal', 'A summer as warden of a mountain hut', 'plan: a summer as warden of a mountain hut'],
    ['work', 'marine geologist at Kiel', 'role: a marine geologist at Kiel'],
    ['work', 'Head of Research at Alma', 'role: Head of Research at Alma'],
    ['work', 'just started at Google', 'since: you started at Google'],
    ['need', 'Looking for a tenor for the quartet', 'need: a tenor for the quartet'],
    ['success', 'Spoke at the council, on time', 'feat: you spoke at the council'],
    ['challenge', 'finding a flat', 'ongoing: finding a flat'],
    ['preference', 'vegan', 'meal: vegan'],
    ['preference', 'hates phone calls', undefined],
    ['gift-idea', 'a sextant', undefined],
    ['how-we-met', 'Leo introduced us', 'met: how we met: Leo introduced us'],
    ['how-we-met', 'Shared an office at the depot until 2020', 'met: how we shared an office at the depot until 2020'],
    ['how-we-met', 'Met at the OCEAN mixer, by the coat rack', 'met: how we met at the OCEAN mixer'],
    ['other', 'left-handed', 'quote: left-handed'],
  ] as const)('%s: %s', (kind, text, thread) => {
    expect(readFact(kind, text)).toBe(thread);
  });
});
