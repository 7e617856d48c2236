import type { DraftLanguage } from '../words.ts';

/** What is remarked about a draft: one kind sentence, with something better to write. */
export interface RemarkWords {
  readonly stiff: Readonly<Record<Stiffness, string>>;
  readonly repeated: string;
  readonly hiddenAsk: string;
  readonly stale: (fact: string) => string;
  readonly private: string;
  readonly long: (most: number) => string;
  readonly questions: string;
}

export type Stiffness =
  | 'finds-you-well'
  | 'touch-base'
  | 'per-my-last'
  | 'reach-out'
  | 'circle-back'
  | 'hesitate'
  | 'hereby'
  | 'regards'
  | 'network'
  | 'brain'
  | 'just-checking';

const en: RemarkWords = {
  stiff: {
    'finds-you-well':
      'It sounds like a form letter. “How are you?” is warmer, and so is saying straight away why you write.',
    'touch-base': 'This is office talk. “I wanted to hear how you are” says it plainly.',
    'per-my-last': 'It can sound like a reproach. “I wrote about it in October; shall I send it again?” is kinder.',
    'reach-out': 'Between people, “I am writing because …” is enough.',
    'circle-back': 'This is office talk. “I am coming back to …” says the same.',
    hesitate: 'It is a phrase from letters of a bank. “Write or call whenever you like” is friendlier.',
    hereby: 'It sounds official. You can say it as you would across a table.',
    regards: 'It is a cool way to close for somebody you like. “All the best” or “Warmly” is closer.',
    network: 'Nobody likes to be a contact. Say what you liked about talking to them.',
    brain: 'Say what you would like to know, and how long it takes: it is easier to say yes to.',
    'just-checking': '“Just checking” makes the message smaller than it is. Say what made you think of them.',
  },
  repeated: 'You said this to them before. A detail from your last conversation would make it new.',
  hiddenAsk: 'There is a favour hidden in it. Send the good wish alone, and ask another day: both will count for more.',
  stale: (fact) => `This may be out of date: “${fact}”. You could ask how it stands now.`,
  private: 'It touches something you marked private. Better leave it for them to bring up.',
  long: (most) => `It is long for a short message (over ${most} characters). Keep the best two sentences, or call.`,
  questions: 'Several questions at once are work to answer. Keep the one you most want to know.',
};

const de: RemarkWords = {
  stiff: {
    'finds-you-well':
      'Das klingt nach Serienbrief. „Wie geht es dir?“ ist wärmer, oder gleich der Grund, warum du schreibst.',
    'touch-base': 'Das ist Bürosprache. „Ich wollte hören, wie es dir geht“ sagt es einfach.',
    'per-my-last':
      'Das kann nach Vorwurf klingen. „Ich hatte im Oktober geschrieben; soll ich es noch einmal schicken?“ ist freundlicher.',
    'reach-out': 'Unter Menschen genügt: „Ich schreibe dir, weil …“',
    'circle-back': 'Das ist Bürosprache. „Ich komme noch einmal auf … zurück“ genügt.',
    hesitate: 'So schreiben Banken. „Schreib oder ruf an, wann du magst“ ist freundlicher.',
    hereby: 'Das klingt amtlich. Sag es so, wie du es am Tisch sagen würdest.',
    regards: 'Das ist ein kühler Schluss für jemanden, den du magst. „Liebe Grüße“ ist näher.',
    network: 'Niemand ist gern ein Kontakt. Sag, was dir am Gespräch gefallen hat.',
    brain: 'Sag, was du wissen möchtest und wie lange es dauert: dann fällt ein Ja leichter.',
    'just-checking': '„Nur kurz“ macht die Nachricht kleiner, als sie ist. Sag, was dich an die Person erinnert hat.',
  },
  repeated: 'Das hast du hier schon einmal geschrieben. Etwas aus eurem letzten Gespräch macht es neu.',
  hiddenAsk:
    'Darin steckt eine Bitte. Schick den guten Wunsch allein und frag an einem anderen Tag: Beides zählt dann mehr.',
  stale: (fact) => `Das stimmt vielleicht nicht mehr: „${fact}“. Du könntest fragen, wie es heute steht.`,
  private: 'Das berührt etwas, das du als privat vermerkt hast. Besser, die andere Person fängt davon an.',
  long: (most) =>
    `Für eine kurze Nachricht ist das lang (über ${most} Zeichen). Behalte die besten zwei Sätze, oder ruf an.`,
  questions: 'Mehrere Fragen auf einmal machen Arbeit. Behalte die, deren Antwort du am liebsten wüsstest.',
};

export const REMARK_WORDS: Readonly<Record<DraftLanguage, RemarkWords>> = { en, de };
