import type { Parts, WordingPicker } from '../today/parts.ts';
import { plain } from '../today/phrases.ts';
import type { DraftKind } from '../words.ts';
import {
  interestOf,
  isGermanPromise,
  type Manner,
  placeOf,
  promiseOf,
  type SaidPromise,
  talkedOf,
} from './german-notes.ts';

/* German sentences with something of theirs in them. Lies jede Zeile laut, bevor du sie aufnimmst. */

type Lines = Readonly<Record<Manner, readonly ((t: string) => string)[]>>;

/** `t` is an interest as a noun without an article, which stands after `für` whatever its gender and number. */
const HELLO_WITH: Lines = {
  du: [
    (t) => `ich musste heute an dich denken. Findest du noch Zeit für ${t}?`,
    (t) => `ich wollte mich schon länger melden. Hast du gerade Zeit für ${t}?`,
    (t) => `du bist mir heute in den Sinn gekommen. Bleibt dir noch Zeit für ${t}?`,
  ],
  Sie: [
    (t) => `ich wollte mich wieder einmal melden. Finden Sie noch Zeit für ${t}?`,
    (t) => `ich würde gern wieder von Ihnen hören. Bleibt Ihnen noch Zeit für ${t}?`,
  ],
};
/** `t` is `unser Gespräch über den Garten`, which is the same after "an" and "auf". */
const TALKED: Readonly<Partial<Record<DraftKind, Lines>>> = {
  hello: {
    du: [
      (t) => `ich musste heute an ${t} denken. Wie geht es dir?`,
      (t) => `ich denke gern an ${t} zurück. Wie ist es dir seither ergangen?`,
    ],
    Sie: [
      (t) => `ich musste neulich an ${t} denken. Wie geht es Ihnen?`,
      (t) => `ich denke gern an ${t} zurück. Wie ist es Ihnen seither ergangen?`,
    ],
  },
  'follow-up': {
    du: [
      (t) => `in Gedanken komme ich immer wieder auf ${t} zurück. Ich würde gern mehr davon hören.`,
      (t) => `ich denke noch an ${t} und würde das gern fortsetzen.`,
    ],
    Sie: [
      (t) => `ich denke noch an ${t} und würde das gern fortsetzen.`,
      (t) => `in Gedanken komme ich immer wieder auf ${t} zurück. Ich würde gern mehr davon hören.`,
    ],
  },
  'check-in': {
    du: [
      (t) => `ich musste an ${t} denken. Wie geht es dir inzwischen?`,
      (t) => `wie geht es dir? Ich musste heute an ${t} denken.`,
    ],
    Sie: [(t) => `wie geht es Ihnen? Ich musste heute an ${t} denken.`],
  },
  invitation: {
    du: [
      (t) => `ich würde gern an ${t} anknüpfen. Hast du Lust auf einen Kaffee in den nächsten Tagen?`,
      (t) => `ich denke noch an ${t}. Gibt es einen Abend, an dem wir weiterreden?`,
    ],
    Sie: [(t) => `ich würde gern an ${t} anknüpfen. Hätten Sie Lust auf einen Kaffee in den nächsten Wochen?`],
  },
};
/** `t` is an interest, see `HELLO_WITH`. */
const INTEREST: Readonly<Partial<Record<DraftKind, Lines>>> = {
  hello: HELLO_WITH,
  'check-in': {
    du: [
      (t) => `ich wollte hören, wie es dir geht, und ob du noch Zeit für ${t} findest.`,
      (t) => `wie geht es dir, und bleibt dir noch Zeit für ${t}?`,
    ],
    Sie: [(t) => `ich wollte hören, wie es Ihnen geht, und ob Sie noch Zeit für ${t} finden.`],
  },
  invitation: {
    du: [
      (t) =>
        `ich würde gern hören, ob du noch Zeit für ${t} findest. Hast du Lust auf einen Kaffee in den nächsten Tagen?`,
    ],
    Sie: [
      (t) =>
        `ich würde gern hören, ob Sie noch Zeit für ${t} finden. Hätten Sie Lust auf einen Kaffee in den nächsten Wochen?`,
    ],
  },
};
/** `t` is where they met last, with its preposition. */
const PLACE: Readonly<Partial<Record<DraftKind, Lines>>> = {
  hello: {
    du: [(t) => `ich denke gern an unser Treffen ${t} zurück. Wie geht es dir?`],
    Sie: [(t) => `ich denke gern an unser Treffen ${t} zurück. Wie geht es Ihnen?`],
  },
  invitation: {
    du: [
      (t) => `wollen wir uns wieder einmal ${t} treffen? Such du den Tag aus.`,
      (t) => `ich denke gern an unser Treffen ${t} zurück. Hast du Lust auf ein nächstes?`,
    ],
    Sie: [(t) => `ich denke gern an unser Treffen ${t} zurück. Hätten Sie Lust auf ein nächstes?`],
  },
};
const PROMISED: Readonly<Record<SaidPromise['by'], Readonly<Record<SaidPromise['kind'], Lines>>>> = {
  me: {
    deed: {
      du: [(t) => `ich habe nicht vergessen, dass ich ${t} wollte.`, (t) => `ich wollte ${t}, und dabei bleibt es.`],
      Sie: [(t) => `ich habe nicht vergessen, dass ich ${t} wollte.`],
    },
    thing: {
      du: [
        (t) => `ich habe nicht vergessen, was ich dir versprochen habe: ${t}.`,
        (t) => `ich schulde dir noch etwas: ${t}. Das kommt noch.`,
      ],
      Sie: [(t) => `ich habe nicht vergessen, was ich Ihnen versprochen habe: ${t}.`],
    },
  },
  them: {
    deed: {
      du: [
        (t) => `du wolltest ${t}. Es eilt gar nicht, ich freue mich darauf.`,
        (t) => `ganz ohne Eile: du wolltest ${t}, und ich freue mich noch darauf.`,
      ],
      Sie: [(t) => `Sie wollten ${t}. Es eilt gar nicht, ich freue mich darauf.`],
    },
    thing: {
      du: [(t) => `ganz ohne Eile: ich freue mich noch auf ${t}.`],
      Sie: [(t) => `ganz ohne Eile: ich freue mich noch auf ${t}.`],
    },
  },
};
/** Where its grammar is not sure, it is spoken of without its words. */
const PROMISED_PLAIN: Readonly<Record<SaidPromise['by'], Readonly<Record<Manner, string>>>> = {
  me: {
    du: 'ich habe nicht vergessen, was ich dir versprochen habe.',
    Sie: 'ich habe nicht vergessen, was ich Ihnen versprochen habe.',
  },
  them: {
    du: 'ganz ohne Eile: ich freue mich noch auf das, was du angeboten hast.',
    Sie: 'ganz ohne Eile: ich freue mich noch auf das, was Sie angeboten haben.',
  },
};
const ALL_WELL: Readonly<Record<Manner, string>> = {
  du: 'Ich hoffe, es geht dir gut.',
  Sie: 'Ich hoffe, es geht Ihnen gut.',
};
const WISHED: Lines = {
  du: [(t) => `Und ich wünsche dir viel Zeit für ${t}.`, (t) => `Möge es ein Jahr mit viel Zeit für ${t} sein.`],
  Sie: [(t) => `Und ich wünsche Ihnen viel Zeit für ${t}.`],
};
/** What is theirs, in a message of this kind; undefined where nothing is known in a form that can be said. */
export function detailed(kind: DraftKind, parts: Parts, manner: Manner, picker: WordingPicker): string | undefined {
  const { candidate } = parts;
  const found = (
    [
      ['talked', TALKED[kind], () => talkedOf(candidate, manner)],
      ['interest', INTEREST[kind], () => interestOf(parts)],
      ['place', PLACE[kind], () => placeOf(candidate)],
    ] as const
  ).find(([, lines, read]) => lines !== undefined && read() !== undefined);
  const said = found?.[2]();
  return found?.[1] && said && picker.pick(`de-${kind}-${found[0]}`, found[1][manner])(said);
}

/** A promise, in either direction; undefined where it is not noted in German that is sure. */
export function promised(parts: Parts, manner: Manner, picker: WordingPicker): string | undefined {
  const noted = parts.candidate.promises.find(({ id }) => parts.lead?.key === `promise:${id}`);
  if (noted === undefined) return undefined;
  const promise = promiseOf(noted, manner);
  const said =
    promise === undefined
      ? isGermanPromise(plain(noted.text))
        ? PROMISED_PLAIN[noted.by][manner]
        : undefined
      : picker.pick(
          `de-promise-${promise.by}-${promise.kind}`,
          PROMISED[promise.by][promise.kind][manner],
        )(promise.text);
  return said === undefined || parts.style === 'short' ? said : `${said} ${ALL_WELL[manner]}`;
}

/** What goes with a wish. */
export function wished(parts: Parts, manner: Manner, picker: WordingPicker): readonly string[] {
  const interest = interestOf(parts);
  return interest === undefined ? [] : [picker.pick('de-wished', WISHED[manner])(interest)];
}
