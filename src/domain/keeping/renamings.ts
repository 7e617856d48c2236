/**
 * Companies that took another name: whoever worked there before and after changed nothing. Written as `noticing` folds them,
 * without legal forms; the older name first.
 */
const RENAMINGS: readonly (readonly [string, string])[] = [
  ['twitter', 'x'],
  ['facebook', 'meta'],
  ['facebook', 'meta platforms'],
  ['transferwise', 'wise'],
  ['square', 'block'],
  ['daimler', 'mercedes benz'],
  ['statoil', 'equinor'],
  ['total', 'totalenergies'],
  ['gdf suez', 'engie'],
  ['dong energy', 'orsted'],
  ['weight watchers', 'ww'],
  ['weight watchers', 'ww international'],
  ['dunkin donuts', 'dunkin'],
  ['anthem', 'elevance health'],
  ['raytheon technologies', 'rtx'],
  ['research in motion', 'blackberry'],
  ['pricewaterhousecoopers', 'pwc'],
  ['ernst young', 'ey'],
  ['international business machines', 'ibm'],
  ['hewlett packard', 'hp'],
  ['general electric', 'ge'],
  ['siemens gas power', 'siemens energy'],
  ['standard life aberdeen', 'abrdn'],
  ['abrdn', 'aberdeen'],
  ['royal bank scotland', 'natwest'],
  ['rbs', 'natwest'],
  ['deutsche post dhl', 'dhl'],
];

const BOTH = new Set(RENAMINGS.flatMap(([a, b]) => [`${a} > ${b}`, `${b} > ${a}`]));

export function isRenaming(a: string, b: string): boolean {
  return BOTH.has(`${a} > ${b}`);
}

/** Working for oneself, however one calls it: between these nobody changed jobs. */
const OWN_BOSS =
  /^(?:self employed|selfemployed|freelance|freelancer|freelancing|freelance consultant|freelance designer|freelance writer|independent|independent consultant|independent contractor|contractor|own business|sole trader|selbstandig|selbststandig|selbstandige?r?|selbststandige?r?|freiberuflich|freiberufler(?:in)?|freischaffend|independant|independante|travailleur independant|auto entrepreneur|a mon compte|autonom[oa]|por cuenta propia|libero professionista|freelance professional|zzp|zzper|zelfstandig|zelfstandige|egenforetagare|selvstendig)$/;

export function isOwnBoss(organization: string): boolean {
  return OWN_BOSS.test(organization);
}
