/** What the first is to the second when the second is the key to the first. Kinds that are not here are their own inverse. */
const INVERSE: Readonly<Record<string, string>> = {
  parent: 'child',
  child: 'parent',
  mother: 'child',
  father: 'child',
  daughter: 'parent',
  son: 'parent',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
  aunt: 'niece or nephew',
  uncle: 'niece or nephew',
  niece: 'aunt or uncle',
  nephew: 'aunt or uncle',
  'aunt or uncle': 'niece or nephew',
  'niece or nephew': 'aunt or uncle',
  manager: 'report',
  report: 'manager',
  assistant: 'assisted',
  assisted: 'assistant',
  mentor: 'mentee',
  mentee: 'mentor',
  teacher: 'student',
  student: 'teacher',
  'introduced by': 'introduced',
  introduced: 'introduced by',
  husband: 'spouse',
  wife: 'spouse',
};

/**
 * The kind of the same tie seen from the other side: the inverse of `child` is `parent`, of `colleague` `colleague`. A hyphen
 * in it is a space.
 */
export function inverseTie(kind: string): string {
  return INVERSE[kind.toLowerCase().replaceAll('-', ' ')] ?? kind;
}
