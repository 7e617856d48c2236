/**
 * Names by culture, invented together by chance. An entry is `name`, or `native|latin`, or `native|latin|phonetic`,
 * separated by commas. Everyone made from these lists is synthetic.
 */
export interface Culture {
  readonly id: string;
  /** BCP 47 tag of the names, also the mother tongue. */
  readonly language: string;
  /** How often it is drawn, against the sum of all. */
  readonly weight: number;
  readonly female: string;
  readonly male: string;
  readonly surnames: string;
  readonly shape:
    | 'given-surname'
    | 'surname-given' // kanji, hanzi, hangul: surname first, no separator
    | 'vietnamese' // surname, middle, given
    | 'slavic' // -ski becomes -ska for women
    | 'iberian' // two surnames
    | 'icelandic' // a patronymic from the surname list
    | 'mononym'; // often one name only
  /** What the phonetic reading of a native form is, as RFC 9553 section 2.2.1 names it. */
  readonly phonetic?: { readonly system?: 'piny'; readonly script: string };
  /** Keys of `CITIES`, the likeliest first. */
  readonly cities: string;
}

// biome-ignore format: a table
export const CULTURES: readonly Culture[] = [
  {
    id: 'dutch', language: 'nl', weight: 24, shape: 'given-surname', cities: 'rotterdam,amsterdam,utrecht,thehague,groningen,ghent,rotterdam,delft',
    female: 'Sanne,Lotte,Femke,Marieke,Anouk,Roos,Fleur,Ilse,Hanneke,Noor,Willemijn,Jolien,Mirthe,Saskia,Tess,Eva,Carlijn,Maud,Wietske,Hester,Nienke,Jorinde',
    male: 'Daan,Bram,Sjoerd,Jeroen,Thijs,Ruben,Wouter,Maarten,Pieter,Koen,Jasper,Floris,Joost,Gijs,Teun,Bas,Lennart,Hidde,Casper,Sander,Rutger,Melle',
    surnames: 'de Vries,van der Meer,Jansen,Bakker,van den Berg,Visser,Smit,Meijer,de Boer,Mulder,Dijkstra,Hoekstra,van Leeuwen,Verbeek,Postma,Kuipers,van Dijk,Bos,Vermeulen,Schouten,Timmermans,Wiersma,van ’t Hof,Brouwer,Koster,Zijlstra,ter Haar,Lammers,de Graaf,Roelofs',
  },
  {
    id: 'german', language: 'de', weight: 9, shape: 'given-surname', cities: 'berlin,hamburg,cologne,munich,frankfurt,rotterdam',
    female: 'Annika,Jördis,Katharina,Friederike,Lena,Svenja,Ulrike,Heike,Greta,Mareike,Johanna,Silke,Antje,Clara,Wiebke,Gesine',
    male: 'Jürgen,Matthias,Florian,Torben,Sören,Moritz,Henning,Lukas,Volker,Jonas,Götz,Konrad,Niklas,Rainer,Till,Bernd',
    surnames: 'Müller,Schröder,Weiß,Kühn,Hoffmann,Lindner,Baumgarten,Krämer,Vogt,Petersen,Groß,Steinbach,Hartmann,Jäger,Brandt,Köhler,Reuter,Eschenbach,Thoma,Wagenknecht,Seidel,Falk',
  },
  {
    id: 'polish', language: 'pl', weight: 7, shape: 'slavic', cities: 'warsaw,gdansk,krakow,rotterdam',
    female: 'Agnieszka,Małgorzata,Zofia,Kasia,Ewa,Joanna,Hania,Barbara,Justyna,Weronika,Jagoda,Iwona,Łucja,Bożena',
    male: 'Tomasz,Łukasz,Michał,Paweł,Jakub,Wojciech,Stanisław,Grzegorz,Mateusz,Bartosz,Zbigniew,Kacper,Rafał,Sławomir',
    surnames: 'Wójcik,Kowalski,Zieliński,Szymański,Dąbrowski,Kaczmarek,Grabowski,Pawlak,Jabłoński,Wróbel,Sikorski,Ostrowski,Żak,Czarnecki,Mazur,Lisowski,Gołąb,Rutkowski',
  },
  {
    id: 'nigerian', language: 'en-NG', weight: 6, shape: 'given-surname', cities: 'lagos,london,abuja,rotterdam,houston',
    female: 'Amara,Nnedi,Chiamaka,Ngozi,Folake,Temitope,Adaeze,Yewande,Ifeoma,Zainab,Bukola,Simisola,Ebele,Obioma,Titilayo,Halima',
    male: 'Chidi,Emeka,Tunde,Obinna,Olumide,Kelechi,Babajide,Ikenna,Segun,Musa,Uche,Adewale,Chukwudi,Femi,Ibrahim,Dayo',
    surnames: 'Okafor,Adeyemi,Nwosu,Balogun,Eze,Okonkwo,Abubakar,Oyelaran,Chukwu,Ogunleye,Bello,Onyekachi,Afolabi,Ibe,Danjuma,Akintola,Umeh,Odukoya',
  },
  {
    id: 'japanese', language: 'ja', weight: 6, shape: 'surname-given', phonetic: { script: 'Hira' }, cities: 'tokyo,osaka,sapporo,london,rotterdam',
    female: '花|Hana|はな,由美子|Yumiko|ゆみこ,恵|Megumi|めぐみ,直美|Naomi|なおみ,彩|Aya|あや,千尋|Chihiro|ちひろ,美咲|Misaki|みさき,陽子|Yoko|ようこ,紗季|Saki|さき,凛|Rin|りん,葵|Aoi|あおい,真央|Mao|まお',
    male: '健|Ken|けん,大輔|Daisuke|だいすけ,翔太|Shota|しょうた,隆|Takashi|たかし,直樹|Naoki|なおき,雄大|Yudai|ゆうだい,誠|Makoto|まこと,蓮|Ren|れん,和也|Kazuya|かずや,拓海|Takumi|たくみ,修|Osamu|おさむ,陸|Riku|りく',
    surnames: '伊藤|Ito|いとう,中村|Nakamura|なかむら,小林|Kobayashi|こばやし,山口|Yamaguchi|やまぐち,松本|Matsumoto|まつもと,森|Mori|もり,清水|Shimizu|しみず,石川|Ishikawa|いしかわ,藤田|Fujita|ふじた,岡田|Okada|おかだ,長谷川|Hasegawa|はせがわ,近藤|Kondo|こんどう,遠藤|Endo|えんどう,青木|Aoki|あおき,福田|Fukuda|ふくだ,西村|Nishimura|にしむら',
  },
  {
    id: 'chinese', language: 'zh', weight: 6, shape: 'surname-given', phonetic: { system: 'piny', script: 'Latn' }, cities: 'shanghai,taipei,singapore,vancouver,rotterdam',
    female: '小梅|Xiaomei|xiǎoméi,丽华|Lihua|lìhuá,静|Jing|jìng,雨晴|Yuqing|yǔqíng,芳|Fang|fāng,雪|Xue|xuě,婷婷|Tingting|tíngtíng,佳怡|Jiayi|jiāyí,慧|Hui|huì,思远|Siyuan|sīyuǎn',
    male: '小明|Xiaoming|xiǎomíng,伟|Wei|wěi,建国|Jianguo|jiànguó,俊杰|Junjie|jùnjié,浩然|Haoran|hàorán,志强|Zhiqiang|zhìqiáng,磊|Lei|lěi,文博|Wenbo|wénbó,一鸣|Yiming|yīmíng,晨|Chen|chén',
    surnames: '王|Wang|wáng,李|Li|lǐ,张|Zhang|zhāng,刘|Liu|liú,陈|Chen|chén,杨|Yang|yáng,黄|Huang|huáng,赵|Zhao|zhào,周|Zhou|zhōu,吴|Wu|wú,徐|Xu|xú,孙|Sun|sūn,马|Ma|mǎ,林|Lin|lín,郭|Guo|guō,何|He|hé',
  },
  {
    id: 'korean', language: 'ko', weight: 4, shape: 'surname-given', cities: 'seoul,busan,berlin,vancouver',
    female: '지우|Jiwoo,서연|Seoyeon,민지|Minji,수진|Sujin,하은|Haeun,유나|Yuna,은영|Eunyoung,혜진|Hyejin,소라|Sora,다은|Daeun',
    male: '민준|Minjun,지훈|Jihoon,현우|Hyunwoo,성민|Sungmin,동현|Donghyun,준호|Junho,태윤|Taeyoon,영수|Youngsoo,재석|Jaeseok,도윤|Doyoon',
    surnames: '김|Kim,이|Lee,박|Park,최|Choi,정|Jung,강|Kang,조|Cho,윤|Yoon,장|Jang,임|Lim,한|Han,오|Oh,서|Seo,신|Shin',
  },
  {
    id: 'indian', language: 'hi', weight: 8, shape: 'given-surname', cities: 'mumbai,bangalore,delhi,london,rotterdam,toronto',
    female: 'Priya,Ananya,अनन्या|Ananya,Meera,Kavita,Lakshmi,Shreya,सुनीता|Sunita,Deepa,Nandini,Ishita,Radhika,Pooja,Tanvi,Gauri,Leela,Padma',
    male: 'Arjun,Rohan,Vikram,अर्जुन|Arjun,Sanjay,Karthik,Rahul,Aditya,Nikhil,Suresh,Manoj,राजेश|Rajesh,Harish,Varun,Dev,Ashok,Ravi',
    surnames: 'Sharma,Iyer,Patel,Nair,Chatterjee,Reddy,Menon,Desai,Kulkarni,Banerjee,Rao,Mehta,Joshi,Krishnan,Singh,Bhatt,Pillai,Malhotra,Ghosh,Subramaniam',
  },
  {
    id: 'turkish', language: 'tr', weight: 6, shape: 'given-surname', cities: 'istanbul,izmir,rotterdam,berlin,ankara',
    female: 'Elif,Zeynep,Ayşe,Defne,Işıl,Gülşen,Nilüfer,Merve,Ceren,Esra,Özlem,Sevgi,Ebru,Tuğba',
    male: 'Emre,Mehmet,Kerem,Ömer,Serkan,Barış,Cem,İlker,Oğuz,Tolga,Volkan,Yiğit,Deniz,Umut',
    surnames: 'Yılmaz,Kaya,Demir,Çelik,Şahin,Öztürk,Aydın,Arslan,Doğan,Kılıç,Aslan,Çetin,Koç,Kurt,Özdemir,Şimşek,Erdoğmuş,Güneş',
  },
  {
    id: 'arabic', language: 'ar', weight: 7, shape: 'given-surname', cities: 'casablanca,beirut,rotterdam,amman,cairo,dubai,paris',
    female: 'Fatima,Layla,Yasmin,ليلى|Layla,Salma,Nour,Rania,Hanan,Amina,سلمى|Salma,Dalia,Huda,Mariam,Samira',
    male: 'Omar,Youssef,Karim,محمد|Mohammed,Tariq,Khalil,Samir,Bilal,Hassan,يوسف|Youssef,Nabil,Rachid,Ziad,Anwar',
    surnames: 'Haddad,al-Masri,Benali,El Amrani,Khoury,Mansour,Saleh,Darwish,Bouzid,al-Hashimi,Nasser,Ziani,Farouk,Chaker,Idrissi,Rahmani,Tahiri,Sabbagh',
  },
  {
    id: 'brazilian', language: 'pt-BR', weight: 6, shape: 'iberian', cities: 'saopaulo,recife,lisbon,rotterdam,rio',
    female: 'Mariana,Beatriz,Luísa,Camila,Júlia,Fernanda,Letícia,Thaís,Renata,Débora,Joana,Isadora',
    male: 'João,Thiago,Rafael,Caetano,Gustavo,Luís,André,Felipe,Otávio,Márcio,Davi,Vinícius',
    surnames: 'Almeida,Prado,Nogueira,Souza,Araújo,Barbosa,Cardoso,Figueiredo,Moura,Queiroz,Teixeira,Vasconcelos,Magalhães,Conceição,Pires,Leão',
  },
  {
    id: 'spanish', language: 'es', weight: 7, shape: 'iberian', cities: 'madrid,bilbao,mexico,buenosaires,rotterdam,bogota',
    female: 'Lucía,Inés,Carmen,Ximena,Marta,Pilar,Nuria,Valentina,Belén,Rocío,Itziar,Montserrat,Paloma,Sofía',
    male: 'Íñigo,Joaquín,Andrés,Mateo,Gonzalo,Javier,Hernán,Sergio,Álvaro,Leo,Emilio,Rubén,Santiago,Xavier',
    surnames: 'García,Muñoz,Ibáñez,Etxeberria,Navarro,Quintana,Rojas,Peña,Villanueva,Domínguez,Castaño,Ortega,Núñez,Sepúlveda,Aguirre,Luna,Ferrer,Zamora',
  },
  {
    id: 'french', language: 'fr', weight: 7, shape: 'given-surname', cities: 'paris,lyon,nantes,brussels,montreal',
    female: 'Élodie,Camille,Zoé,Hélène,Margaux,Anaïs,Solène,Agathe,Noémie,Maëlle,Océane,Clémence,Aurélie,Inès',
    male: 'Rémi,Théo,Étienne,Loïc,Benoît,Gaël,François,Quentin,Mathieu,Cédric,Yann,Baptiste,Aurélien,Jean-Marc',
    surnames: 'Lefèvre,Moreau,Dubois,Girard,Le Goff,Chevalier,Rousseau,Marchand,Béranger,Fontaine,Perrin,Gauthier,d’Aubigny,Leclerc,Hervé,Noël,Barbier,Tessier',
  },
  {
    id: 'vietnamese', language: 'vi', weight: 4, shape: 'vietnamese', cities: 'hanoi,saigon,paris,berlin',
    female: 'Mai,Linh,Hương,Thảo,Ngọc,Lan,Trang,Hạnh,Vy,Quỳnh',
    male: 'Minh,Tuấn,Đức,Hùng,Quang,Khôi,Long,Phúc,Sơn,Bảo',
    surnames: 'Nguyễn,Trần,Lê,Phạm,Hoàng,Vũ,Đặng,Bùi,Đỗ,Hồ,Ngô,Dương',
  },
  {
    id: 'icelandic', language: 'is', weight: 3, shape: 'icelandic', cities: 'reykjavik,copenhagen,reykjavik',
    female: 'Guðrún,Sigríður,Kristín,Þóra,Hildur,Björk,Ásta,Eydís,Katla,Ragnheiður',
    male: 'Jón,Ólafur,Þorsteinn,Einar,Björn,Ægir,Gunnar,Kári,Snorri,Davíð',
    // Genitives of fathers' names; -son or -dóttir is added.
    surnames: 'Jóns,Ólafs,Einars,Björns,Gunnars,Þorsteins,Sigurðar,Magnúsar,Kristjáns,Helga,Stefáns,Árna',
  },
  {
    id: 'indonesian', language: 'id', weight: 4, shape: 'mononym', cities: 'jakarta,bandung,rotterdam,singapore',
    female: 'Suharti,Dewi,Wulandari,Kartika,Sri,Ratna,Melati,Ayu,Indah,Puspita',
    male: 'Sukarjo,Budi,Hartono,Wahyudi,Agus,Bambang,Slamet,Joko,Rizki,Suparman',
    surnames: 'Santoso,Wijaya,Pratama,Siregar,Nasution,Hutapea,Lestari,Kusuma,Gunawan,Manurung',
  },
  {
    id: 'anglo', language: 'en', weight: 14, shape: 'given-surname', cities: 'london,bristol,edinburgh,newyork,toronto,sydney,manchester,chicago,rotterdam,portland',
    female: 'Grace,Hannah,Charlotte,Zadie,Imogen,Maeve,Rosa,Ruth,Eleanor,Beth,Harriet,Tamsin,Josie,Nell,Freya,Abigail,Clementine,Martha,Winnie,Sian',
    male: 'Oliver,Callum,Ewan,Theo,Marcus,Declan,Silas,Hugh,Desmond,Toby,Angus,Elliot,Nathaniel,Rhys,Gareth,Zed,Caleb,Walter,Fergus,Dominic',
    surnames: 'Hart,Whitfield,Okell,Lind,Prescott,Ashdown,MacLeod,O’Hara,Pemberton,Larkin,Fairweather,Thorne,Davies,Hollis,Abernathy,Quayle,Redfern,St. Clair,Winterbourne,Finch,Marlowe,Byrne,Trevelyan,Holloway,Kerr,Sutherland-Bligh',
  },
  {
    id: 'italian', language: 'it', weight: 5, shape: 'given-surname', cities: 'milan,turin,palermo,rotterdam',
    female: 'Chiara,Giulia,Ginevra,Marta,Elisa,Ornella,Benedetta,Silvia,Ilaria,Fiammetta',
    male: 'Leo,Matteo,Niccolò,Dario,Enzo,Riccardo,Pietro,Giò,Salvatore,Tommaso',
    surnames: 'Ferraro,Bellini,Moretti,D’Angelo,Conti,De Santis,Rinaldi,Galli,Esposito,Lo Presti,Marchetti,Barone,Fabbri,Zanetti',
  },
  {
    id: 'nordic', language: 'sv', weight: 5, shape: 'given-surname', cities: 'stockholm,gothenburg,copenhagen,oslo,helsinki',
    female: 'Åsa,Linnea,Ingrid,Søsser,Maja,Astrid,Tuva,Karin,Elsa,Kirsten,Aino,Sólrun',
    male: 'Øyvind,Anders,Björn,Søren,Håkon,Nils,Lars,Mikkel,Jens,Eero,Torbjørn,Vidar',
    surnames: 'Lindqvist,Sjöberg,Ødegård,Kjær,Bergström,Hansen,Åkesson,Lund,Nyström,Virtanen,Rasmussen,Strand,Ekman,Møller',
  },
  {
    id: 'ukrainian', language: 'uk', weight: 4, shape: 'given-surname', cities: 'kyiv,lviv,rotterdam,warsaw',
    female: 'Оксана|Oksana,Olena,Ірина|Iryna,Daryna,Solomiya,Катерина|Kateryna,Natalia,Mavka',
    male: 'Andriy,Тарас|Taras,Bohdan,Остап|Ostap,Dmytro,Yaroslav,Maksym,Олег|Oleh',
    surnames: 'Шевчук|Shevchuk,Kovalenko,Бондар|Bondar,Melnyk,Tkachenko,Гончар|Honchar,Lysenko,Moroz,Savchuk,Левченко|Levchenko',
  },
  {
    id: 'greek', language: 'el', weight: 3, shape: 'given-surname', cities: 'athens,thessaloniki,rotterdam',
    female: 'Ελένη|Eleni,Danae,Katerina,Μυρτώ|Myrto,Ioanna,Despina,Artemis',
    male: 'Γιώργος|Giorgos,Stavros,Νίκος|Nikos,Petros,Odysseas,Thanos,Alexis',
    surnames: 'Papadakis,Παππάς|Pappas,Karras,Vasilakis,Μαυρίδης|Mavridis,Xenakis,Laskaris,Galanis',
  },
  {
    id: 'ethiopian', language: 'am', weight: 3, shape: 'given-surname', cities: 'addis,rotterdam,washington',
    female: 'Selam,Hiwot,Tsion,ሰላም|Selam,Mekdes,Bethlehem,Aster',
    male: 'Dawit,Yonas,Abebe,ዳዊት|Dawit,Haile,Biruk,Tewodros',
    surnames: 'Bekele,Tadesse,Girma,Alemu,Desta,Wolde,Mengistu,Tesfaye',
  },
  {
    id: 'persian', language: 'fa', weight: 4, shape: 'given-surname', cities: 'tehran,rotterdam,toronto,hamburg',
    female: 'Shirin,نرگس|Narges,Parisa,Golnaz,Leila,Mahsa,Roya,Azadeh',
    male: 'Reza,Dariush,آرش|Arash,Kaveh,Navid,Behrouz,Siamak,Farhad',
    surnames: 'Hosseini,Rostami,Farahani,Karimi,Golestan,Shahbazi,Moradi,Tehrani,Kazemi,Behbahani',
  },
  {
    id: 'surinamese', language: 'nl', weight: 5, shape: 'given-surname', cities: 'rotterdam,paramaribo,amsterdam,thehague',
    female: 'Chantal,Maureen,Jetty,Sharda,Romy,Gracia,Astra,Lygia,Noraly,Wonny',
    male: 'Humphrey,Winston,Radjesh,Orlando,Dennis,Clyde,Stanley,Guno,Remy,Errol',
    surnames: 'Ramdin,Kartosen,Blokland,Sordam,Tjon-A-Joe,Venetiaan-Blij,Doekhi,Rijsdijk,Pinas,Vrede,Leysner,Bottse',
  },
  {
    id: 'kenyan', language: 'sw', weight: 3, shape: 'given-surname', cities: 'nairobi,london,mombasa',
    female: 'Wanjiru,Akinyi,Njeri,Zawadi,Makena,Achieng,Amani,Neema',
    male: 'Kamau,Otieno,Mwangi,Baraka,Kiptoo,Jabari,Odhiambo,Simba',
    surnames: 'Njoroge,Ochieng,Kimani,Wambua,Mutua,Cherono,Kariuki,Omondi,Waweru,Kibet',
  },
  {
    id: 'hebrew', language: 'he', weight: 2, shape: 'given-surname', cities: 'haifa,newyork,amsterdam',
    female: 'נועה|Noa,Tamar,Yael,Shira,מיכל|Michal,Avigail',
    male: 'Eitan,Noam,יונתן|Yonatan,Gilad,Amos,Itai',
    surnames: 'Peretz,Shalev,Ben-Ami,Mizrahi,Rosen,Gal,Barak,Harari',
  },
];

/** Where people live: name, country, ISO 3166 code, IANA zone. */
// biome-ignore format: a table
export const CITIES: Readonly<Record<string, readonly [city: string, country: string, code: string, zone: string]>> = {
  rotterdam: ['Rotterdam', 'Netherlands', 'NL', 'Europe/Amsterdam'],
  amsterdam: ['Amsterdam', 'Netherlands', 'NL', 'Europe/Amsterdam'],
  utrecht: ['Utrecht', 'Netherlands', 'NL', 'Europe/Amsterdam'],
  thehague: ['The Hague', 'Netherlands', 'NL', 'Europe/Amsterdam'],
  delft: ['Delft', 'Netherlands', 'NL', 'Europe/Amsterdam'],
  groningen: ['Groningen', 'Netherlands', 'NL', 'Europe/Amsterdam'],
  ghent: ['Ghent', 'Belgium', 'BE', 'Europe/Brussels'],
  brussels: ['Brussels', 'Belgium', 'BE', 'Europe/Brussels'],
  berlin: ['Berlin', 'Germany', 'DE', 'Europe/Berlin'],
  hamburg: ['Hamburg', 'Germany', 'DE', 'Europe/Berlin'],
  cologne: ['Cologne', 'Germany', 'DE', 'Europe/Berlin'],
  munich: ['Munich', 'Germany', 'DE', 'Europe/Berlin'],
  frankfurt: ['Frankfurt', 'Germany', 'DE', 'Europe/Berlin'],
  warsaw: ['Warsaw', 'Poland', 'PL', 'Europe/Warsaw'],
  gdansk: ['Gdańsk', 'Poland', 'PL', 'Europe/Warsaw'],
  krakow: ['Kraków', 'Poland', 'PL', 'Europe/Warsaw'],
  lagos: ['Lagos', 'Nigeria', 'NG', 'Africa/Lagos'],
  abuja: ['Abuja', 'Nigeria', 'NG', 'Africa/Lagos'],
  london: ['London', 'United Kingdom', 'GB', 'Europe/London'],
  bristol: ['Bristol', 'United Kingdom', 'GB', 'Europe/London'],
  manchester: ['Manchester', 'United Kingdom', 'GB', 'Europe/London'],
  edinburgh: ['Edinburgh', 'United Kingdom', 'GB', 'Europe/London'],
  houston: ['Houston', 'United States', 'US', 'America/Chicago'],
  chicago: ['Chicago', 'United States', 'US', 'America/Chicago'],
  newyork: ['New York', 'United States', 'US', 'America/New_York'],
  washington: ['Washington', 'United States', 'US', 'America/New_York'],
  portland: ['Portland', 'United States', 'US', 'America/Los_Angeles'],
  toronto: ['Toronto', 'Canada', 'CA', 'America/Toronto'],
  montreal: ['Montréal', 'Canada', 'CA', 'America/Toronto'],
  vancouver: ['Vancouver', 'Canada', 'CA', 'America/Vancouver'],
  sydney: ['Sydney', 'Australia', 'AU', 'Australia/Sydney'],
  tokyo: ['Tokyo', 'Japan', 'JP', 'Asia/Tokyo'],
  osaka: ['Osaka', 'Japan', 'JP', 'Asia/Tokyo'],
  sapporo: ['Sapporo', 'Japan', 'JP', 'Asia/Tokyo'],
  shanghai: ['Shanghai', 'China', 'CN', 'Asia/Shanghai'],
  taipei: ['Taipei', 'Taiwan', 'TW', 'Asia/Taipei'],
  singapore: ['Singapore', 'Singapore', 'SG', 'Asia/Singapore'],
  seoul: ['Seoul', 'South Korea', 'KR', 'Asia/Seoul'],
  busan: ['Busan', 'South Korea', 'KR', 'Asia/Seoul'],
  mumbai: ['Mumbai', 'India', 'IN', 'Asia/Kolkata'],
  bangalore: ['Bengaluru', 'India', 'IN', 'Asia/Kolkata'],
  delhi: ['Delhi', 'India', 'IN', 'Asia/Kolkata'],
  istanbul: ['Istanbul', 'Türkiye', 'TR', 'Europe/Istanbul'],
  izmir: ['İzmir', 'Türkiye', 'TR', 'Europe/Istanbul'],
  ankara: ['Ankara', 'Türkiye', 'TR', 'Europe/Istanbul'],
  casablanca: ['Casablanca', 'Morocco', 'MA', 'Africa/Casablanca'],
  beirut: ['Beirut', 'Lebanon', 'LB', 'Asia/Beirut'],
  amman: ['Amman', 'Jordan', 'JO', 'Asia/Amman'],
  cairo: ['Cairo', 'Egypt', 'EG', 'Africa/Cairo'],
  dubai: ['Dubai', 'United Arab Emirates', 'AE', 'Asia/Dubai'],
  paris: ['Paris', 'France', 'FR', 'Europe/Paris'],
  lyon: ['Lyon', 'France', 'FR', 'Europe/Paris'],
  nantes: ['Nantes', 'France', 'FR', 'Europe/Paris'],
  saopaulo: ['São Paulo', 'Brazil', 'BR', 'America/Sao_Paulo'],
  rio: ['Rio de Janeiro', 'Brazil', 'BR', 'America/Sao_Paulo'],
  recife: ['Recife', 'Brazil', 'BR', 'America/Recife'],
  lisbon: ['Lisbon', 'Portugal', 'PT', 'Europe/Lisbon'],
  madrid: ['Madrid', 'Spain', 'ES', 'Europe/Madrid'],
  bilbao: ['Bilbao', 'Spain', 'ES', 'Europe/Madrid'],
  mexico: ['Mexico City', 'Mexico', 'MX', 'America/Mexico_City'],
  buenosaires: ['Buenos Aires', 'Argentina', 'AR', 'America/Argentina/Buenos_Aires'],
  bogota: ['Bogotá', 'Colombia', 'CO', 'America/Bogota'],
  hanoi: ['Hà Nội', 'Vietnam', 'VN', 'Asia/Ho_Chi_Minh'],
  saigon: ['Hồ Chí Minh City', 'Vietnam', 'VN', 'Asia/Ho_Chi_Minh'],
  reykjavik: ['Reykjavík', 'Iceland', 'IS', 'Atlantic/Reykjavik'],
  copenhagen: ['Copenhagen', 'Denmark', 'DK', 'Europe/Copenhagen'],
  oslo: ['Oslo', 'Norway', 'NO', 'Europe/Oslo'],
  helsinki: ['Helsinki', 'Finland', 'FI', 'Europe/Helsinki'],
  stockholm: ['Stockholm', 'Sweden', 'SE', 'Europe/Stockholm'],
  gothenburg: ['Gothenburg', 'Sweden', 'SE', 'Europe/Stockholm'],
  jakarta: ['Jakarta', 'Indonesia', 'ID', 'Asia/Jakarta'],
  bandung: ['Bandung', 'Indonesia', 'ID', 'Asia/Jakarta'],
  milan: ['Milan', 'Italy', 'IT', 'Europe/Rome'],
  turin: ['Turin', 'Italy', 'IT', 'Europe/Rome'],
  palermo: ['Palermo', 'Italy', 'IT', 'Europe/Rome'],
  kyiv: ['Kyiv', 'Ukraine', 'UA', 'Europe/Kyiv'],
  lviv: ['Lviv', 'Ukraine', 'UA', 'Europe/Kyiv'],
  athens: ['Athens', 'Greece', 'GR', 'Europe/Athens'],
  thessaloniki: ['Thessaloniki', 'Greece', 'GR', 'Europe/Athens'],
  addis: ['Addis Ababa', 'Ethiopia', 'ET', 'Africa/Addis_Ababa'],
  tehran: ['Tehran', 'Iran', 'IR', 'Asia/Tehran'],
  paramaribo: ['Paramaribo', 'Suriname', 'SR', 'America/Paramaribo'],
  nairobi: ['Nairobi', 'Kenya', 'KE', 'Africa/Nairobi'],
  mombasa: ['Mombasa', 'Kenya', 'KE', 'Africa/Nairobi'],
  haifa: ['Haifa', 'Israel', 'IL', 'Asia/Jerusalem'],
};

/** Cities within an hour or so of the owner, for those who can be met. */
// biome-ignore format: a table
export const NEAR_CITIES: readonly string[] = ['rotterdam', 'rotterdam', 'rotterdam', 'delft', 'thehague', 'utrecht', 'amsterdam', 'rotterdam'];

/**
 * Telephone ranges kept for fiction by the regulators; `#` is a digit of a counter. The Netherlands reserve none: a
 * subscriber number that begins with 0 cannot exist there.
 */
// biome-ignore format: a table
export const PHONE_RANGES: Readonly<Record<string, readonly string[]>> = {
  NL: ['+31 10 000 ####', '+31 20 000 ####', '+31 30 000 ####', '+31 70 000 ####', '+31 15 000 ####'],
  GB: ['+44 20 7946 0###', '+44 161 496 0###', '+44 117 496 0###', '+44 131 496 0###', '+44 7700 900###'],
  US: ['+1 212-555-01##', '+1 312-555-01##', '+1 503-555-01##', '+1 713-555-01##', '+1 202-555-01##', '+1 415-555-01##', '+1 617-555-01##'],
  CA: ['+1 416-555-01##', '+1 514-555-01##', '+1 604-555-01##'],
  DE: ['+49 30 23125###', '+49 40 66969###', '+49 221 4710###', '+49 89 99998###', '+49 69 90009###'],
  FR: ['+33 1 99 00 ## ##', '+33 2 61 91 ## ##', '+33 4 65 71 ## ##', '+33 6 39 98 ## ##'],
  SE: ['+46 70 174 06 ##', '+46 8 465 004 ##'],
  AU: ['+61 2 5550 ####', '+61 2 7010 ####'],
};

/** Invented organisations; a word of each list in turn makes more. */
// biome-ignore format: a table
export const ORGANIZATIONS: readonly string[] = [
  'Alma Research', 'Heron & Vale', 'Noordlicht Studio', 'Kanda Tidal', 'Stichting De Overkant', 'Bureau Waterlijn', 'Lantern Press', 'Pilot & Daughter', 'Quiet Machines', 'Oude Haven Repair',
  'Saltmarsh Institute', 'Third Ferry', 'Weaverbird Cooperative', 'Zuiderlicht School', 'The Slow Museum', 'Tessel & Bloom', 'Papaver Films', 'North Pier Energy', 'Kestrel Maps', 'Maison Hirondelle',
  'Rietveldje Kindergarten', 'Fjordlys Design', 'Estuary Lab', 'Blue Kettle Foods', 'Ocean Ledger', 'Werkplaats Noord', 'Casa Lumbre', 'Juniper Clinic', 'Harbour Radio', 'Velo Nurse',
  'Little Delta Publishing', 'Cartwright & Moon', 'Sanko Ceramics', 'Tamarind Legal', 'Drift Theatre', 'Opal Dentistry', 'The Seed Room', 'Lindenhof Strings', 'Mistral Freight', 'Copper Beech School',
];
// biome-ignore format: a table
export const ORGANIZATION_FIRST: readonly string[] = [
  'Amber', 'Barge', 'Cinder', 'Dune', 'Ember', 'Fathom', 'Gannet', 'Hazel', 'Isthmus', 'Jetty', 'Kelp', 'Larch', 'Meridian', 'Nettle', 'Osier', 'Pollard', 'Quarry', 'Rowan', 'Sluice', 'Tern', 'Umber', 'Vesper', 'Willow', 'Yarrow', 'Zephyr',
  'Bramble', 'Cobalt', 'Dolmen', 'Estuary', 'Fennel', 'Granite', 'Heath', 'Inlet', 'Juniper', 'Kiln', 'Lichen', 'Marram', 'Northing', 'Otter', 'Plover',
];
// biome-ignore format: a table
export const ORGANIZATION_LAST: readonly string[] = [
  'Works', 'Studio', 'Partners', 'Foundation', 'Logistics', 'Clinic', 'Software', 'Press', 'Architects', 'Energy', 'School', 'Foods', 'Institute', 'Collective', 'Advisory', 'Bank', 'Labs', 'Textiles', 'Films', 'Robotics', 'Travel', 'Law', 'Insurance',
  'Water', 'Housing', 'Instruments', 'Mobility', 'Publishing', 'Materials', 'Care',
];

/** What people do in an organisation, whatever its trade. */
// biome-ignore format: a table
export const TITLES: readonly string[] = [
  'Illustrator', 'Head of Research', 'Software developer', 'Editor', 'Product designer', 'Archivist', 'Policy adviser', 'Data analyst', 'Project manager', 'Researcher', 'Programme director', 'Lawyer', 'Sound engineer',
  'Operations manager', 'Chief of staff', 'Head of Finance', 'Copywriter', 'UX researcher', 'Site manager', 'Account manager', 'Accountant', 'Community organiser', 'Office manager', 'Head of Partnerships', 'Communications lead',
  'Financial controller', 'Systems administrator', 'Art director', 'Trainee', 'Managing director', 'Head of People', 'Facilities manager', 'Producer', 'Technical writer', 'Quality manager', 'Board member', 'Workshop leader', 'Volunteer coordinator',
];

/** What people do on their own or where the house does not matter. */
// biome-ignore format: a table
export const TRADES: readonly string[] = [
  'Water engineer', 'General practitioner', 'Carpenter', 'Primary school teacher', 'Structural engineer', 'Midwife', 'Harbour pilot', 'Violin maker', 'Social worker', 'Physiotherapist', 'Journalist', 'Landscape architect', 'Restorer', 'Notary', 'Librarian',
  'Choreographer', 'Garden designer', 'Electrician', 'Conservator', 'Urban planner', 'Veterinarian', 'Pharmacist', 'Speech therapist', 'Ship broker', 'Ecologist', 'Civil servant', 'Set designer', 'Tram driver', 'Museum educator', 'Psychologist',
  'Interpreter', 'Pastry chef', 'Radiologist', 'Bookbinder', 'Lock keeper', 'Upholsterer', 'Piano tuner', 'Beekeeper', 'Cartographer', 'Shoemaker',
];
