import { fold } from '../../domain/fold.ts';
import { matchHeader } from '../table/match-header.ts';
import type { MappedColumn } from '../table/read-table.ts';

/**
 * Titles only Outlook has, of its desktop programs and of outlook.com, by language. Two of them make a table Outlook's:
 * which of its columns an export holds, and how they are called exactly, differs from version to version.
 */
const SIGNS: readonly (readonly string[])[] = [
  // English
  [
    'Business Street',
    'Business City',
    'Home Street',
    'Business Country/Region',
    'E-mail 2 Address',
    'Company Main Phone',
    'TTY/TDD Phone',
  ],
  // German
  [
    'Straße geschäftlich',
    'Ort geschäftlich',
    'Straße privat',
    'E-Mail 2: Adresse',
    'Telefon geschäftlich',
    'Weiteres Telefon',
    'Postleitzahl geschäftlich',
  ],
  // French
  [
    'Rue (bureau)',
    'Ville (bureau)',
    'Rue (domicile)',
    'Adresse de messagerie 2',
    'Téléphone (bureau)',
    'Téléphone (autre)',
    'Code postal (bureau)',
  ],
  // Spanish
  [
    'Calle del trabajo',
    'Ciudad de trabajo',
    'Calle del domicilio',
    'Dirección del correo electrónico 2',
    'Dirección de correo electrónico 2',
    'Teléfono del trabajo',
    'Código postal del trabajo',
  ],
  // Italian
  [
    'Via (uff.)',
    'Città (uff.)',
    'Via (ab.)',
    'Indirizzo posta elettronica 2',
    'Telefono (uff.)',
    'Altro telefono',
    'CAP (uff.)',
  ],
  // Dutch
  [
    'Werkadres, straat',
    'Werkadres, plaats',
    'Huisadres, straat',
    'E-mailadres 2',
    'Telefoon op werk',
    'Telefoon werk',
    'Werkadres, postcode',
  ],
];
const LEAST_SIGNS = 3;
/** An export of Outlook brings every field it has; a table of a few columns is somebody's own. */
const LEAST_COLUMNS = 12;

/** A table that other programs' headers share words with, but not so many: counted without case, accents and signs. */
const SIGN_KEYS = SIGNS.map((titles) => new Set(titles.map(keyOf)));

/** What the title says about the column that the words alone would not. */
const OWN: ReadonlyMap<string, MappedColumn> = new Map(
  (
    [
      // The `Dr` before a name, in every language of Outlook.
      [
        ['Title', 'Titre', 'Titel', 'Titolo', 'Título', 'Tratamiento', 'Anrede', 'Aanhef', 'Aanspreektitel'],
        { field: 'prefix' },
      ],
      [['Position', 'Job Title', 'Posición', 'Posizione', 'Puesto', 'Functie'], { field: 'title' }],
      [['Suffix'], { field: 'suffix' }],
      [
        [
          'Assistant’s Phone',
          'Telefon Assistent',
          'Téléphone de l’assistant(e)',
          'Teléfono del ayudante',
          'Telefono assistente',
          'Telefoon assistent',
        ],
        { field: 'phone', label: 'Assistant' },
      ],
      [
        ['Callback', 'Rückmeldung', 'Rappel', 'Devolución de llamada', 'Richiamata', 'Terugbelnummer'],
        { field: 'phone', label: 'Callback' },
      ],
      [
        [
          'Car Phone',
          'Autotelefon',
          'Téléphone (voiture)',
          'Teléfono del automóvil',
          'Telefono automobile',
          'Autotelefoon',
        ],
        { field: 'phone', label: 'Car' },
      ],
      [['ISDN', 'RNIS', 'RDSI'], { field: 'phone', label: 'ISDN' }],
      [
        [
          'Primary Phone',
          'Haupttelefon',
          'Téléphone principal',
          'Teléfono principal',
          'Telefono principale',
          'Hoofdtelefoon',
        ],
        { field: 'phone', label: 'Primary' },
      ],
      [
        ['Radio Phone', 'Mobiltelefon 2', 'Radio téléphone', 'Radioteléfono', 'Radiotelefono', 'Radiotelefoon'],
        { field: 'phone', label: 'Radio' },
      ],
      [
        [
          'TTY/TDD Phone',
          'Telefon für Hörbehinderte',
          'Téléphone TDD/TTY',
          'Número de teletipo',
          'Telefono TTY/TDD',
          'Teksttelefoon',
        ],
        { field: 'phone', label: 'TTY' },
      ],
      [['Telex', 'Télex'], { field: 'phone', label: 'Telex' }],
      [['Other Fax', 'Weiteres Fax', 'Télécopie (autre)', 'Otro fax', 'Altro fax', 'Fax anders'], { field: 'fax' }],
      [['Particular'], { field: 'phone-home' }],
      [['IMAddress'], { field: 'im' }],
      // Whether an address is one: an Exchange name shows by itself.
      [
        [
          'E-mail Type',
          'E-mail 2 Type',
          'E-mail 3 Type',
          'E-Mail-Typ',
          'E-Mail 2: Typ',
          'E-Mail 3: Typ',
          'Type de messagerie',
          'Type de messagerie 2',
          'Type de messagerie 3',
          'Tipo de correo electrónico',
          'Tipo de correo electrónico 2',
          'Tipo de correo electrónico 3',
          'Tipo posta elettronica',
          'Tipo posta elettronica 2',
          'Tipo posta elettronica 3',
          'Type e-mail',
          'Type e-mail 2',
          'Type e-mail 3',
          'E-mailtype',
          'E-mail 2-type',
        ],
        { field: 'skip' },
      ],
      [['Personal Web Page'], { field: 'website-home' }],
      [['Spouse', 'Partner', 'Conjoint(e)', 'Cónyuge', 'Coniuge', 'Partner/echtgenoot'], { field: 'spouse' }],
      [
        [
          'Anniversary',
          'Jahrestag',
          'Anniversaire de mariage ou fête',
          'Aniversario',
          'Anniversario',
          'Speciale datum',
          'Gedenkdag',
        ],
        { field: 'anniversary' },
      ],
      [['Birthday', 'Geburtstag', 'Anniversaire', 'Cumpleaños', 'Compleanno', 'Verjaardag'], { field: 'birthday' }],
      // Where the person is at, of no address of theirs; and other words that mean something else elsewhere.
      [['Location', 'Ort', 'Emplacement', 'Ubicación', 'Luogo', 'Locatie', 'Plaats'], { field: 'keep' }],
      [
        [
          'Account',
          'Konto',
          'Compte',
          'Cuenta',
          'Rekening',
          'Private',
          'Privat',
          'Privé',
          'Privado',
          'Privato',
          'Keywords',
          'Stichwörter',
          'Mots clés',
          'Palabras clave',
        ],
        { field: 'keep' },
      ],
      [
        ['Referred By', 'Empfohlen von', 'Recommandé par', 'Referido por', 'Doorverwezen door'],
        { field: 'referred-by' },
      ],
      [
        ['Business Address PO Box', 'Postfach geschäftlich', 'B.P. professionnelle', 'Apartado postal del trabajo'],
        { field: 'po-box-work' },
      ],
      [
        ['Home Address PO Box', 'Postfach privat', 'Boîte postale du domicile', 'Apartado postal del domicilio'],
        { field: 'po-box-home' },
      ],
      [
        ['Other Address PO Box', 'Weiteres Postfach', 'Autre boîte postale', 'Otro apartado postal'],
        { field: 'po-box-other' },
      ],
    ] satisfies readonly (readonly [readonly string[], MappedColumn])[]
  ).flatMap(([titles, column]) => titles.map((title): [string, MappedColumn] => [keyOf(title), column])),
);

/** Whether a header (as `normalizeName` makes the names) is an Outlook export's. */
export function isOutlookHeader(names: ReadonlySet<string>): boolean {
  if (names.size < LEAST_COLUMNS) return false;
  return countSigns(names) >= LEAST_SIGNS;
}

/** The same when the user says so. */
export function isLooseOutlookHeader(names: ReadonlySet<string>): boolean {
  return [...names].filter((name) => matchHeader(name) !== undefined).length >= 2;
}

function countSigns(names: ReadonlySet<string>): number {
  const keys = new Set([...names].map(keyOf));
  return Math.max(...SIGN_KEYS.map((signs) => [...signs].filter((sign) => keys.has(sign)).length));
}

/** What each column of an Outlook export is, by its title. */
export function readOutlookColumns(titles: readonly string[]): MappedColumn[] {
  const columns = titles.map((title): MappedColumn => OWN.get(keyOf(title)) ?? { field: matchHeader(title) ?? 'keep' });
  // `Nom` beside `Prénom`, `Nombre` beside `Apellidos`: the name is the part that has no column of its own.
  const has = (field: MappedColumn['field']) => columns.some((column) => column.field === field);
  const part = has('first-name') ? 'last-name' : 'first-name';
  const settled = has('first-name') === has('last-name') ? 'name' : part;
  return columns.map((column) => (column.field === 'name' ? { field: settled } : column));
}

function keyOf(title: string): string {
  return fold(title).replaceAll(/[^\p{L}\p{N}]/gu, '');
}
