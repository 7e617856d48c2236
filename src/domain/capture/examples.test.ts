import { describe, expect, it } from 'vitest';
import type { CalendarDate, PartialDate } from '../dates.ts';
import type { PersonId } from '../ids.ts';
import type { Capture, CaptureContext, DirectoryPerson } from './capture.ts';
import { namedCompany } from './company-news.ts';
import { directoryOf } from './directory.ts';
import { parseCapture } from './parse.ts';

/**
 * What Capture should make of a line, written down before the parser was. All are said on Monday 2026-11-23 by somebody
 * in Berlin whose locale is en-GB; the people are those below.
 *
 * A line reads: day [time] channel direction: participants [/ place], `about:` the merely mentioned, then facts
 * (`kind who: text`), promises (`who > whom: text by day`), plans, follow-ups, occasions and questions [candidates].
 */
type Example = readonly [text: string, ...expected: string[]];

const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  'who was there': [
    ['Lunch with Ada', '2026-11-23 in-person mutual: ada'],
    ['lunch w/ ada yday', '2026-11-22 in-person mutual: ada'],
    ['Coffee with Ada and Grace', '2026-11-23 in-person mutual: ada, grace'],
    ['Dinner with Ada, Grace & Tom', '2026-11-23 in-person mutual: ada, grace, tom'],
    ['Dinner with Ada, Grace, and Tom at Café Luna', '2026-11-23 in-person mutual: ada, grace, tom / Café Luna'],
    ['Ada and I had lunch', '2026-11-23 in-person mutual: ada'],
    ['Ada, Grace and I met at Café Luna', '2026-11-23 in-person mutual: ada, grace / Café Luna'],
    ['Me and Tom went for a walk yesterday', '2026-11-22 in-person mutual: tom'],
    [
      'Met Bea Lund at the dinner at Tom’s, she is a marine biologist and is looking for a tidal engineer',
      '2026-11-23 in-person mutual: +Bea Lund, tom / Tom’s',
      'work +Bea Lund: a marine biologist',
      'need +Bea Lund: looking for a tidal engineer',
      'how-we-met +Bea Lund: at Tom’s',
      'follow-up 2026-11-24: +Bea Lund: follow up',
    ],
    [
      'Called Tom, he is a baker and offers to help with sourdough',
      '2026-11-23 phone mine: tom',
      'work tom: a baker',
      'offer tom: offers to help with sourdough',
    ],
    ['Lunch with Ada Lovelace', '2026-11-23 in-person mutual: ada'],
    ['Lunch with Lovelace', '2026-11-23 in-person mutual: ada'],
    ['Lunch with Lovelace, Ada', '2026-11-23 in-person mutual: ada'],
    ['Dinner with the Okafors', '2026-11-23 in-person mutual: ngozi, tom'],
    ['Coffee with Sasha', '2026-11-23 in-person mutual: alexandra'],
    ['Coffee with Mo', '2026-11-23 in-person mutual: mo'],
    ['Coffee with Alex', '2026-11-23 in-person mutual: alexandra'],
    ['beer w siobhan', '2026-11-23 in-person mutual: siobhan'],
    ['Coffee with Siobhan O’Brien', '2026-11-23 in-person mutual: siobhan'],
    ['lunch with lukasz and jose', '2026-11-23 in-person mutual: lukasz, jose'],
    ['lunch with Joerg Mueller', '2026-11-23 in-person mutual: muller'],
    ['lunch with jorg', '2026-11-23 in-person mutual: muller'],
    ['LUNCH WITH ADA', '2026-11-23 in-person mutual: ada'],
    ['Walk with Mary Jane', '2026-11-23 in-person mutual: maryjane'],
    ['Walk with jean luc', '2026-11-23 in-person mutual: jeanluc'],
    ['和小明吃饭', '2026-11-23 in-person mutual: xiaoming'],
    ['Lunch with 小明', '2026-11-23 in-person mutual: xiaoming'],
    ['김민수랑 점심', '2026-11-23 other mutual: minsu'],
    ['Ada great evening', '2026-11-23 other mutual: ada'],
    ['ada lunch yday', '2026-11-22 in-person mutual: ada'],
    ['Talked to Ada about Grace', '2026-11-23 other mutual: ada', 'about: grace'],
    [
      'Lunch with Ada, Grace is expecting',
      '2026-11-23 in-person mutual: ada',
      'about: grace',
      'family grace: expecting',
    ],
    ['Lunch with Ada. Tom joined us later', '2026-11-23 in-person mutual: ada, tom'],
    ['Coffee with Ada L.', '2026-11-23 in-person mutual: ada'],
    ['Lunch with @gra', '2026-11-23 in-person mutual: grace'],
    ['Lunch with Ada #sailing', '2026-11-23 in-person mutual: ada', '#sailing'],
    ['Wrote Ada a postcard from Porto', '2026-11-23 card mine: ada'],
    ['Lunch with my colleague Priya', '2026-11-23 in-person mutual: ?Priya', '? Who is Priya? []'],
    ['Talked to our neighbour Jan about the fence', '2026-11-23 other mutual: ?Jan', '? Who is Jan? []'],
    ['Tea with old Mrs. Kowalski', '2026-11-23 in-person mutual: ?Kowalski', '? Who is Kowalski? []'],
    ['Lunch with Ada, talked about her burnout. Don’t tell anyone', '2026-11-23 in-person mutual: ada'],
    ['Visited Ada in hospital with flowers', '2026-11-23 in-person mutual: ada'],
    ['Tom and Ada helped me move', '2026-11-23 other mutual: tom, ada'],
    ['Ada moved to Leipzig and loves it', 'other ada: moved to Leipzig'],
    ['Dinner at Ada’s', '2026-11-23 in-person mutual: ada / Ada’s'],
  ],
  'names that are words': [
    ['Will called', '2026-11-23 phone theirs: will'],
    ['Will call Ada tomorrow', 'me > ada: call Ada by 2026-11-24'],
    ['Lunch with Will', '2026-11-23 in-person mutual: will'],
    ['Met Will, will send him the slides', '2026-11-23 in-person mutual: will', 'me > will: send him the slides'],
    ['lunch with will yesterday', '2026-11-22 in-person mutual: will'],
    ['Coffee with An', '2026-11-23 in-person mutual: an'],
    ['Lunch with an old friend', '2026-11-23 in-person mutual: nobody', '? Who was this with? []'],
    ['Lunch with Don and May', '2026-11-23 in-person mutual: don, may'],
    ['Lunch with May in May', '2026-05-01 in-person mutual: may'],
    ['Lunch with April on 5 April', '2026-04-05 in-person mutual: april'],
    ['Called Mark and Rose', '2026-11-23 phone mine: mark, rose'],
    [
      'Hope called, she is worried about her mother',
      '2026-11-23 phone theirs: hope',
      'challenge hope: worried about her mother',
    ],
    ['Coffee with Grace, hope she feels better', '2026-11-23 in-person mutual: grace'],
    ['Paid the bill at lunch with Art', '2026-11-23 in-person mutual: art'],
    ['Lunch with Tom, can help with the move', '2026-11-23 in-person mutual: tom', 'offer tom: can help with the move'],
    [
      'Lunch with Tom, Bill has the flu',
      '2026-11-23 in-person mutual: tom',
      'about: bill',
      'challenge bill: has the flu',
    ],
    ['I will have lunch with Ada on Friday', 'plan 2026-11-27 in-person: ada: lunch with Ada'],
  ],
  'two people fit': [
    ['Lunch with Chris', '2026-11-23 in-person mutual: ?Chris', '? Which Chris? [chris-a, chris-b]'],
    ['Lunch with Chris Baum', '2026-11-23 in-person mutual: chris-b'],
    ['Lunch with Chris B', '2026-11-23 in-person mutual: chris-b'],
    ['Lunch with Chris from Acme', '2026-11-23 in-person mutual: chris-a'],
    ['Lunch with Sam', '2026-11-23 in-person mutual: sam'],
    ['Lunch with Sama', '2026-11-23 in-person mutual: samantha'],
    ['Lunch with Sa', '2026-11-23 in-person mutual: ?Sa', '? Which Sa? [alexandra, sam, samantha]'],
    ['Lunch with Okafor', '2026-11-23 in-person mutual: ?Okafor', '? Which Okafor? [ngozi, tom]'],
    ['Lunch with Ada and Chris', '2026-11-23 in-person mutual: ada, ?Chris', '? Which Chris? [chris-a, chris-b]'],
    ['Lunch with tom jones', '2026-11-23 in-person mutual: ?tom jones', '? Who is tom jones? [tom]'],
  ],
  'someone new': [
    [
      'Met Zed Ito from Kanda at the OCEAN mixer, talked about tidal power',
      '2026-11-23 event mutual: +Zed Ito (Kanda) / OCEAN mixer',
      'interest +Zed Ito: tidal power',
      'how-we-met +Zed Ito: at the OCEAN mixer',
      'follow-up 2026-11-24: +Zed Ito: follow up about tidal power',
    ],
    ['Met Zed', '2026-11-23 in-person mutual: +Zed', 'follow-up 2026-11-24: +Zed: follow up'],
    ['Met Ada', '2026-11-23 in-person mutual: ada'],
    ['Lunch with Zed', '2026-11-23 in-person mutual: ?Zed', '? Who is Zed? []'],
    ['Lunch with Zed Ito', '2026-11-23 in-person mutual: +Zed Ito', 'follow-up 2026-11-24: +Zed Ito: follow up'],
    [
      'Met Lena de la Cruz, CTO at Kanda, in Rotterdam yesterday',
      '2026-11-22 in-person mutual: +Lena de la Cruz (CTO, Kanda) / Rotterdam',
      'how-we-met +Lena de la Cruz: in Rotterdam',
      'follow-up 2026-11-23: +Lena de la Cruz: follow up',
    ],
    [
      'Met Zed Ito and Ana Ruiz at the conference',
      '2026-11-23 event mutual: +Zed Ito, +Ana Ruiz / conference',
      'how-we-met +Zed Ito: at the conference',
      'how-we-met +Ana Ruiz: at the conference',
      'follow-up 2026-11-24: +Zed Ito, +Ana Ruiz: follow up',
    ],
    [
      'Ada introduced me to Zed Ito',
      '2026-11-23 in-person mutual: ada, +Zed Ito',
      'how-we-met +Zed Ito: introduced by Ada',
      'follow-up 2026-11-24: +Zed Ito: follow up',
    ],
    ['Lunch with Ada Byron', '2026-11-23 in-person mutual: +Ada Byron', 'follow-up 2026-11-24: +Ada Byron: follow up'],
    ['Lunch with new: 李雷', '2026-11-23 in-person mutual: +李雷', 'follow-up 2026-11-24: +李雷: follow up'],
    [
      'met zed ito from kanda at the ocean mixer',
      '2026-11-23 event mutual: ?zed ito / ocean mixer',
      '? Who is zed ito? []',
    ],
    [
      'Met Zed Ito (Kanda)',
      '2026-11-23 in-person mutual: +Zed Ito (Kanda)',
      'follow-up 2026-11-24: +Zed Ito: follow up',
    ],
    ['Zed Ito emailed me', '2026-11-23 email theirs: +Zed Ito', 'follow-up 2026-11-24: +Zed Ito: follow up'],
    ['Talked to Ada about Zed Ito', '2026-11-23 other mutual: ada'],
    ['Met interesting people at the fair', '2026-11-23 event mutual: nobody / fair', '? Who was this with? []'],
  ],
  'when it happened': [
    ['Lunch with Ada last Friday', '2026-11-20 in-person mutual: ada'],
    ['Had lunch with Ada on Friday', '2026-11-20 in-person mutual: ada'],
    ['Lunch with Ada on Friday, talked about her thesis', '2026-11-20 in-person mutual: ada'],
    ['Lunch with Ada on Monday', '2026-11-23 in-person mutual: ada'],
    ['Met Ada on Monday', '2026-11-23 in-person mutual: ada'],
    ['Called Ada two days ago', '2026-11-21 phone mine: ada'],
    ['Called Ada 3 weeks ago', '2026-11-02 phone mine: ada'],
    ['Called Ada a week ago', '2026-11-16 phone mine: ada'],
    ['Drinks with Tom last night', '2026-11-22 in-person mutual: tom'],
    ['Called Ada this morning', '2026-11-23 phone mine: ada'],
    ['Called Ada just now', '2026-11-23 phone mine: ada'],
    ['Met Ada the day before yesterday', '2026-11-21 in-person mutual: ada'],
    ['Met Ada in March', '2026-03-01 in-person mutual: ada'],
    ['Saw Ada last summer', '2026-06-01 in-person mutual: ada'],
    ['Saw Ada last week', '2026-11-16 in-person mutual: ada'],
    ['Saw Ada at the weekend', '2026-11-21 in-person mutual: ada'],
    ['Met Ada on the 5th', '2026-11-05 in-person mutual: ada'],
    ['Met Ada on the 25th', '2026-10-25 in-person mutual: ada'],
    ['Met Ada on 5 May', '2026-05-05 in-person mutual: ada'],
    ['Met Ada on May 5th, 2025', '2025-05-05 in-person mutual: ada'],
    ['Met Ada on the 5th of May', '2026-05-05 in-person mutual: ada'],
    ['Met Ada 05/03', '2026-03-05 in-person mutual: ada'],
    ['Met Ada 2026-11-20', '2026-11-20 in-person mutual: ada'],
    ['20.11. lunch with Ada', '2026-11-20 in-person mutual: ada'],
    ['20.11.25 lunch with Ada', '2025-11-20 in-person mutual: ada'],
    ['Yesterday: lunch with Ada', '2026-11-22 in-person mutual: ada'],
    ['Yesterday I had lunch with Ada', '2026-11-22 in-person mutual: ada'],
    ['Met Ada yesterday at 10:30', '2026-11-22 10:30 in-person mutual: ada'],
    ['Lunch with Ada at noon', '2026-11-23 12:00 in-person mutual: ada'],
    ['Dinner with Ada yesterday at 7', '2026-11-22 19:00 in-person mutual: ada'],
    ['Called Ada yesterday at 4pm', '2026-11-22 16:00 phone mine: ada'],
    ['Talked to Ada about the trip next summer', '2026-11-23 other mutual: ada'],
    ['Emailed Ada about dinner on Friday', '2026-11-23 email mine: ada'],
    ['Met Ada on 31 February', '2026-11-23 in-person mutual: ada'],
  ],
  'what is still to come': [
    ['coffee with Ada next week', 'plan 2026-11-30 in-person: ada: coffee with Ada'],
    ['Dinner with Tom on Friday', 'plan 2026-11-27 in-person: tom: Dinner with Tom'],
    ['Having lunch with Ada tomorrow', 'plan 2026-11-24 in-person: ada: lunch with Ada'],
    ['meeting Ada on Thursday at 10', 'plan 2026-11-26 10:00 in-person: ada: meeting Ada'],
    ['Call with Ada tomorrow at 3', 'plan 2026-11-24 15:00 phone: ada: Call with Ada'],
    ['Dinner with Tom 24.12.', 'plan 2026-12-24 in-person: tom: Dinner with Tom'],
    ['Dinner with Tom tonight', 'plan 2026-11-23 in-person: tom: Dinner with Tom'],
    [
      'Lunch with Ada, coffee again next Friday',
      '2026-11-23 in-person mutual: ada',
      'plan 2026-12-04 in-person: ada: coffee again',
    ],
    ['Coffee with Ada next week on Tuesday', 'plan 2026-12-01 in-person: ada: Coffee with Ada'],
    ['Coffee with Ada next week Thursday', 'plan 2026-12-03 in-person: ada: Coffee with Ada'],
    ['Coffee with Ada on Tuesday next week', 'plan 2026-12-01 in-person: ada: Coffee with Ada'],
    ['Coffee with Ada on Thursday of next week', 'plan 2026-12-03 in-person: ada: Coffee with Ada'],
    ['Coffee with Ada the week after next', 'plan 2026-12-07 in-person: ada: Coffee with Ada'],
    ['Coffee with Ada on Friday in the week after next', 'plan 2026-12-11 in-person: ada: Coffee with Ada'],
    ['Theatre with Ada on the 11th at 8pm', 'plan 2026-12-11 20:00 in-person: ada: Theatre with Ada'],
    ['Dinner with Ada Sunday 7pm', 'plan 2026-11-29 19:00 in-person: ada: Dinner with Ada'],
    ['Brunch with Ada a week on Sunday', 'plan 2026-12-06 in-person: ada: Brunch with Ada'],
    ['Party at Ada’s on New Year’s Eve', 'plan 2026-12-31 event: ada: Party at Ada’s'],
    ['Tea with Ada on Sunday, she cried a lot', '2026-11-22 in-person mutual: ada'],
    ['Ada still hasn’t sent me her comments', 'other ada: still hasn’t sent me her comments'],
    ['Coffee with Ada on Tuesday last week', '2026-11-17 in-person mutual: ada'],
    ['Seeing Grace in two weeks', 'plan 2026-12-07 in-person: grace: Seeing Grace'],
  ],
  'channel, direction and place': [
    ['Called Ada', '2026-11-23 phone mine: ada'],
    ['Ada called', '2026-11-23 phone theirs: ada'],
    ['Rang Ada, no answer', '2026-11-23 phone mine: ada'],
    ['Left Ada a voicemail', '2026-11-23 phone mine: ada'],
    ['Left a voicemail for Ada', '2026-11-23 phone mine: ada'],
    ['Got a call from Ada', '2026-11-23 phone theirs: ada'],
    ['Call with Ada', '2026-11-23 phone mutual: ada'],
    ['Emailed Ada', '2026-11-23 email mine: ada'],
    ['Wrote to Ada', '2026-11-23 email mine: ada'],
    ['Mail from Ada', '2026-11-23 email theirs: ada'],
    ['Ada emailed me about Rome', '2026-11-23 email theirs: ada'],
    ['Sent Ada an email', '2026-11-23 email mine: ada'],
    ['Texted Ada', '2026-11-23 text mine: ada'],
    ['WhatsApped Ada yesterday', '2026-11-22 whatsapp mine: ada'],
    ['Chatted with Ada on WhatsApp', '2026-11-23 whatsapp mutual: ada'],
    ['Signal message from Ada', '2026-11-23 signal theirs: ada'],
    ['Messaged Ada on Telegram', '2026-11-23 telegram mine: ada'],
    ['DM’d Ada on Instagram', '2026-11-23 instagram mine: ada'],
    ['LinkedIn message from Ada', '2026-11-23 linkedin theirs: ada'],
    ['Zoom with Ada and Tom', '2026-11-23 video mutual: ada, tom'],
    ['FaceTime with Ada', '2026-11-23 video mutual: ada'],
    ['Video call with Ada', '2026-11-23 video mutual: ada'],
    ['Met Ada on Teams', '2026-11-23 video mutual: ada'],
    ['Sent Ada a birthday card', '2026-11-23 card mine: ada'],
    ['Got a postcard from Ada', '2026-11-23 card theirs: ada'],
    ['Bumped into Ada in Rotterdam', '2026-11-23 in-person mutual: ada / Rotterdam'],
    ['Met Ada for coffee', '2026-11-23 in-person mutual: ada'],
    ['Visited Ada and Tom in New York', '2026-11-23 in-person mutual: ada, tom / New York'],
    ['Saw Ada at the sailing conference', '2026-11-23 event mutual: ada / sailing conference'],
    ['Spoke to Ada on the phone', '2026-11-23 phone mutual: ada'],
    ['Heard from Ada', '2026-11-23 other theirs: ada'],
    ['Lunch with Ada in person', '2026-11-23 in-person mutual: ada'],
  ],
  'what they told me': [
    [
      'Lunch with Grace and Ada yesterday, Ada’s daughter starts school, send her the book',
      '2026-11-22 in-person mutual: grace, ada',
      'family ada: daughter starts school',
      'me > ada: send her the book',
    ],
    ['Ada’s daughter starts school', 'family ada: daughter starts school'],
    ['Coffee with Grace, she is expecting', '2026-11-23 in-person mutual: grace', 'family grace: expecting'],
    ['Lunch with Tom. His wife Mia is ill', '2026-11-23 in-person mutual: tom', 'challenge tom: wife Mia is ill'],
    ['Lunch with Tom, his wife is Mia', '2026-11-23 in-person mutual: tom', 'family tom: wife is Mia'],
    ['Ada started at Acme', 'work ada: started at Acme'],
    ['Called Ada, got promoted to lead', '2026-11-23 phone mine: ada', 'work ada: got promoted to lead'],
    ['Ada: new job at Acme', 'work ada: new job at Acme'],
    ['Lunch with Ada, loves sailing', '2026-11-23 in-person mutual: ada', 'interest ada: sailing'],
    ['Lunch with Ada: she’s learning Dutch', '2026-11-23 in-person mutual: ada', 'interest ada: learning Dutch'],
    ['Ada is into jazz and modular synths', 'interest ada: jazz and modular synths'],
    ['Ada wants to teach one day', 'goal ada: wants to teach one day'],
    ['Tom hopes to run a marathon', 'goal tom: hopes to run a marathon'],
    ['Grace is struggling with her thesis', 'challenge grace: struggling with her thesis'],
    ['Called Tom, his father is ill', '2026-11-23 phone mine: tom', 'challenge tom: father is ill'],
    ['Grace won the regatta', 'success grace: won the regatta'],
    ['Lunch with Ada, she finished her thesis', '2026-11-23 in-person mutual: ada', 'success ada: finished her thesis'],
    ['Ada hates phone calls', 'preference ada: hates phone calls'],
    ['Tom prefers email', 'preference tom: prefers email'],
    ['Dinner with Grace, vegetarian', '2026-11-23 in-person mutual: grace', 'preference grace: vegetarian'],
    [
      'Dinner with Grace, allergic to nuts, eggs and milk',
      '2026-11-23 in-person mutual: grace',
      'preference grace: allergic to nuts, eggs and milk',
    ],
    ['Ada is looking for a flat', 'need ada: looking for a flat'],
    ['Tom needs a designer', 'need tom: needs a designer'],
    ['Ada can help with tax', 'offer ada: can help with tax'],
    ['Tom offered to lend me his van', 'offer tom: offered to lend me his van'],
    ['Ada would love a Leica as a gift', 'gift-idea ada: a Leica'],
    ['Lunch with Ada. Gift idea: a sextant', '2026-11-23 in-person mutual: ada', 'gift-idea ada: a sextant'],
    [
      'Lunch with Ada and Tom. She is moving to Oslo, he lost his job (private)',
      '2026-11-23 in-person mutual: ada, tom',
      'other ada: moving to Oslo',
      'challenge tom: lost his job (private)',
    ],
    [
      'Lunch with Ada. Private: she is expecting',
      '2026-11-23 in-person mutual: ada',
      'family ada: expecting (private)',
    ],
    [
      'Lunch with Ada, she told me that Grace got engaged',
      '2026-11-23 in-person mutual: ada',
      'about: grace',
      'family grace: got engaged',
    ],
    ['Ada told me she is learning Dutch', '2026-11-23 other mutual: ada', 'interest ada: learning Dutch'],
    ['Ada’s birthday is 5 May', 'birthday ada: --05-05'],
    [
      'Coffee with Ada, her birthday is on May 5th, 1990',
      '2026-11-23 in-person mutual: ada',
      'birthday ada: 1990-05-05',
    ],
    ['Ada turns 40 on 5 May', 'birthday ada: 1987-05-05'],
    ['5 May is Ada’s birthday', 'birthday ada: --05-05'],
    ['It’s Ada’s birthday tomorrow', 'birthday ada: --11-24'],
    ['Ada’s daughter’s birthday is 5 May', 'family ada: daughter’s birthday is 5 May'],
    ['Ada is now CTO at Kanda', 'work ada: CTO at Kanda'],
    ['Ada is allergic to cats and loves dogs', 'preference ada: allergic to cats', 'interest ada: dogs'],
    [
      'Ada wants to learn Dutch; gift idea for her: a dictionary',
      'goal ada: wants to learn Dutch',
      'gift-idea ada: a dictionary',
    ],
  ],
  'said in passing': [
    ['Ada is coming to Berlin in March', 'other ada: coming to Berlin in March'],
    ['Ada liked my post', 'other ada: liked my post'],
    ['saw ada’s post on linkedin', 'other ada: saw ada’s post on linkedin'],
    ['Lunch with Ada and her husband Tim', '2026-11-23 in-person mutual: ada', 'family ada: husband Tim'],
    ['Tom’s kids: Lea (5) and Max (3)', 'family tom: kids: Lea (5) and Max (3)'],
    [
      'Party at Tom’s with Ada and the Okafors on 31 December',
      'plan 2026-12-31 event: ada, ngozi, tom: Party at Tom’s with Ada and the Okafors',
    ],
    ['Told Ada about the move', '2026-11-23 other mine: ada'],
    ['Got flowers from Ada', '2026-11-23 other theirs: ada'],
    ['Grace, Tom - drinks on thursday', 'plan 2026-11-26 in-person: grace, tom: drinks'],
    ['Went sailing with Grace on Sunday', '2026-11-22 in-person mutual: grace'],
    ['Introduced Ada to Tom', '2026-11-23 other mine: ada, tom'],
    ['Bill paid the bill', 'other bill: paid the bill'],
    ['call ada', 'me > ada: call ada'],
    ['Grace and I are going sailing on Saturday', 'plan 2026-11-28 in-person: grace: Grace and I are going sailing'],
    ['Ada can’t come on Friday', 'other ada: can’t come on Friday'],
    ['Lunch with Tom cancelled', 'other tom: Lunch with Tom cancelled'],
    ['Meeting with Acme Corp', '2026-11-23 in-person mutual: nobody', '? Who was this with? []'],
    ['Lunch with the IBM team and Ada', '2026-11-23 in-person mutual: ada'],
    [
      'Zoom w/ Zed Ito (CTO at Kanda) yesterday at 3pm',
      '2026-11-22 15:00 video mutual: +Zed Ito (CTO, Kanda)',
      'follow-up 2026-11-23: +Zed Ito: follow up',
    ],
    [
      'Met Ada’s brother Zed Ito at the wedding',
      '2026-11-23 event mutual: +Zed Ito / wedding',
      'about: ada',
      'how-we-met +Zed Ito: at the wedding',
      'follow-up 2026-11-24: +Zed Ito: follow up',
    ],
    [
      'Met three people at the conference: Zed Ito, Ana Ruiz and Jin Woo',
      '2026-11-23 event mutual: +Zed Ito, +Ana Ruiz, +Jin Woo / conference',
      'how-we-met +Zed Ito: at the conference',
      'how-we-met +Ana Ruiz: at the conference',
      'how-we-met +Jin Woo: at the conference',
      'follow-up 2026-11-24: +Zed Ito, +Ana Ruiz, +Jin Woo: follow up',
    ],
    ['Lunch with the team: Ada is pregnant', '2026-11-23 in-person mutual: ada', 'family ada: pregnant'],
    ['Ada’s new email is ada@new.example', 'other ada: new email is ada@new.example'],
    ['Ada joined Kanda as CTO', 'work ada: joined Kanda as CTO'],
    [
      'Coffee with Tom, he left Kanda and joined Acme as CTO',
      '2026-11-23 in-person mutual: tom',
      'work tom: left Kanda',
      'work tom: joined Acme as CTO',
    ],
    ['Met Zed Ito on 1 November', '2026-11-01 in-person mutual: +Zed Ito', 'follow-up 2026-11-23: +Zed Ito: follow up'],
    [
      'Intro call with Zed Ito (Kanda), talked about funding',
      '2026-11-23 phone mutual: +Zed Ito (Kanda)',
      'interest +Zed Ito: funding',
      'follow-up 2026-11-24: +Zed Ito: follow up about funding',
    ],
    ['Email to Ada re: the Q3 numbers', '2026-11-23 email mine: ada'],
    [
      'Met a recruiter named Ana Ruiz',
      '2026-11-23 in-person mutual: +Ana Ruiz',
      'follow-up 2026-11-24: +Ana Ruiz: follow up',
    ],
    ['Ada texted to say she got the job at Kanda', '2026-11-23 text theirs: ada', 'work ada: got the job at Kanda'],
    ['Lunch with Ada - talked about her move to Oslo, her thesis and sailing', '2026-11-23 in-person mutual: ada'],
    ['Ada and Grace came for dinner on Saturday', '2026-11-21 in-person mutual: ada, grace'],
    ['We had Ada and Tom over for dinner', '2026-11-23 in-person mutual: ada, tom'],
    ['Lunch with Ada, Grace sends her regards', '2026-11-23 in-person mutual: ada', 'about: grace'],
    ['Ran into Grace and her sister at the market', '2026-11-23 in-person mutual: grace / market'],
    [
      'Lunch with Ada. Promised her an intro to Grace',
      '2026-11-23 in-person mutual: ada',
      'about: grace',
      'me > ada: an intro to Grace',
    ],
    ['Coffee with Tom, intro to Grace', '2026-11-23 in-person mutual: tom', 'about: grace', 'me > tom: intro to Grace'],
    [
      'Bumped into an old classmate, Jonas Weber, at the market',
      '2026-11-23 in-person mutual: +Jonas Weber / market',
      'how-we-met +Jonas Weber: at the market',
      'follow-up 2026-11-24: +Jonas Weber: follow up',
    ],
    ['Ada’s 40th birthday party on 5 December', 'plan 2026-12-05 event: ada: Ada’s 40th birthday party'],
    ['text Ada yesterday', '2026-11-22 text mine: ada'],
    ['Grace and Tom got engaged!', 'family grace: got engaged', 'family tom: got engaged'],
    [
      'Ada introduced me to her colleague Priya Raman',
      '2026-11-23 in-person mutual: ada, +Priya Raman',
      'how-we-met +Priya Raman: introduced by Ada',
      'follow-up 2026-11-24: +Priya Raman: follow up',
    ],
  ],
  'promises and follow-ups': [
    [
      'Called Ada, I’ll introduce her to Tom',
      '2026-11-23 phone mine: ada',
      'about: tom',
      'me > ada: introduce her to Tom',
    ],
    [
      'Called Ada and promised to send her the deck by Friday',
      '2026-11-23 phone mine: ada',
      'me > ada: send her the deck by 2026-11-27',
    ],
    [
      'Lunch with Tom, I owe him the slides by Friday',
      '2026-11-23 in-person mutual: tom',
      'me > tom: the slides by 2026-11-27',
    ],
    ['Need to send Grace the photos', 'me > grace: send Grace the photos'],
    ['Remind me to call Ada on Thursday', 'me > ada: call Ada by 2026-11-26'],
    [
      'Lunch with Ada, she’ll send me the paper next week',
      '2026-11-23 in-person mutual: ada',
      'ada > me: send me the paper by 2026-11-30',
    ],
    ['Lunch with Tom. He promised to lend me his van', '2026-11-23 in-person mutual: tom', 'tom > me: lend me his van'],
    ['Tom owes me lunch', 'tom > me: lunch'],
    [
      'Lunch with Ada, follow up in two weeks',
      '2026-11-23 in-person mutual: ada',
      'follow-up 2026-12-07: ada: follow up',
    ],
    ['Called Tom, check in next month', '2026-11-23 phone mine: tom', 'follow-up 2026-12-01: tom: check in'],
    [
      'Coffee with Grace, ask how the interview went on Friday',
      '2026-11-23 in-person mutual: grace',
      'follow-up 2026-11-27: grace: ask how the interview went',
    ],
    [
      'Lunch with Ada & Grace; send them the photos tomorrow',
      '2026-11-23 in-person mutual: ada, grace',
      'me > ada: send them the photos by 2026-11-24',
      'me > grace: send them the photos by 2026-11-24',
    ],
    ['Follow up with Ada in 10 days', 'follow-up 2026-12-03: ada: Follow up with Ada'],
  ],
  'nearly nothing': [
    ['', '? Who was this with? []'],
    ['   ', '? Who was this with? []'],
    ['great evening', '2026-11-23 other mutual: nobody', '? Who was this with? []'],
    ['Ada', '2026-11-23 other mutual: ada'],
    ['lunch', '2026-11-23 in-person mutual: nobody', '? Who was this with? []'],
    ['🙂', '2026-11-23 other mutual: nobody', '? Who was this with? []'],
  ],
  'said as people say it': [
    [
      'Lunch w/ Tom & Grace @ Noma, T. is allergic to shellfish',
      '2026-11-23 in-person mutual: tom, grace',
      'preference tom: allergic to shellfish',
    ],
    ['I owe Ada an intro to Grace', 'me > ada: an intro to Grace'],
    ['remind me on Thursday to call Rose', 'me > rose: call Rose by 2026-11-26'],
    [
      'Ran into Bill and his daughter Ginny at the market. Ginny starts uni in the autumn',
      '2026-11-23 in-person mutual: bill / market',
      'family bill: daughter Ginny',
      'family bill: Ginny starts uni in the autumn',
    ],
    [
      "Dinner at Ada and Grace's place on Saturday",
      "plan 2026-11-28 in-person: ada, grace: Dinner at Ada and Grace's place",
    ],
    [
      "Board games at Tom's on Saturday night with Grace and Ada",
      "plan 2026-11-28 in-person: grace, ada, tom: Board games at Tom's with Grace and Ada",
    ],
    ['Jean-Luc sent me a postcard from Kyoto', '2026-11-23 card theirs: jeanluc'],
    ["Intro'd Grace to Tom by email", '2026-11-23 email mine: grace, tom'],
    ['Introduced Ada to Zed over email', '2026-11-23 email mine: ada, ?Zed', '? Who is Zed? []'],
    ['Played tennis with Tom on Sunday', '2026-11-22 in-person mutual: tom'],
    ['Ms Lovelace wrote to me about the scholarship', '2026-11-23 email theirs: ada'],
    ['Dr. Hopper emailed', '2026-11-23 email theirs: grace'],
    ['my friend Rose called', '2026-11-23 phone theirs: rose'],
    ['Ada, who just got back from Japan, called me last night', '2026-11-22 phone theirs: ada'],
    ['Ada lent me The Mythical Man-Month, need to return it before Christmas', 'me > ada: return it by 2026-12-25'],
    ['Grace is now Managing Partner at Baker & Kline', 'work grace: Managing Partner at Baker & Kline'],
    ['chase Bill about the invoice next Monday', 'me > bill: chase Bill about the invoice by 2026-11-30'],
    ['On Wednesday Rose and I had tea', '2026-11-18 in-person mutual: rose'],
    ["Coffee w Ada (she's vegan now)", '2026-11-23 in-person mutual: ada', 'preference ada: vegan now'],
    [
      'Met Omar Haddad through Ada at a rooftop party in Beirut, he runs a small press',
      '2026-11-23 event mutual: +Omar Haddad / rooftop party',
      'about: ada',
      'work +Omar Haddad: runs a small press',
      'how-we-met +Omar Haddad: introduced by Ada, at a rooftop party in Beirut',
      'follow-up 2026-11-24: +Omar Haddad: follow up',
    ],
    ["Spoke to Grace, Tom's cousin", '2026-11-23 other mutual: grace', 'about: tom', "family grace: Tom's cousin"],
    ["Haven't heard from Jean-Luc since August", "other jeanluc: Haven't heard from Jean-Luc since August"],
    ["Tom didn't pick up", '2026-11-23 phone mine: tom'],
    [
      'Will called, wants to grab lunch next week',
      '2026-11-23 phone theirs: will',
      'other will: wants to grab lunch next week',
    ],
  ],
  'a question is looked up, not logged': [
    ['How is Ada doing?', 'look up ada'],
    ['how is ada doing', 'look up ada'],
    ["When is Ada's birthday?", 'look up ada'],
    ["What's Ada's number", 'look up ada'],
    ['What does Ben do?', 'look up “Ben”'],
    ['Who is the plumber?', 'look up “plumber”'],
    ["how old is Ada's daughter", 'look up ada'],
    ['Which Chris works at Acme?', 'look up chris-a, chris-b'],
    ['Has Ada moved yet?', 'look up ada'],
    ['Will Ada come on Friday?', 'look up ada'],
    ['Did I thank Mark? When did I last see Rose?', 'look up mark, rose'],
    ['What a lovely evening with Ada', '2026-11-23 in-person mutual: ada'],
    ['How lovely to see Ada', '2026-11-23 in-person mutual: ada'],
    ['When Ada called I was out', '2026-11-23 phone theirs: ada'],
    ['Coffee with Ada. How is her thesis going?', '2026-11-23 in-person mutual: ada'],
    ['How about lunch with Ada on Friday?', 'plan 2026-11-27 in-person: ada: lunch with Ada'],
    ['Can you remind me to call Ada tomorrow?', 'me > ada: call Ada by 2026-11-24'],
    ['Lunch with Ada?', '2026-11-23 in-person mutual: ada'],
    ['Intro to Tom?', 'me > tom: Intro to Tom'],
  ],
  'the next time': [
    [
      'Tennis with Ada, rematch next Sunday',
      '2026-11-23 in-person mutual: ada',
      'plan 2026-12-06 in-person: ada: rematch',
    ],
    [
      'Tennis with Tom yesterday, tennis again next Sunday',
      '2026-11-22 in-person mutual: tom',
      'plan 2026-12-06 in-person: tom: tennis again',
    ],
    [
      'Played padel with Tom, again next Sunday',
      '2026-11-23 in-person mutual: tom',
      'plan 2026-12-06 in-person: tom: again',
    ],
    [
      'Lost at chess to Tom, rematch on Sunday',
      '2026-11-23 in-person mutual: tom',
      'plan 2026-11-29 in-person: tom: rematch',
    ],
    [
      'Played tennis with Tom and tennis again on Sunday',
      '2026-11-23 in-person mutual: tom',
      'plan 2026-11-29 in-person: tom: tennis again',
    ],
    ['Had coffee with Ada again on Friday', '2026-11-20 in-person mutual: ada'],
    ['Tennis again yesterday with Tom', '2026-11-22 in-person mutual: tom'],
    ['Rematch with Ada next Sunday', 'plan 2026-12-06 in-person: ada: Rematch with Ada'],
  ],
  'among friends and neighbours': [
    [
      'Had a long phone call with Grace last night, her mum is out of hospital',
      '2026-11-22 phone mutual: grace',
      'family grace: mum is out of hospital',
    ],
    ['Rang Tom for his birthday', '2026-11-23 phone mine: tom'],
    ["Wrote Ada a long letter, she hasn't replied since summer", '2026-11-23 card mine: ada'],
    [
      "Ada's letter came today, she is moving to Lisbon in spring",
      '2026-11-23 card theirs: ada',
      'other ada: moving to Lisbon in spring',
    ],
    ['Tom owes me 20 euros from the pub', 'tom > me: 20 euros from the pub'],
    [
      'I promised Grace to water her plants while she is away in August',
      'other grace: away in August',
      'me > grace: water her plants',
    ],
    ["Popped round to Rose's with soup, she has a cold", '2026-11-23 in-person mutual: rose', 'other rose: has a cold'],
    ['Picked Tom up from the airport this morning', '2026-11-23 in-person mutual: tom'],
    ['Ada helped me move on Saturday, owe her a dinner', '2026-11-21 other mutual: ada', 'me > ada: a dinner'],
    ['Rose babysat for us last night', '2026-11-22 in-person mutual: rose'],
    [
      'Bumped into Hope at the supermarket, she and Mark have split up',
      '2026-11-23 in-person mutual: hope / supermarket',
      'about: mark',
      'challenge hope: have split up',
      'challenge mark: have split up',
    ],
    [
      'Grace turned 40 yesterday, rang to congratulate her',
      '2026-11-23 phone mine: grace',
      'birthday grace: 1986-11-22',
    ],
    ["It was Tom's birthday on Saturday, forgot to call", 'birthday tom: --11-21'],
    [
      'Breakfast with Ada and Tom before work, Tom is looking for a flat in Leiden',
      '2026-11-23 in-person mutual: ada, tom',
      'need tom: looking for a flat in Leiden',
    ],
    [
      'Ngozi asked for my lasagne recipe, send it this week',
      'need ngozi: asked for my lasagne recipe',
      'me > ngozi: send it by 2026-11-27',
    ],
    [
      "Lent Mark my drill, he'll bring it back on Sunday",
      '2026-11-23 other mine: mark',
      'mark > me: bring it back by 2026-11-29',
    ],
    ['Coffee with Rose and her new partner Luca', '2026-11-23 in-person mutual: rose', 'family rose: new partner Luca'],
    ['Skype with Jean-Luc and the kids, they visit us at Easter', '2026-11-23 video mutual: jeanluc'],
    ['Helped Bill with his CV for two hours', '2026-11-23 other mutual: bill'],
    [
      "Ada can't make it on Friday, we'll try the week after",
      "other ada: can't make it on Friday",
      'me > ada: try the week after',
    ],
    [
      'Tom and Ngozi are having us over for dinner on 5 December',
      'plan 2026-12-05 in-person: tom, ngozi: Tom and Ngozi are having us over for dinner',
    ],
    ['Sent flowers to Hope because her dad died', '2026-11-23 other mine: hope', 'challenge hope: dad died'],
    ['Thank Mark for the concert tickets', 'me > mark: Thank Mark for the concert tickets'],
    ['Spent the afternoon with Grace in the garden', '2026-11-23 in-person mutual: grace / garden'],
    [
      'Got a voice note from Sasha, she passed her driving test',
      '2026-11-23 other theirs: alexandra',
      'success alexandra: passed her driving test',
    ],
    ["Sam's little one was born on Tuesday, a girl called Iris", 'other sam: little one was born on Tuesday'],
    [
      'Katherine cancelled our walk, new date 30 November',
      'other katherine: cancelled our walk',
      'plan 2026-11-30 in-person: katherine: new date',
    ],
    ["Dropped off a birthday present at Art's", "2026-11-23 other mine: art / Art's"],
    ['Wished An a happy new job by text', '2026-11-23 text mine: an'],
    ['Quick chat with Don over the fence about his knee operation next month', '2026-11-23 other mutual: don'],
    [
      'Tom will lend me his ladder, pick it up Thursday',
      'tom > me: lend me his ladder',
      'me > tom: pick it up by 2026-11-26',
    ],
  ],
  'the beginning of a longer name': [
    ['Lunch with Mary Ann', '2026-11-23 in-person mutual: maryann'],
    ['Mary Ann got promoted', 'work maryann: got promoted'],
    ['Saw Tom and Mary Ann at the theatre', '2026-11-23 in-person mutual: tom, maryann / theatre'],
    ['coffee with ana maria yday', '2026-11-22 in-person mutual: anamaria'],
    ['Ana Maria is vegetarian', 'preference anamaria: vegetarian'],
    [
      'Lunch with Mary Ann Cross',
      '2026-11-23 in-person mutual: +Mary Ann Cross',
      'follow-up 2026-11-24: +Mary Ann Cross: follow up',
    ],
  ],
  'what somebody is called': [
    ["Tom's daughter is called Ruby", 'family tom: daughter is called Ruby'],
    ["Tom's daughter is called Ruby, she is 5", 'family tom: daughter is called Ruby, 5'],
    ["Grace's son is named Leo and he is 3 years old", 'family grace: son is named Leo, 3 years old'],
    ['Ada has a son called Byron', 'family ada: has a son called Byron'],
    ['Grace and Vincent had a baby girl called Mia', 'family grace: had a baby girl called Mia'],
    ['Ada and Charles got engaged', 'family ada: got engaged'],
    [
      'Ada and Grace know each other from school',
      'other ada: know each other from school',
      'other grace: know each other from school',
    ],
    ['Gift for Grace: a kite', 'gift-idea grace: a kite'],
    [
      'Met two founders, Anna Bell and Raj Patel, at Slush last week; Anna needs a designer',
      '2026-11-16 in-person mutual: +Anna Bell, +Raj Patel / Slush',
      'need +Anna Bell: needs a designer',
      'how-we-met +Anna Bell: at Slush',
      'how-we-met +Raj Patel: at Slush',
      'follow-up 2026-11-23: +Anna Bell, +Raj Patel: follow up',
    ],
  ],
  'what they will do': [
    ['Will will bring the book tomorrow', 'will > me: bring the book by 2026-11-24'],
    ['Tom will reply next week', 'tom > me: reply by 2026-11-30'],
    ["Sent Tom the contract, he'll reply by Monday", '2026-11-23 other mine: tom', 'tom > me: reply by 2026-11-30'],
    [
      'Interview with Dr. Helen Zhao of Imperial tomorrow',
      'plan 2026-11-24 in-person: +Helen Zhao: Interview with Dr. Helen Zhao of Imperial',
    ],
  ],
  'short forms of a given name': [
    ['Lunch with Bob', '2026-11-23 in-person mutual: robert'],
    ['lunch with bob', '2026-11-23 in-person mutual: robert'],
    ['Bob called', '2026-11-23 phone theirs: robert'],
    ['Bob Quist emailed me', '2026-11-23 email theirs: robert'],
    [
      'Lunch with Bob Miller',
      '2026-11-23 in-person mutual: +Bob Miller',
      'follow-up 2026-11-24: +Bob Miller: follow up',
    ],
    ["Kate's new number is +44 7700 900123", 'other katherine: new number is +44 7700 900123'],
    ['told kate i’d send her my notes', '2026-11-23 other mutual: katherine', 'me > katherine: send her my notes'],
    ['Lunch with Will', '2026-11-23 in-person mutual: will'],
  ],
};

/**
 * What a line tells of a life and of what passes between two people: moments (`kind who day: text`), entries of the ledger
 * (`kind who day: text`), nothing else. An empty row is a line that makes neither.
 */
const TOLD: Readonly<Record<string, readonly Example[]>> = {
  'good news': [
    ['Ada got a new job at Kanda', 'job ada 2026-11-23: got a new job at Kanda'],
    ['Ada: new job at Acme', 'job ada 2026-11-23: new job at Acme'],
    ['Ada texted to say she got the job at Kanda', 'job ada 2026-11-23: got the job at Kanda'],
    ['Ada joined Kanda as CTO', 'job ada 2026-11-23: joined Kanda as CTO'],
    ['Ada started at Acme last Monday', 'job ada 2026-11-16: started at Acme'],
    ['Ada is now CTO at Kanda', 'job ada 2026-11-23: CTO at Kanda'],
    ['Grace got promoted to head of research', 'promotion grace 2026-11-23: got promoted to head of research'],
    ['Lunch with Grace yesterday, she was promoted', 'promotion grace 2026-11-22: promoted'],
    ['Grace became head of research', 'promotion grace 2026-11-23: became head of research'],
    ['Tom had a baby girl called Mia', 'birth tom 2026-11-23: had a baby girl called Mia'],
    ['Tom became a father on Friday', 'birth tom 2026-11-20: became a father'],
    ['Tom’s daughter was born yesterday', 'birth tom 2026-11-22: daughter was born'],
    ['Grace and Tom had twins', 'birth grace 2026-11-23: had twins', 'birth tom 2026-11-23: had twins'],
    ['Ada and Charles got engaged', 'engagement ada 2026-11-23: got engaged'],
    ['Ada and Charles got married last Saturday', 'wedding ada 2026-11-21: got married'],
    ['Ada married Charles last Saturday', 'wedding ada 2026-11-21: married Charles'],
    ['Ada had a boy last week', 'birth ada 2026-11-16: had a boy'],
    ['Ada won the Ocean Prize', 'award ada 2026-11-23: won the Ocean Prize'],
    ['Grace won the regatta', 'achievement grace 2026-11-23: won the regatta'],
    ['Ada published her first novel', 'achievement ada 2026-11-23: published her first novel'],
    ['Tom ran a marathon on Sunday', 'achievement tom 2026-11-22: ran a marathon'],
    ['Ada defended her thesis', 'graduation ada 2026-11-23: defended her thesis'],
    ['Jörg moved to Berlin', 'move muller 2026-11-23: moved to Berlin'],
    ['Ada told me she moved to Rome in October', 'move ada 2026-10-01: moved to Rome'],
  ],
  'hard times': [
    ['Don’s mother passed away', 'loss don 2026-11-23: mother passed away'],
    ['Don lost his father last week', 'loss don 2026-11-16: lost his father'],
    ['Called Don, his wife died on Friday', 'loss don 2026-11-20: wife died'],
    ['Don’s dog died', 'hard-time don 2026-11-23: dog died'],
    ['Tom lost his job', 'job-loss tom 2026-11-23: lost his job'],
    ['Tom was laid off yesterday', 'job-loss tom 2026-11-22: laid off'],
    ['Tom was fired', 'job-loss tom 2026-11-23: was fired'],
    ['Ada is in hospital since Friday', 'illness ada 2026-11-20: in hospital'],
    ['Bob is in hospital', 'illness robert 2026-11-23: in hospital'],
    ['Ada was diagnosed with cancer', 'illness ada 2026-11-23: diagnosed with cancer'],
    ['Tom’s father is in hospital', 'hard-time tom 2026-11-23: father is in hospital'],
    ['Ada and Charles split up', 'separation ada 2026-11-23: split up'],
    ['Grace is going through a hard time', 'hard-time grace 2026-11-23: going through a hard time'],
    ['Tom’s father is ill', 'hard-time tom 2026-11-23: father is ill'],
    ['Ada’s mother is very sick', 'hard-time ada 2026-11-23: mother is very sick'],
    ['Ada’s dad has dementia', 'hard-time ada 2026-11-23: dad has dementia'],
    ['Tom and his wife are getting divorced', 'separation tom 2026-11-23: getting divorced'],
    ['Ada and her husband separated', 'separation ada 2026-11-23: separated'],
    ['Ada’s marriage broke down', 'separation ada 2026-11-23: marriage broke down'],
    ['Went to Ada’s father’s funeral yesterday', 'loss ada 2026-11-22: father’s funeral'],
    ['Grace was at her grandmother’s funeral', 'loss grace 2026-11-23: grandmother’s funeral'],
    ['Ada’s father’s funeral is on Friday', 'loss ada 2026-11-23: father’s funeral'],
    ['Tom’s brother was killed in an accident', 'loss tom 2026-11-23: brother was killed in an accident'],
    ['Tom nearly died in a car crash', 'illness tom 2026-11-23: nearly died in a car crash'],
    ['Ada’s flat was burgled', 'hard-time ada 2026-11-23: flat was burgled'],
    ['Tom starts chemo on 7 December', 'illness tom 2026-11-23: starts chemo'],
    ['Tom’s surgery is on Friday', 'illness tom 2026-11-23: surgery'],
    ['Ada called off the wedding', 'separation ada 2026-11-23: called off the wedding'],
    ['Ada is in rehab, nobody else is supposed to know', 'quiet-time ada 2026-11-23: Something private'],
    ['Ada buried her father', 'loss ada 2026-11-23: buried her father'],
  ],
  'what is no news of theirs, has not happened, or is private': [
    ['Private: Tom lost his job', 'quiet-time tom 2026-11-23: Something private'],
    ['Private: Tom got promoted'],
    ['Ada got promoted (private)'],
    ['Ada is getting married in May'],
    ['Ada starts a new job in January'],
    ['Ada moved to a bigger desk, will she stay?'],
    ['Ada is married'],
    ['Tom’s phone died'],
    ['Ada died laughing'],
    ['Tom’s son is sick'],
    ['Tom lost his wife last year'],
    ['Lunch with Ada cancelled, moved to 9 December'],
    ['Tom is ill'],
    ['Tom Okafor died'],
    ['Ada got fired up about sailing'],
    ['Ada got her brother a job'],
    ['Ada started with the good news'],
    ['Ada had a stroke of luck'],
    ['Ada got a job offer from Kanda'],
    ['Tom lost his father’s watch'],
    ['Ada moved to the marketing team'],
    ['Tom has the flu'],
    ['Ada’s brother won the regatta'],
    ['Ada’s sister got married'],
    ['Ada wants to get promoted'],
    ['Ada didn’t get promoted'],
    ['Don passed away'],
    ['Ada joined us later'],
    ['Lunch with Ada'],
  ],
  'what was done for me': [
    ['Ada reviewed my deck', 'received ada 2026-11-23: Reviewed my deck'],
    ['Grace helped me with the proposal', 'received grace 2026-11-23: Helped me with the proposal'],
    ['Ada helped me move on Saturday', 'received ada 2026-11-21: Helped me move'],
    ['Tom lent me his ladder', 'received tom 2026-11-23: Lent me his ladder'],
    ['Tom gave me advice on the lease', 'received tom 2026-11-23: Gave me advice on the lease'],
    ['Lunch with Tom yesterday, he read my essay', 'received tom 2026-11-22: Read my essay'],
    ['Tom sent me a book on eels', 'received tom 2026-11-23: Sent me a book on eels'],
    ['Tom sent me a message'],
    ['Tom paid for lunch', 'received tom 2026-11-23: Paid for lunch'],
    ['Tom did me a favour', 'received tom 2026-11-23: Did me a favour'],
    ['Ada took me to the airport', 'received ada 2026-11-23: Took me to the airport'],
    ['Ada hosted us', 'received ada 2026-11-23: Hosted us'],
    ['Bea Lund lent me her ladder', 'received Bea Lund 2026-11-23: Lent me her ladder'],
    ['Ada put in a good word for me', 'received ada 2026-11-23: Put in a good word for me'],
    ['Ada gave me a call'],
    ['Ada gave me her number'],
    ['Private: Tom lent me money'],
  ],
  'what I did for them': [
    ['I gave Don feedback on his deck', 'given don 2026-11-23: Gave feedback on his deck'],
    ['Wrote Jörg a recommendation', 'given muller 2026-11-23: Wrote a recommendation'],
    ['Wrote a recommendation for Ada', 'given ada 2026-11-23: Wrote a recommendation'],
    ['Helped Bill with his CV yesterday', 'given bill 2026-11-22: Helped with his CV'],
    ['Helped Ada and Grace move', 'given ada 2026-11-23: Helped move', 'given grace 2026-11-23: Helped move'],
    ['Helped Tom'],
    ['Lent Grace my tent', 'given grace 2026-11-23: Lent my tent'],
    ['Gave Tom’s daughter maths lessons', 'given tom 2026-11-23: Gave Tom’s daughter maths lessons'],
    ['Helped Ada’s son with his homework', 'given ada 2026-11-23: Helped Ada’s son with his homework'],
    ['Drove Grace to the airport', 'given grace 2026-11-23: Drove to the airport'],
    ['Did Tom a favour', 'given tom 2026-11-23: Did a favour'],
    ['Paid for Tom’s lunch', 'given tom 2026-11-23: Paid for Tom’s lunch'],
    ['Proofread Ada’s thesis', 'given ada 2026-11-23: Proofread Ada’s thesis'],
    ['Gave Ada a call'],
    ['Help Bill with his CV'],
    ['Wrote to Ada'],
    ['Helped Bill with his CV (private)'],
  ],
  'what I asked for, and thanks': [
    ['Asked Tom for an introduction', 'asked tom 2026-11-23: An introduction'],
    ['Asked Ada to read my essay', 'asked ada 2026-11-23: To read my essay'],
    ['Thanked Ada for the introduction', 'thanked ada 2026-11-23: The introduction'],
    ['Thanks to Ada for the introduction to Priya', 'thanked ada 2026-11-23: The introduction to Priya'],
    ['Called Grace yesterday to thank her for the flowers', 'thanked grace 2026-11-22: The flowers'],
    ['Asked Ada for lunch'],
    ['Tom asked me to look at his essay'],
    ['Thank Ada for the introduction'],
    ['Thanks to Ada I slept well'],
  ],
};

function aPerson(id: string, name: string, more: Partial<DirectoryPerson> = {}): DirectoryPerson {
  return { id: id as PersonId, name, nicknames: [], closeness: 0, circles: [], ...more };
}

const PEOPLE: readonly DirectoryPerson[] = [
  aPerson('ada', 'Ada Lovelace', {
    given: 'Ada',
    surname: 'Lovelace',
    pronoun: 'she',
    organization: 'Analytical Engines',
  }),
  aPerson('grace', 'Grace Hopper', { given: 'Grace', surname: 'Hopper' }),
  aPerson('tom', 'Tom Okafor', { given: 'Tom', surname: 'Okafor', pronoun: 'he' }),
  aPerson('ngozi', 'Ngozi Okafor', { given: 'Ngozi', surname: 'Okafor' }),
  aPerson('alexandra', 'Alexandra Petrova', { given: 'Alexandra', surname: 'Petrova', nicknames: ['Sasha'] }),
  aPerson('mo', 'Mohammed Hassan', { given: 'Mohammed', surname: 'Hassan', nicknames: ['Mo'] }),
  aPerson('siobhan', 'Siobhán O’Brien', { given: 'Siobhán', surname: 'O’Brien' }),
  aPerson('lukasz', 'Łukasz Nowak'),
  aPerson('jose', 'José Álvarez'),
  aPerson('muller', 'Jörg Müller'),
  aPerson('maryjane', 'Mary Jane Watson', { given: 'Mary Jane', surname: 'Watson' }),
  aPerson('jeanluc', 'Jean-Luc Moreau', { given: 'Jean-Luc', surname: 'Moreau' }),
  aPerson('xiaoming', '王小明', { given: '小明', surname: '王' }),
  aPerson('minsu', '김민수'),
  aPerson('will', 'Will Turner', { given: 'Will', surname: 'Turner' }),
  aPerson('an', 'An Nguyen', { given: 'An', surname: 'Nguyen' }),
  aPerson('don', 'Don Quill', { given: 'Don', surname: 'Quill' }),
  aPerson('may', 'May Parker', { given: 'May', surname: 'Parker' }),
  aPerson('april', 'April Stone', { given: 'April', surname: 'Stone' }),
  aPerson('mark', 'Mark Olsen', { given: 'Mark', surname: 'Olsen' }),
  aPerson('rose', 'Rose Bianchi', { given: 'Rose', surname: 'Bianchi' }),
  aPerson('hope', 'Hope Ferreira', { given: 'Hope', surname: 'Ferreira' }),
  aPerson('art', 'Art Vance', { given: 'Art', surname: 'Vance' }),
  aPerson('bill', 'Bill Moss', { given: 'Bill', surname: 'Moss' }),
  aPerson('chris-a', 'Chris Adeyemi', { given: 'Chris', surname: 'Adeyemi', organization: 'Acme Corp', closeness: 9 }),
  aPerson('chris-b', 'Chris Baum', { given: 'Chris', surname: 'Baum' }),
  aPerson('sam', 'Sam Carter', { given: 'Sam', surname: 'Carter' }),
  aPerson('robert', 'Robert Quist', { given: 'Robert', surname: 'Quist' }),
  aPerson('katherine', 'Katherine Sand', { given: 'Katherine', surname: 'Sand' }),
  aPerson('samantha', 'Samantha Reed', { given: 'Samantha', surname: 'Reed' }),
  // As most address books write them: the second given name is no part of the first.
  aPerson('maryann', 'Mary Ann Evans', { given: 'Mary', surname: 'Evans' }),
  aPerson('anamaria', 'Ana María López'),
];
const CONTEXT: CaptureContext = {
  today: '2026-11-23' as CalendarDate,
  locale: 'en-GB',
  zone: 'Europe/Berlin',
  people: directoryOf(PEOPLE),
};

/** The short form of a capture in which the examples are written. */
function describeCapture(capture: Capture): string[] {
  const named = new Map(
    capture.people.map(({ ref, id, name, created, organization, title }) => {
      const job = [title, organization].filter((part) => part !== undefined).join(', ');
      return [ref, id ?? `${created ? '+' : '?'}${name}${job === '' ? '' : ` (${job})`}`];
    }),
  );
  const who = (ref: string) => named.get(ref) ?? '!';
  const short = (ref: string) => who(ref).replace(/ \(.*/, '');
  const list = (refs: readonly string[]) => (refs.length === 0 ? 'nobody' : refs.map(short).join(', '));
  const at = (instant: string | undefined) =>
    instant === undefined
      ? ''
      : ` ${Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Berlin').toPlainTime().toString({ smallestUnit: 'minute' })}`;
  const lines: string[] = [];
  const there = capture.people.filter(({ role }) => role === 'participant').map(({ ref }) => who(ref));
  const { touch } = capture;
  if (touch !== undefined) {
    const people = there.length === 0 ? 'nobody' : there.join(', ');
    const place = touch.place === undefined ? '' : ` / ${touch.place}`;
    lines.push(`${touch.date}${at(touch.at)} ${touch.channel} ${touch.direction}: ${people}${place}`);
    const mentioned = capture.people.filter(({ role }) => role === 'mentioned').map(({ ref }) => ref);
    if (mentioned.length > 0) lines.push(`about: ${list(mentioned)}`);
  }
  for (const tag of capture.tags) lines.push(`#${tag}`);
  for (const fact of capture.facts)
    lines.push(`${fact.kind} ${short(fact.ref)}: ${fact.text}${fact.private ? ' (private)' : ''}`);
  for (const { ref, by, text, due } of capture.promises) {
    const parties = by === 'me' ? `me > ${short(ref)}` : `${short(ref)} > me`;
    lines.push(`${parties}: ${text}${due === undefined ? '' : ` by ${due}`}`);
  }
  for (const plan of capture.plans)
    lines.push(`plan ${plan.date}${at(plan.at)} ${plan.channel}: ${list(plan.refs)}: ${plan.text}`);
  for (const { due, refs, text } of capture.followUps) lines.push(`follow-up ${due}: ${list(refs)}: ${text}`);
  for (const { ref, kind, date } of capture.occasions) {
    const day = `${date.year ?? '-'}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
    lines.push(`${kind === 'birth' ? 'birthday' : kind} ${short(ref)}: ${day}`);
  }
  if (capture.lookUp !== undefined)
    lines.push(`look up ${capture.lookUp.people.map(({ id }) => id).join(', ') || `“${capture.lookUp.query}”`}`);
  for (const { text, candidates } of capture.questions)
    lines.push(
      `? ${text} [${candidates
        .map(({ id }) => id)
        .toSorted()
        .join(', ')}]`,
    );
  return lines;
}

describe.each(Object.entries(EXAMPLES))('%s', (_, examples) => {
  it.each(examples.map(([text, ...expected]) => ({ text, expected })))('understands "$text"', ({ text, expected }) => {
    expect(describeCapture(parseCapture(text, CONTEXT))).toEqual(expected);
  });
});

describe.each(Object.entries(TOLD))('of a life and the ledger: %s', (_, examples) => {
  it.each(examples.map(([text, ...expected]) => ({ text, expected })))('understands "$text"', ({ text, expected }) => {
    const capture = parseCapture(text, CONTEXT);
    const who = new Map(capture.people.map(({ ref, id, name }) => [ref, id ?? name]));
    const told = [...capture.moments, ...capture.exchanges];
    expect(told.map((one) => `${one.kind} ${who.get(one.ref)} ${one.date}: ${one.text}`)).toEqual(expected);
    expect(capture.questions).toEqual([]);
  });
});

const DIED: Readonly<Record<string, string>> = {
  'Tom Okafor died': 'tom',
  'Ada passed away last week': 'ada 2026-11',
  'Heard that Tom has died': 'tom',
  'Ada told me that Tom died': 'tom',
  'My friend Tom died yesterday': 'tom 2026-11-22',
  'Tom died peacefully in his sleep on 3 May 2024': 'tom 2024-05-03',
  'Grace and Tom died in a crash': 'grace, tom',
  'Ada’s husband Tom died': 'tom',
  'Lunch with Ada. Tom died in March': 'tom 2026-03',
  'Went to Tom’s funeral with Ada': 'tom',
  'Tom’s funeral is on Friday': 'tom',
  'Ada told me of the death of Tom': 'tom',
  'Ada’s father died': '',
  'Ada died laughing': '',
  'Tom’s phone died': '',
  'Tom nearly died': '',
  'If Tom died, we would be lost': '',
  'Ada wrote Tom’s funeral speech': '',
};

describe('of somebody who has died', () => {
  it.each(Object.entries(DIED))('understands "%s"', (text, expected) => {
    const { deaths, people, moments } = parseCapture(text, CONTEXT);
    const who = new Map(people.map(({ ref, id, name }) => [ref, id ?? name]));
    const day = ({ year, month, day }: PartialDate) =>
      [year, month, day].flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')])).join('-');
    expect(deaths.map(({ ref, date }) => [who.get(ref), ...(date ? [day(date)] : [])].join(' ')).join(', ')).toBe(
      expected,
    );
    expect(moments.filter(({ ref }) => deaths.some((death) => death.ref === ref))).toEqual([]);
  });

  it('keeps no note that says it again, and meets nobody at their own funeral', () => {
    expect(describeCapture(parseCapture('Tom Okafor died on Sunday', CONTEXT))).toEqual([]);
    expect(describeCapture(parseCapture('Went to Tom’s funeral with Ada', CONTEXT))).toEqual([
      '2026-11-23 in-person mutual: ada',
      'about: tom',
    ]);
    expect(describeCapture(parseCapture('Tom died peacefully in his sleep', CONTEXT))).toEqual([
      'other tom: died peacefully in his sleep',
    ]);
  });
});

describe('of an organisation where people work', () => {
  const read = (text: string, company: string | undefined = namedCompany(text)) =>
    parseCapture(text, { ...CONTEXT, ...(company === undefined ? {} : { company }) });

  it.each([
    ['Kanda Tidal won the Ocean Prize', 'Kanda Tidal award 2026-11-23: won the Ocean Prize'],
    ['Kanda Tidal has won the Ocean Prize!', 'Kanda Tidal award 2026-11-23: won the Ocean Prize'],
    ['Kanda raised a seed round yesterday', 'Kanda achievement 2026-11-22: raised a seed round'],
    ['Ada’s company Kanda Tidal won the Ocean Prize', 'Kanda Tidal award 2026-11-23: won the Ocean Prize'],
    ['Bank of Tides launched a new card on Friday', 'Bank of Tides achievement 2026-11-20: launched a new card'],
  ])('understands "%s"', (text, expected) => {
    const { companyNews: news, people, questions, touch } = read(text);
    expect(news && `${news.organisation} ${news.kind} ${news.date}: ${news.text}`).toBe(expected);
    expect([people, questions, touch]).toEqual([[], [], undefined]);
  });

  it.each([
    'Ada won the Ocean Prize',
    'Ada Lovelace won the Ocean Prize',
    'Lunch with Ada',
    'Kanda Tidal won, Ada called',
  ])('leaves "%s" to whoever it is about', (text) => expect(read(text).companyNews).toBeUndefined());

  it('needs somebody who works there', () => {
    expect(parseCapture('Kanda Tidal won the Ocean Prize', CONTEXT).companyNews).toBeUndefined();
  });
});

it('Thanks for an introduction are between two, whoever it was to', () => {
  expect(describeCapture(parseCapture('Thanks to Ada for the introduction to Grace', CONTEXT))).toEqual([
    '2026-11-23 other mine: ada',
    'about: grace',
  ]);
});
