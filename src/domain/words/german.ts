import type { Candidate } from '../today/candidate.ts';
import type { Body, Parts, WordingPicker } from '../today/parts.ts';
import { plain } from '../today/phrases.ts';
import type { Channel, DraftKind } from '../words.ts';
import { detailed, promised, wished } from './german-details.ts';
import type { Manner } from './german-notes.ts';

/*
 * Drafts for people whose language is German. Of a note no case, gender or verb is known: built in is only what stands in
 * its case already (an interest, what was talked about, a promise, a place, what is thanked for, an occasion). Else they are
 * short and say what is true of anybody one cares for; the detail is the writer's. Lies jede Zeile laut, bevor du sie
 * aufnimmst. `du` for friends, `Sie` for people one hardly knows and writes to on paper or at work.
 */

type Pool = Readonly<Record<Manner, readonly string[]>>;

const HELLO: Pool = {
  du: [
    'ich musste heute an dich denken. Wie geht es dir?',
    'ich wollte mich schon länger melden. Was gibt es Neues bei dir?',
    'du bist mir heute in den Sinn gekommen. Wie ist es dir ergangen?',
    'wie geht es dir? Ich würde gern wieder von dir hören.',
    'ich wollte einfach Hallo sagen. Was beschäftigt dich gerade?',
    'mir ist aufgefallen, dass wir länger nichts voneinander gehört haben. Wie läuft es bei dir?',
  ],
  Sie: [
    'ich wollte mich wieder einmal melden. Wie geht es Ihnen?',
    'ich musste neulich an unser Gespräch denken. Wie ist es Ihnen seither ergangen?',
    'ich würde gern wieder von Ihnen hören. Woran arbeiten Sie gerade?',
  ],
};
const FOLLOW_UPS: Pool = {
  du: [
    'schön, dass wir geredet haben. Ich würde das gern fortsetzen.',
    'unser Gespräch hat mir gefallen, und ich denke noch darüber nach. Wann sehen wir uns wieder?',
    'es war schön, mit dir zu reden. Warten wir bis zum nächsten Mal nicht wieder so lange.',
  ],
  Sie: [
    'ich habe mich gefreut, Sie kennenzulernen, und würde unser Gespräch gern fortsetzen.',
    'unser Gespräch hat mir gefallen, und ich denke noch darüber nach. Hätten Sie Lust auf eine Fortsetzung?',
  ],
};
const REPLIES: Pool = {
  du: [
    'entschuldige, dass meine Antwort so lange gebraucht hat. Ich habe mich über deine Nachricht gefreut.',
    'danke für deine Nachricht; sie hätte eine schnellere Antwort verdient.',
  ],
  Sie: [
    'bitte entschuldigen Sie, dass meine Antwort so lange gebraucht hat. Ich habe mich über Ihre Nachricht gefreut.',
    'vielen Dank für Ihre Nachricht; sie hätte eine schnellere Antwort verdient.',
  ],
};
const BIRTHDAYS: Pool = {
  du: [
    'Ich wünsche dir einen Tag mit Menschen, die du magst.',
    'Hab einen schönen Tag und ein neues Lebensjahr mit vielem, was dir Freude macht.',
    'Lass dich feiern!',
    'Ich wünsche dir Gesundheit, gute Ideen und Zeit für das, was dir wichtig ist.',
  ],
  Sie: [
    'Ich wünsche Ihnen einen schönen Tag und ein gutes neues Lebensjahr.',
    'Ich wünsche Ihnen Gesundheit, Freude und Zeit für das, was Ihnen wichtig ist.',
  ],
};
const LATE_BIRTHDAYS: Pool = {
  du: ['Ich hoffe, du hattest einen schönen Tag.', 'Ich hoffe, du hast schön gefeiert.'],
  Sie: ['Ich hoffe, Sie hatten einen schönen Tag.'],
};
const COMING_BIRTHDAYS: Pool = {
  du: [
    'bald hast du Geburtstag, und ich denke an dich. Hast du etwas vor?',
    'dein Geburtstag rückt näher. Wie feierst du?',
  ],
  Sie: ['Ihr Geburtstag rückt näher, und ich wünsche Ihnen schon jetzt einen schönen Tag.'],
};
const NEW_YEAR: Pool = {
  du: [
    'Ich wünsche dir ein Jahr mit guter Gesellschaft und Zeit für das, was du liebst.',
    'Ich hoffe, das alte Jahr war gut zu dir und das neue wird noch besser.',
    'Ich wünsche dir Gesundheit, ein paar schöne Überraschungen und ruhige Tage zum Anfang.',
    'Möge das neue Jahr dir bringen, worauf du hoffst.',
  ],
  Sie: [
    'Ich wünsche Ihnen Gesundheit, Freude und einen guten Anfang.',
    'Ich hoffe, das alte Jahr war gut zu Ihnen und das neue wird noch besser.',
  ],
};
const CONGRATULATIONS: Pool = {
  du: [
    'Ich habe von deinen guten Nachrichten gehört und freue mich sehr für dich.',
    'Das hast du dir verdient. Ich hoffe, du feierst es!',
    'Was für schöne Nachrichten!',
  ],
  Sie: ['Ich habe von Ihren guten Nachrichten gehört und freue mich sehr für Sie.', 'Das haben Sie sich verdient.'],
};
const CHECK_INS: Pool = {
  du: [
    'ich denke an dich. Wie geht es dir gerade? Du musst nicht antworten.',
    'ich wollte dir nur sagen, dass ich an dich denke. Ich bin da, wenn du reden magst.',
    'du bist oft in meinen Gedanken. Wenn ich etwas tun kann, sag es einfach.',
  ],
  Sie: [
    'ich denke an Sie und wünsche Ihnen Kraft. Sie müssen nicht antworten.',
    'ich wollte Ihnen nur sagen, dass ich an Sie denke.',
  ],
};
/** To whoever is well: a grave question would frighten them. */
const LIGHT_CHECK_INS: Pool = {
  du: [
    'ich wollte einfach hören, wie es dir geht.',
    'wie geht es dir? Erzähl ein wenig, wenn du magst.',
    'mir fiel heute auf, dass ich gar nicht weiß, wie es dir geht. Magst du erzählen?',
    'wie waren deine letzten Wochen?',
  ],
  Sie: [
    'ich wollte einfach hören, wie es Ihnen geht.',
    'wie geht es Ihnen? Ich würde gern wieder einmal von Ihnen hören.',
  ],
};
const THANKS: Pool = {
  du: [
    'ich wollte dir schon lange danken. Du hast mir mehr geholfen, als du vielleicht weißt.',
    'danke! Ich denke öfter daran, als ich es dir sage.',
    'ein spätes, aber ehrliches Dankeschön. Es hat mir viel bedeutet.',
  ],
  Sie: ['ich wollte Ihnen schon lange danken. Sie haben mir mehr geholfen, als Sie vielleicht wissen.'],
};
const INVITATIONS: Pool = {
  du: [
    'hast du Lust auf einen Kaffee in den nächsten Tagen? Den Ort suchst du aus.',
    'ich würde dich gern wiedersehen. Gibt es einen Abend, der dir passt?',
  ],
  Sie: [
    'hätten Sie Lust auf einen Kaffee in den nächsten Wochen? Ich würde gern hören, woran Sie arbeiten.',
    'ich würde mich gern wieder einmal mit Ihnen austauschen. Passt Ihnen ein Kaffee oder ein Anruf besser?',
  ],
};

const ASKS: Pool = {
  du: [
    'darf ich dich etwas fragen? Wenn es gerade nicht passt, ist ein Nein völlig in Ordnung.',
    'ich habe eine Frage und habe zuerst an dich gedacht. Sag ruhig Nein, wenn es nicht passt.',
  ],
  Sie: [
    'darf ich Sie etwas fragen? Wenn es gerade nicht passt, ist ein Nein völlig in Ordnung.',
    'ich habe eine Frage und habe zuerst an Sie gedacht. Wenn es nicht passt, sagen Sie bitte einfach Nein.',
  ],
};

/** `t` is what is thanked for, as it stands after `für`. */
const THANKS_FOR: Readonly<Record<Manner, readonly ((t: string) => string)[]>> = {
  du: [
    (t) => `danke für ${t}. Das hat mir mehr geholfen, als du vielleicht weißt.`,
    (t) => `ich wollte dir noch danken: für ${t}. Das hat mir viel bedeutet.`,
  ],
  Sie: [(t) => `vielen Dank für ${t}. Das hat mir mehr geholfen, als Sie vielleicht wissen.`],
};

/** A sentence that goes on after a greeting with a comma. */
const AFTER_GREETING: Readonly<Partial<Record<DraftKind, Pool>>> = {
  hello: HELLO,
  'follow-up': FOLLOW_UPS,
  reply: REPLIES,
  'check-in': LIGHT_CHECK_INS,
  thanks: THANKS,
  ask: ASKS,
  invitation: INVITATIONS,
};

const FORMAL_CHANNELS: ReadonlySet<Channel> = new Set(['email', 'linkedin', 'card', 'other']);
const KNOWN_FROM = 0.25;

export function mannerOf({ closeness }: Pick<Candidate, 'closeness'>, channel: Channel): Manner {
  return closeness < KNOWN_FROM && FORMAL_CHANNELS.has(channel) ? 'Sie' : 'du';
}

/** Whether somebody is written to in German, by the language on their card. */
export function readsGerman(language: string | undefined): boolean {
  return /^(?:de|gsw)\b/i.test(language ?? '') || /^german$/i.test(language ?? '');
}

/** A message in German; undefined for kinds that need what was noted, which are then written in English. */
export function germanMessage(
  kind: DraftKind,
  parts: Parts & { readonly channel: Channel },
  picker: WordingPicker,
  { hard }: { readonly hard: boolean },
): string | undefined {
  const { candidate, name, style, lead, today } = parts;
  const manner = mannerOf(candidate, parts.channel);
  const pick = (pool: Pool) => picker.pick(`de-${kind}`, pool[manner]);
  const spoken = manner === 'du' ? name : candidate.name;
  const body = ((): Body | undefined => {
    if (hard) return { sentences: [picker.pick('de-check-in', CHECK_INS[manner])] };
    if (kind === 'ask' && parts.about !== undefined && parts.about.trim() !== '')
      return { sentences: [asked(plain(parts.about), manner)] };
    const thanked = kind === 'thanks' ? thankedFor(plain(parts.about ?? ''), manner) : undefined;
    if (thanked !== undefined) return { sentences: [picker.pick('de-thanks-for', THANKS_FOR[manner])(thanked)] };
    const detail = kind === 'promise' ? promised(parts, manner, picker) : detailed(kind, parts, manner, picker);
    if (detail !== undefined) return { sentences: [detail] };
    const pool = AFTER_GREETING[kind];
    if (pool !== undefined) return { sentences: [pick(pool)] };
    const date = lead?.kind === 'occasion' ? lead.date : today;
    switch (kind) {
      case 'birthday':
        if (date < today)
          return { wish: `Alles Gute nachträglich zum Geburtstag, ${spoken}!`, sentences: [pick(LATE_BIRTHDAYS)] };
        if (date > today && style !== 'card') return { sentences: [pick(COMING_BIRTHDAYS)] };
        return {
          wish: `Alles Gute zum Geburtstag, ${spoken}!`,
          sentences: [pick(BIRTHDAYS), ...wished(parts, manner, picker)],
        };
      case 'new-year':
        return {
          wish: `Ein gutes neues Jahr, ${spoken}!`,
          sentences: [pick(NEW_YEAR), ...wished(parts, manner, picker)],
        };
      case 'congratulations':
        return {
          wish: `Herzlichen Glückwunsch${occasion(parts.about)}, ${spoken}!`,
          sentences: [pick(CONGRATULATIONS)],
        };
      default:
        return undefined;
    }
  })();
  if (body === undefined) return undefined;
  const { wish, sentences } = body;
  const text = sentences.join(' ');
  if (wish !== undefined) return style === 'email' ? `${wish}\n\n${text}` : `${wish} ${text}`;
  const greeting = manner === 'Sie' ? `Guten Tag ${spoken},` : picker.pick('de-greeting', greetings(candidate, spoken));
  return `${greeting}${style === 'email' ? '\n\n' : ' '}${text}`;
}

/** "die Leiter geliehen" goes on as no noun does. */
const ENDS_IN_NOUN = /(?:^|\s)\p{Lu}\S*$/u;
const INFORMAL = /^(?:dein|deine|deinen|eure|euren|euer)\b/;
const FORMAL = /^(?:Ihr|Ihre|Ihren)\b/;

/** "die Leiter", "deinen Rat": only what is in the accusative already; `der Rat` would have to be changed, and is left out. */
function thankedFor(about: string, manner: Manner): string | undefined {
  const what = about.replace(/^für\s+/iu, '').replace(/[.!?…]+$/u, '');
  const [article] = /^(?:die|das|den|dein|deine|deinen|eure|euren|euer|Ihr|Ihre|Ihren) (?=\p{L})/u.exec(what) ?? [];
  if (article === undefined || (manner === 'du' ? FORMAL : INFORMAL).test(article)) return undefined;
  return ENDS_IN_NOUN.test(what) ? what : undefined;
}

/** "zum neuen Job", "zur Prüfung", as somebody wrote it; English words have no place in a German wish. */
function occasion(about = ''): string {
  const what = plain(about).replace(/[.!?…]+$/u, '');
  return /^zu[mr] \p{L}/iu.test(what) && ENDS_IN_NOUN.test(what)
    ? ` ${what.charAt(0).toLowerCase()}${what.slice(1)}`
    : '';
}

function asked(about: string, manner: Manner): string {
  const thought = manner === 'du' ? 'dich' : 'Sie';
  return `ich habe eine Frage und habe an ${thought} gedacht: ${about.replace(/[.!]+$/u, '')}${/[?]$/.test(about) ? '' : '.'} Wenn es gerade nicht passt, ist ein Nein völlig in Ordnung.`;
}

function greetings({ closeness }: Pick<Candidate, 'closeness'>, name: string): readonly string[] {
  return closeness >= 0.7 ? [`Hi ${name},`, `Hallo ${name},`] : [`Hallo ${name},`];
}
