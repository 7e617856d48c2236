/**
 * What columns are called in the languages Tendril knows: English, German, French, Spanish, Italian, Dutch, Portuguese,
 * Polish, Swedish. A data table: phrases are compared without case, accents, spaces and signs.
 */

/** A kind of column that can stand for work, home or neither; the place is said by other words of the title. */
export type PlacedKind =
  | 'email'
  | 'phone'
  | 'fax'
  | 'address'
  | 'street'
  | 'po-box'
  | 'city'
  | 'region'
  | 'postcode'
  | 'country'
  | 'website';

export const PLACED_WORDS: Readonly<Record<PlacedKind, string>> = {
  email:
    'email|e-mail|mail|email address|e-mail address|e-mail addresses|emails|mail address|internet address|electronic mail|' +
    'e-mail-adresse|mailadresse|e-mail-adressen|elektronische adresse|' +
    'courriel|adresse e-mail|adresse mail|adresse courriel|adresse électronique|adresse de messagerie|messagerie|mél|' +
    'correo|correo electrónico|dirección de correo electrónico|dirección correo electrónico|dirección de correo|dirección de email|correos|' +
    'indirizzo e-mail|indirizzo email|posta elettronica|indirizzo di posta elettronica|indirizzo posta elettronica|' +
    'e-mailadres|mailadres|emailadres|adres e-mail|' +
    'endereço de e-mail|endereço de correio eletrónico|correio eletrónico|correio eletrônico|endereço de email|' +
    'adres email|adres poczty elektronicznej|poczta|poczta elektroniczna|' +
    'e-postadress|e-post|epost|mejl|mejladress|e-post-adress',
  phone:
    'phone|telephone|tel|phones|phone nr|phonenumber|phone numbers|telephone number|landline|phone number|' +
    'telefon|telefonnummer|rufnummer|festnetz|tel nr|telefonnr|fon|' +
    'téléphone|tél|numéro de téléphone|fixe|téléphone fixe|n° de téléphone|' +
    'teléfono|número de teléfono|teléfono fijo|teléfonos|' +
    'telefono|numero di telefono|telefono fisso|' +
    'telefoon|telefoonnummer|tel nummer|' +
    'telefone|número de telefone|telefone fixo|' +
    'numer telefonu|nr telefonu|nr tel|' +
    'telefonnummer|tfn|tel nr',
  fax: 'fax|fax number|facsimile|faxnummer|fax nummer|télécopie|télécopieur|telefax|numéro de fax|número de fax|numero di fax|faks|faxnr',
  address:
    'address|full address|mailing address|postal address|formatted address|street address full|location address|' +
    'adresse|anschrift|postanschrift|komplette adresse|adresse postale|adresse complète|dirección|domicilio|dirección postal|' +
    'indirizzo|indirizzo completo|adres|volledig adres|postadres|endereço|morada|endereço completo|adres pocztowy|adress|postadress',
  street:
    'street|street address|address line 1|address 1|street 1|address line 2|address 2|street 2|street 3|address line 3|street name|' +
    'strasse|straße|str|straße und hausnummer|strasse hausnummer|straße hausnr|straße nr|straße und nr|adresszeile 1|adresszeile 2|' +
    'rue|adresse 1|adresse 2|ligne d’adresse 1|ligne d’adresse 2|numéro et rue|n° et rue|voie|' +
    'calle|calle y número|dirección 1|dirección 2|' +
    'via|indirizzo 1|indirizzo 2|via e numero|' +
    'straat|straatnaam|straat en huisnummer|straat huisnummer|adres straat|adresregel 1|adresregel 2|' +
    'rua|logradouro|endereço 1|endereço 2|' +
    'ulica|ulica i numer|gata|gatuadress|gatunamn',
  'po-box':
    'po box|p.o. box|post office box|postbox|address po box|postfach|boîte postale|bp|apartado postal|apartado|apartado de correos|casella postale|postbus|caixa postal|skrytka pocztowa|box|postbox',
  city:
    'city|town|locality|city town|ort|stadt|wohnort|gemeinde|ville|commune|localité|ciudad|localidad|población|poblacion|' +
    'città|comune|località|stad|plaats|woonplaats|gemeente|adres plaats|cidade|localidade|município|miasto|miejscowość|ort|stad|postort',
  region:
    'state|region|province|county|state province|state region|state or province|bundesland|kanton|provinz|land bundesland|' +
    'département|dép région|région|province état|état|provincia|estado|comunidad autónoma|provincia o estado|estado o provincia|' +
    'regione|provincia di|staat provincie|provincie|provincia|distrito|uf|województwo|län|landskap',
  postcode:
    'zip|zip code|postal code|postcode|post code|zip postal code|zipcode|plz|postleitzahl|code postal|cp|código postal|' +
    'cap|codice postale|codice di avviamento postale|postcode|cep|kod pocztowy|postnummer|post nr',
  country:
    'country|country region|country name|country or region|land|land region|staat|pays|pays région|país|país o región|país región|' +
    'paese|paese area geografica|nazione|stato paese|land regio|país região|kraj|kraj region|land område',
  website:
    'website|web site|web|url|web page|webpage|homepage|home page|site|www|blog|personal web page|web address|web page 1|web page 2|' +
    'webseite|internetseite|internet|internetadresse|homepage url|' +
    'site web|page web|site internet|sitio web|página web|página personal|' +
    'sito|sito web|sito internet|pagina web|webpagina|internetsite|' +
    'página da web|página na web|site pessoal|strona internetowa|strona www|strona sieci web|webbplats|hemsida|webbsida',
};

/** Words of a title that say where rather than what. */
export const PLACE_WORDS = {
  work:
    'work business office company corporate job professional biz organization ' +
    'geschäftlich geschaeftlich dienstlich firma firmen arbeit beruflich büro buero geschäft ' +
    'bureau pro prof professionnel professionnelle travail société entreprise ' +
    'trabajo oficina empresa laboral profesional lavoro ufficio uff azienda aziendale ' +
    'werk zakelijk kantoor bedrijf werkadres trabalho comercial escritório profissional ' +
    'praca służbowy służbowa służbowe firmowy firmowa biuro arbete jobb företag kontor jobbet',
  home:
    'home private personal residential priv privat private privater privates ' +
    'domicile dom perso personnel personnelle privé privée maison casa particular domicilio personal ' +
    'ab abitazione privato personale thuis huis privé huisadres particulier ' +
    'residencial pessoal residência domowy domowa prywatny prywatna prywatne hem hemma bostad',
  other:
    'other alternate alternative andere weitere weiteres weiterer autre otro otra altro altra overig overige ander anders outro outra inny inna annan övrig övrigt',
} as const;

/** Words before another, written as one: `Geschäftstelefon`, `Thuisadres`. */
export const PLACE_PREFIXES = {
  work: 'geschäfts geschaefts dienst firmen büro buero arbeits werk kantoor arbets jobb företags kontors',
  home: 'privat thuis huis hem bostads',
} as const;

/** Words that neither say what nor where. */
export const FILLER_WORDS =
  'contact contacts person customer client lead member primary secondary main default first1 the of for a an no nr num number value is ' +
  'kontakt kunde der die das des von und haupt de du d l le la les del della dell di da do dos das el los van het een op au aux ' +
  'principal principale hoofd numer number n nº wartość primär';

/** Columns of which the place, if one is named, makes no difference. */
export const PLAIN_WORDS = {
  name:
    'name|full name|fullname|display name|contact name|person|contact|person name|attendee|guest|guest name|member name|names|file as|' +
    'kontakt|vollständiger name|voller name|anzeigename|name vorname|vorname name|vor und nachname|vorname nachname|nachname vorname|teilnehmer|gast|' +
    'nom complet|nom prénom|prénom nom|nom et prénom|prénom et nom|nom affiché|' +
    'nombre completo|nombre y apellidos|contacto|apellidos y nombre|nombre para mostrar|' +
    'nome completo|nome e cognome|cognome e nome|nome cognome|cognome nome|nominativo|contatto|' +
    'naam|volledige naam|weergavenaam|contactpersoon|voor en achternaam|nome e sobrenome|contato|' +
    'imię i nazwisko|nazwisko i imię|imię nazwisko|pełna nazwa|namn|fullständigt namn|visningsnamn|nom|nombre|nome|naam',
  'first-name':
    'first name|firstname|given name|givenname|forename|first|christian name|given names|first names|fname|' +
    'vorname|vornamen|rufname|prénom|prénoms|nombre de pila|primer nombre|nombres|nome proprio|nome di battesimo|' +
    'voornaam|voornamen|primeiro nome|nome próprio|imię|imiona|förnamn|tilltalsnamn',
  'middle-name':
    'middle name|middlename|middle|middle names|additional name|second name|middle initial|weitere vornamen|zweiter vorname|zweiter name|mittelname|' +
    'deuxième prénom|second prénom|autres prénoms|segundo nombre|secondo nome|middelste naam|tweede naam|segundo nome|nome do meio|drugie imię|mellannamn|andra namn',
  'last-name':
    'last name|lastname|surname|family name|familyname|last|lname|second surname|' +
    'nachname|familienname|zuname|nom de famille|apellido|apellidos|primer apellido|segundo apellido|cognome|achternaam|familienaam|' +
    'sobrenome|apelido|último nome|nazwisko|efternamn',
  prefix:
    'prefix|name prefix|salutation|honorific|honorific prefix|mr mrs|anrede|akademischer titel|namenspräfix|civilité|préfixe|' +
    'tratamiento|saludo|prefijo|appellativo|prefisso|aanhef|voorvoegsel aanhef|tratamento|prefixo|zwrot|tilltal',
  suffix:
    'suffix|name suffix|honorific suffix|namenszusatz|namenssuffix|suffixe|sufijo|suffisso|achtervoegsel|sufixo|sufiks',
  nickname:
    'nickname|nick name|nick|known as|alias|spitzname|kurzname|surnom|pseudo|apodo|alias|soprannome|bijnaam|roepnaam|alcunha|apelido familiar|pseudonim|ksywka|smeknamn',
  'phonetic-first-name': 'phonetic first name|given yomi|phonetischer vorname',
  'phonetic-last-name': 'phonetic last name|surname yomi|phonetischer nachname',
  company:
    'company|organization|organisation|company name|organization name|organisation name|employer|org|associated company|business name|account name|firm|current company|companies|' +
    'firma|unternehmen|firmenname|arbeitgeber|société|entreprise|nom de la société|organisme|employeur|' +
    'empresa|organización|compañía|nombre de la empresa|azienda|società|ditta|organizzazione|nome azienda|' +
    'bedrijf|organisatie|bedrijfsnaam|werkgever|companhia|organização|nome da empresa|nazwa firmy|organizacja|przedsiębiorstwo|företag|organisation|företagsnamn|arbetsgivare',
  department:
    'department|dept|division|team|abteilung|département service|service|departamento|reparto|ufficio reparto|dipartimento|afdeling|dział|avdelning',
  title:
    'job title|jobtitle|position|title|job|designation|current position|headline|function|' +
    'position|berufsbezeichnung|funktion|stellung|jobtitel|titel|titre professionnel|fonction|poste|titre|' +
    'puesto|cargo|título|qualifica|posizione|posizione lavorativa|titolo|mansione|functie|functietitel|cargo profissional|' +
    'stanowisko|tytuł|befattning|titel|jobbtitel|tjänst',
  role: 'profession|occupation|beruf|métier|profesión|professione|beroep|profissão|zawód|yrke',
  birthday:
    'birthday|birth date|birthdate|date of birth|dob|bday|born|born on|geburtstag|geburtsdatum|geboren|geb datum|' +
    'anniversaire naissance|date de naissance|né le|née le|naissance|anniversaire|cumpleaños|fecha de nacimiento|nacimiento|' +
    'compleanno|data di nascita|nato il|verjaardag|geboortedatum|geboren op|aniversário|data de nascimento|nascimento|' +
    'urodziny|data urodzenia|födelsedag|födelsedatum|född',
  anniversary:
    'anniversary|wedding anniversary|wedding|wedding date|hochzeitstag|jahrestag|hochzeit|anniversaire de mariage|' +
    'anniversaire de mariage ou fête|date de mariage|aniversario|aniversario de boda|anniversario|anniversario di matrimonio|' +
    'trouwdag|jubileum|speciale datum|aniversário de casamento|rocznica|rocznica ślubu|bröllopsdag|årsdag',
  'birth-year':
    'birth year|year of birth|geburtsjahr|année de naissance|año de nacimiento|anno di nascita|geboortejaar|ano de nascimento|rok urodzenia|födelseår',
  'birth-month':
    'birth month|geburtsmonat|mois de naissance|mes de nacimiento|mese di nascita|geboortemaand|mês de nascimento|miesiąc urodzenia|födelsemånad',
  'birth-day':
    'day of birth|geburtstag tag|jour de naissance|día de nacimiento|giorno di nascita|geboortedag|dia de nascimento|dzień urodzenia',
  'house-number':
    'house number|house no|hausnummer|hausnr|haus nr|numéro de rue|número de casa|numero civico|civico|huisnummer|huisnr|número da casa|nr domu|husnummer',
  'phone-mobile':
    'mobile|mobile phone|cell|cell phone|cellphone|cellular|mobile number|cell number|mobile phone number|mobile no|mobile tel|whatsapp|' +
    'mobil|handy|mobiltelefon|handynummer|mobilnummer|mobilfunk|natel|portable|mobile perso|téléphone portable|téléphone mobile|tél mobile|tél portable|gsm|' +
    'móvil|celular|teléfono móvil|teléfono celular|cellulare|telefono cellulare|numero cellulare|telefonino|' +
    'mobiel|mobiele telefoon|mobiel nummer|mobiele nummer|telefoon mobiel|gsm nummer|telemóvel|celular telefone|telefone celular|telefone móvel|' +
    'komórka|telefon komórkowy|telefon kom|numer komórki|mobilnr|mobiltelefon',
  'phone-main':
    'company main phone|main phone|switchboard|telefon firma|zentrale|téléphone société|standard|teléfono principal de la empresa|telefono principale società|centralino|hoofdtelefoon bedrijf',
  pager:
    'pager|pager number|beeper|récepteur de radiomessagerie|localizador|buscapersonas|cercapersone|semafoon|personsökare',
  linkedin:
    'linkedin|linkedin url|linkedin profile|linkedin profile url|linkedin link|linkedin handle|profil linkedin|perfil de linkedin|profilo linkedin|person linkedin url|public profile url|profile url',
  x: 'twitter|twitter handle|twitter url|x handle|twitter username|twitter account|twitter profile',
  instagram: 'instagram|instagram handle|instagram url|insta|instagram username',
  facebook: 'facebook|facebook url|facebook profile|facebook link',
  skype: 'skype|skype name|skype id|skypename',
  im: 'im|im address|imaddress|instant messenger|instant messaging|screen name|chat|messenger|aim|icq|jabber|messaggistica immediata|chatadres|adresse de messagerie instantanée',
  notes:
    'notes|note|comment|comments|remarks|description|memo|bio|about|notizen|notiz|bemerkung|bemerkungen|kommentar|anmerkung|anmerkungen|beschreibung|' +
    'remarque|remarques|commentaire|commentaires|notas|nota|comentarios|comentario|observaciones|annotazioni|commenti|osservazioni|' +
    'notities|notitie|opmerking|opmerkingen|notas pessoais|comentários|observações|notatki|notatka|uwagi|komentarz|anteckningar|anteckning|kommentarer',
  tags:
    'tags|tag|labels|label|categories|category|groups|group|lists|keywords labels|kategorien|kategorie|gruppen|gruppe|schlagwörter|' +
    'catégories|catégorie|étiquettes|groupes|groupe|categorías|categoría|etiquetas|grupos|grupo|categorie|etichette|gruppi|gruppo|etichetta|' +
    'categorieën|groepen|groep|categorias|categoria|marcadores|etykiety|kategorie|grupy|grupa|kategorier|etiketter|grupper|grupp',
  hobby:
    'hobby|hobbies|interests|hobbys|loisirs|centres d’intérêt|aficiones|intereses|passatempi|interessi|interesses|zainteresowania|intressen',
  spouse:
    'spouse|husband|wife|partner|spouse name|partner name|ehepartner|ehefrau|ehemann|lebenspartner|conjoint|conjointe|conjoint e|mari|épouse|' +
    'cónyuge|pareja|esposa|esposo|coniuge|moglie|marito|echtgenoot|echtgenote|partner echtgenoot|cônjuge|współmałżonek|małżonek|żona|mąż|make maka|partner',
  child:
    'children|child|kids|kinder|kind|enfants|enfant|hijos|hijo|figli|figlio|bambini|kinderen|filhos|filho|dzieci|barn',
  manager:
    'manager|manager name|manager’s name|managers name|boss|vorgesetzter|name des der vorgesetzten|responsable|nom du responsable|nombre del jefe|jefe|nome manager|responsabile|naam manager|leidinggevende|gerente|chef|przełożony|nazwisko menedżera',
  assistant:
    'assistant|assistant name|assistant’s name|assistants name|name assistent|assistent|assistentin|nom de l’assistant|nom de l’assistant e|nombre del ayudante|asistente|nome assistente|assistente|naam assistent|asystent|assistents namn',
  'referred-by':
    'referred by|introduced by|empfohlen von|recommandé par|recomendado por|referido por|riferimento|doorverwezen door|polecony przez',
  related: 'related person|related name|related people|relation|verwandte|bezugsperson',
  photo: 'photo|photo url|picture|image|avatar|foto|bild|image url',
  id: 'record id|contact id|person id|external id|uuid|guid|uid|kontakt id|id de contact|id de contacto',
} as const;
