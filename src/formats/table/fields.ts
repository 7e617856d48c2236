import { TABLE_FIELDS, type TableField } from '../../domain/table-fields.ts';
import type { GroupKind, SingleColumn } from '../google/columns.ts';

/** Where the values of a column go: a part of which a card has one, a value of a list, or a date. */
export type FieldSpec =
  | { readonly to: 'single'; readonly column: SingleColumn }
  | { readonly to: 'list'; readonly kind: GroupKind; readonly label: string; readonly service?: string }
  | { readonly to: 'address'; readonly label: string; readonly part: AddressPart }
  | { readonly to: 'work'; readonly part: 'name' | 'department' | 'title' }
  | { readonly to: 'date'; readonly kind: 'birthday' | 'anniversary' }
  | { readonly to: 'birth'; readonly part: 'year' | 'month' | 'day' }
  | { readonly to: 'tags' | 'key' | 'keep' | 'skip' };

export type AddressPart =
  | 'formatted'
  | 'street'
  | 'house number'
  | 'po box'
  | 'city'
  | 'region'
  | 'postal code'
  | 'country';

const single = (column: SingleColumn): FieldSpec => ({ to: 'single', column });
const list = (kind: GroupKind, label = ''): FieldSpec => ({ to: 'list', kind, label });
const service = (name: string): FieldSpec => ({ to: 'list', kind: 'im', label: '', service: name });
const address = (part: AddressPart, label = ''): FieldSpec => ({ to: 'address', part, label });

const SPECS: Readonly<Record<TableField, FieldSpec>> = {
  name: single('name'),
  'first-name': single('first name'),
  'middle-name': single('middle name'),
  'last-name': single('last name'),
  prefix: single('name prefix'),
  suffix: single('name suffix'),
  nickname: single('nickname'),
  'phonetic-first-name': single('phonetic first name'),
  'phonetic-last-name': single('phonetic last name'),
  email: list('e-mail'),
  'email-work': list('e-mail', 'Work'),
  'email-home': list('e-mail', 'Home'),
  phone: list('phone'),
  'phone-mobile': list('phone', 'Mobile'),
  'phone-work': list('phone', 'Work'),
  'phone-home': list('phone', 'Home'),
  'phone-main': list('phone', 'Main'),
  fax: list('phone', 'Fax'),
  'fax-work': list('phone', 'Work Fax'),
  'fax-home': list('phone', 'Home Fax'),
  pager: list('phone', 'Pager'),
  company: { to: 'work', part: 'name' },
  department: { to: 'work', part: 'department' },
  title: { to: 'work', part: 'title' },
  role: single('occupation'),
  birthday: { to: 'date', kind: 'birthday' },
  anniversary: { to: 'date', kind: 'anniversary' },
  'birth-year': { to: 'birth', part: 'year' },
  'birth-month': { to: 'birth', part: 'month' },
  'birth-day': { to: 'birth', part: 'day' },
  address: address('formatted'),
  'address-work': address('formatted', 'Work'),
  'address-home': address('formatted', 'Home'),
  street: address('street'),
  'street-work': address('street', 'Work'),
  'street-home': address('street', 'Home'),
  'street-other': address('street', 'Other'),
  'house-number': address('house number'),
  'po-box': address('po box'),
  'po-box-work': address('po box', 'Work'),
  'po-box-home': address('po box', 'Home'),
  'po-box-other': address('po box', 'Other'),
  city: address('city'),
  'city-work': address('city', 'Work'),
  'city-home': address('city', 'Home'),
  'city-other': address('city', 'Other'),
  region: address('region'),
  'region-work': address('region', 'Work'),
  'region-home': address('region', 'Home'),
  'region-other': address('region', 'Other'),
  postcode: address('postal code'),
  'postcode-work': address('postal code', 'Work'),
  'postcode-home': address('postal code', 'Home'),
  'postcode-other': address('postal code', 'Other'),
  country: address('country'),
  'country-work': address('country', 'Work'),
  'country-home': address('country', 'Home'),
  'country-other': address('country', 'Other'),
  website: list('website'),
  'website-work': list('website', 'Work'),
  'website-home': list('website', 'Home'),
  linkedin: service('LinkedIn'),
  x: service('X'),
  instagram: service('Instagram'),
  facebook: service('Facebook'),
  skype: service('Skype'),
  im: list('im'),
  notes: single('notes'),
  tags: { to: 'tags' },
  hobby: single('hobby'),
  spouse: list('relation', 'Spouse'),
  child: list('relation', 'Child'),
  manager: list('relation', 'Manager'),
  assistant: list('relation', 'Assistant'),
  'referred-by': list('relation', 'Referred by'),
  related: list('relation'),
  photo: single('photo'),
  id: { to: 'key' },
  keep: { to: 'keep' },
  skip: { to: 'skip' },
};

export type Field = TableField;

export function isField(name: string): name is Field {
  return TABLE_FIELDS.some((field) => field === name);
}

export function specOf(field: Field): FieldSpec {
  return SPECS[field];
}
