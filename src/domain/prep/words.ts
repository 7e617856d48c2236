/** At how many people a page still prepares for each of them. */
export const MOST_PREPARED = 12;

/** What people can have in common, closest ties first. */
export const COMMON_KINDS = ['tie', 'touch', 'person', 'organization', 'place', 'circle', 'interest'] as const;
export type CommonKind = (typeof COMMON_KINDS)[number];
