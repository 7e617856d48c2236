import type { Name, NameComponent, SpeakToAs } from '../../domain/card/jscontact.ts';
import { composeFullName } from '../csv/full-name.ts';

const PRONOUNS = new Set(
  (
    'she her hers herself he him his himself they them their theirs it its ze zie zir zirs hir hirs xe xem xyr ey em eir fae faer any all ' +
    'ella él ellos elle elles elu delu il lui lei loro iel sie ihr er ihm ihn dey hij hem zij haar hen hun die diens hon han hän ela ele'
  ).split(' '),
);
const CREDENTIALS = new Set(
  (
    'phd dphil md do mba emba ma msc ms mph mpa mpp mfa mdiv med meng march ba bsc bs beng bfa llb llm jd ll.m edd dds dmd dvm rn np bsn msn ' +
    'pe cpa cfa cfp cma cia cpp acca aca fca fcca frm caia pmp capm csm cspo psm cissp cisa cism ccna ccnp ccie aws itil shrm-cp shrm-scp phr sphr ' +
    'esq kc qc obe mbe cbe frsa frs chartered fcipd mcipd acc pcc mcc lcsw lmft lpc ot pt dpt pharmd facs facp faia aia leed riba rics mrics frics'
  ).split(' '),
);
const GENERATION = /^(?:jr|sr|junior|senior|ii|iii|iv)\.?$/i;

/** A name column pair read: nothing is corrected, only what is not the name is moved where it belongs. */
export interface ReadName {
  readonly name: Name;
  readonly speakToAs?: SpeakToAs;
}

/**
 * Reads first and last name as people type them there. Pronouns in parentheses become pronouns, credentials after a
 * comma become credentials; emoji, capitals and everything else stay as they were given. Undefined when nothing is left.
 */
export function readName(first: string, last: string): ReadName | undefined {
  const [given, inFirst] = takePronouns(first);
  const [surname, inLast] = takePronouns(last);
  const components =
    surname === ''
      ? nameWithSuffixes('given', given)
      : [...(given === '' ? [] : [component('given', given)]), ...nameWithSuffixes('surname', surname)];
  const full = composeFullName(components);
  if (full === '') return undefined;
  const pronouns = inFirst ?? inLast;
  return {
    name: { components, full },
    ...(pronouns === undefined ? {} : { speakToAs: { pronouns: { q1: { pronouns } } } }),
  };
}

function takePronouns(text: string): [rest: string, pronouns: string | undefined] {
  if (!text.includes('(')) return [text, undefined];
  for (const match of text.matchAll(/\(([^()]{2,40})\)/g)) {
    const words = (match[1] ?? '').split('/').map((word) => word.trim().toLowerCase());
    if (words.length < 2 || !words.every((word) => PRONOUNS.has(word))) continue;
    return [text.replace(match[0], ' ').replaceAll(/\s+/g, ' ').trim(), match[1]?.trim()];
  }
  return [text, undefined];
}

/** `Doe, PhD, MBA`: split only when every part after the first comma is a credential. */
function nameWithSuffixes(kind: 'given' | 'surname', text: string): NameComponent[] {
  if (!text.includes(',')) return [component(kind, text)];
  const [name = '', ...suffixes] = text.split(',').map((part) => part.trim());
  // In a name all in capitals nothing tells letters after a name from a name.
  const shouted = name === name.toUpperCase();
  if (name === '' || !suffixes.every((suffix) => isSuffix(suffix, shouted))) return [component(kind, text)];
  return [
    component(kind, name),
    ...suffixes.map((suffix) => component(GENERATION.test(suffix) ? 'generation' : 'credential', suffix)),
  ];
}

function isSuffix(text: string, shouted: boolean): boolean {
  if (GENERATION.test(text)) return true;
  const words = text.split(/[\s/&]+/).filter((word) => word !== '');
  return words.length > 0 && words.length <= 3 && words.every((word) => isCredential(word, shouted));
}

function isCredential(word: string, shouted: boolean): boolean {
  const plain = word.replaceAll(/[.®™()]/g, '').toLowerCase();
  return CREDENTIALS.has(plain) || (!shouted && /^[A-Z]{2,6}(?:-[A-Z0-9]{1,4})?[®™]?$/.test(word));
}

function component(kind: NameComponent['kind'], value: string): NameComponent {
  return { kind, value };
}
