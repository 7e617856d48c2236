import type { Reason } from '../today/candidate.ts';
import type { DraftKind, DraftLanguage } from '../words.ts';
import { languageOf } from './habits.ts';
import { draftKindOf, leadOf } from './kinds.ts';

/** The line above an e-mail. An answer has none: it goes under what it answers. */
const SUBJECTS: Readonly<Record<DraftLanguage, Readonly<Record<DraftKind, string | null>>>> = {
  en: {
    hello: 'How are you?',
    'follow-up': 'Good to talk to you',
    reply: null,
    promise: 'As promised',
    birthday: 'Happy birthday!',
    anniversary: 'Thinking of you',
    congratulations: 'Congratulations!',
    'check-in': 'Thinking of you',
    thanks: 'Thank you',
    ask: 'A question',
    invitation: 'A coffee, one of these days?',
    trip: 'I am coming your way',
    'new-year': 'A happy new year',
  },
  de: {
    hello: 'Ein Gruß',
    'follow-up': 'Schön, dass wir gesprochen haben',
    reply: null,
    promise: 'Wie versprochen',
    birthday: 'Alles Gute zum Geburtstag!',
    anniversary: 'Ein besonderer Tag',
    congratulations: 'Herzlichen Glückwunsch!',
    'check-in': 'In Gedanken',
    thanks: 'Danke',
    ask: 'Eine Frage',
    invitation: 'Ein Kaffee, in den nächsten Tagen?',
    trip: 'Ich bin bald in der Nähe',
    'new-year': 'Ein gutes neues Jahr',
  },
};

/** What goes with an opener: the line above it as an e-mail, and the language it is in. */
export function draftMarks({
  reasons,
  opener,
}: {
  readonly reasons: readonly Pick<Reason, 'kind' | 'key'>[];
  readonly opener: string;
}): { readonly subject: string | null; readonly language: DraftLanguage } {
  const language = languageOf(opener);
  return { subject: subjectOf(draftKindOf(leadOf(reasons)), language), language };
}

/** Undecided between `du` and `Sie`, for it stands above both. */
export function subjectOf(kind: DraftKind, language: DraftLanguage): string | null {
  return SUBJECTS[language][kind];
}
