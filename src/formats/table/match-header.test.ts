import { describe, expect, it } from 'vitest';
import { matchHeader } from './match-header.ts';

describe('what a column is by its title', () => {
  it.each([
    ['E-Mail (privat)', 'email-home'],
    ['Business Phone 2', 'phone-work'],
    ['Téléphone mobile', 'phone-mobile'],
    ['firstName', 'first-name'],
    ['FIRST_NAME', 'first-name'],
    ['Straße geschäftlich 2', 'street-work'],
    ['Pays/Région (domicile)', 'country-home'],
    ['Código postal del trabajo', 'postcode-work'],
    ['Via (uff.)', 'street-work'],
    ['Werkadres, straat', 'street-work'],
    ['Privattelefon', 'phone-home'],
    ['Telefon komórkowy', 'phone-mobile'],
    ['Födelsedatum', 'birthday'],
    ['Telefone celular', 'phone-mobile'],
    ['Imię', 'first-name'],
    ['Cognome', 'last-name'],
    ['Achternaam', 'last-name'],
    ['Apellidos', 'last-name'],
    ['Adresse e-mail professionnelle', 'email-work'],
    ['Name der Firma', 'company'],
    ['Primary Email', 'email'],
    ['Notizen', 'notes'],
    ['Website', 'website'],
    ['Schlagwörter', 'tags'],
  ])('takes %s for %s', (title, field) => {
    expect(matchHeader(title)).toBe(field);
  });

  it.each([
    'E-mail Type',
    'Lead Status',
    'Contact owner',
    'Associated Company IDs',
    'Email opt in',
    'Last contacted',
    '',
    '3',
    '—',
    '名前'.repeat(40),
  ])('takes %j for nothing', (title) => {
    expect(matchHeader(title)).toBeUndefined();
  });
});
