/** What is known of character sets: how programs spell their names, and what text looks like in the scripts they serve. */

/** Names that the Encoding Standard does not know, in lower case with only letters and digits. */
export const CHARSET_ALIASES: Readonly<Record<string, string>> = {
  ansi: 'windows-1252',
  cp65001: 'utf-8',
  cp10000: 'macintosh',
  cp20866: 'koi8-r',
  cp21866: 'koi8-u',
  cp28591: 'iso-8859-1',
  cp28592: 'iso-8859-2',
  cp28605: 'iso-8859-15',
  cp50220: 'iso-2022-jp',
  cp51932: 'euc-jp',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  mskanji: 'shift_jis',
  windows932: 'shift_jis',
  cp936: 'gbk',
  ms936: 'gbk',
  windows936: 'gbk',
  cp54936: 'gb18030',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  ksc5601: 'euc-kr',
  cp950: 'big5',
  windows950: 'big5',
  cp874: 'windows-874',
  tis620: 'windows-874',
  cp866: 'ibm866',
  macroman: 'macintosh',
  xmacroman: 'macintosh',
  latin1: 'iso-8859-1',
  isolatin1: 'iso-8859-1',
  latin2: 'iso-8859-2',
  isolatin2: 'iso-8859-2',
  latin5: 'iso-8859-9',
  latin9: 'iso-8859-15',
};

/** Which character sets a country's or a language's computers wrote before UTF-8. */
export const HOME_CHARSETS: readonly (readonly [places: string, charsets: string])[] = [
  ['cs cz sk pl hu ro hr si sl rs', 'windows-1250 iso-8859-2'],
  ['ru by ua uk bg kz su', 'windows-1251 koi8-r'],
  ['gr el cy', 'windows-1253'],
  ['tr', 'windows-1254'],
  ['il he', 'windows-1255'],
  ['eg sa ae ir ar fa jo lb', 'windows-1256'],
  ['lt lv ee et', 'windows-1257'],
  ['th', 'windows-874'],
  ['jp ja', 'shift_jis euc-jp'],
  ['cn zh', 'gb18030'],
  ['tw hk', 'big5'],
  ['kr ko', 'euc-kr'],
];

/** The letters beyond ASCII of languages written in Latin letters, each with how much a word of it counts. */
export const LATIN_ALPHABETS: Readonly<Record<string, readonly (readonly [letters: string, weight: number])[]>> = {
  western: [
    ['äöüß', 0.92],
    ['éèêëàâçîïôûùœæÿü', 0.9],
    ['áéíóúñüçàèòï', 0.9],
    ['áéíóúãõçâêôàü', 0.9],
    ['àèéìòùí', 0.9],
    ['åäöéü', 0.9],
    ['æøåéöä', 0.9],
    ['áðéíóúýþæö', 0.75],
  ],
  central: [
    ['ąćęłńóśźż', 0.88],
    ['áčďéěíňóřšťúůýž', 0.88],
    ['áäčďéíĺľňóôŕšťúýž', 0.87],
    ['áéíóöőúüű', 0.88],
    ['ăâîşţșț', 0.84],
    ['čćđšž', 0.87],
  ],
  turkish: [['çğıöşüâîİ', 0.87]],
  baltic: [
    ['äõöüšž', 0.85],
    ['āčēģīķļņšūž', 0.84],
    ['ąčęėįšųūž', 0.84],
  ],
};

/** Scripts of one alphabet, their letters by frequency. */
export const ALPHABETS: Readonly<
  Record<string, { readonly letters: string; readonly cased: boolean; readonly finals?: string }>
> = {
  cyrillic: { letters: 'оаеинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґўјљњћџђ', cased: true },
  greek: { letters: 'αοιετσνηυρπκμλςωίόάέγδήχθύφβξώζψϊϋΐΰ', cased: true, finals: 'ς' },
  hebrew: { letters: 'יוהלאמרתבנשדעחקטפכסזגצםןףךץ', cased: false, finals: 'םןףךץ' },
  arabic: { letters: 'المنيرتبدسعهحفقكةشجزخطصأىغضءئإظذثآؤکیپچگژـ', cased: false },
  thai: { letters: 'านรอกเงมยลวด่ท้สตะปบิคหัีแุจูพชำข็ใไื์โผภถธณึซศษฉฟฮญฤ', cased: false },
};

/** Characters of names and addresses that make up most of what an address book of the country holds. */
export const COMMON_CHARACTERS = {
  japanese: new Set(
    `田中山本村川小林井上佐藤高橋渡辺伊鈴木加吉松池石原野崎藍阿部森橋清水岡長谷近遠斎齋斉前後西東北南大内宮金子青木竹福島三浦今坂酒関平和岩杉谷口沢澤菊地星新荒堀
     太郎次一二朗男雄夫介助之美恵子香織花奈菜真由佳代智明弘博幸浩隆誠健翔陽優結愛裕直哉正義久光英樹信秀京都府県市区町丁目番号株式会社有限様部課東大学工業社電話携帯自宅` +
      '千葉埼玉神奈川横浜名古屋阪神戸札幌仙台広島岡静愛知県',
  ),
  simplified: new Set(
    `王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤
     伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲建国华红玉梅小大春海波宇浩然子一志斌飞鹏俊晓燕婷雪琳欣怡佳嘉思雨三四家电话手机传真办公地址公司有限责任中国北京上海广州深圳省市区县路号楼室街道镇村东南西北学院部经理长` +
      '银行科技信息先生女士老师爸妈',
  ),
  traditional: new Set(
    `陳林黃張李王吳劉蔡楊許鄭謝郭洪曾邱廖賴周徐蘇葉莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁馬蔣唐卓藍馮姚石董紀歐程連古汪湯姜田康鄒白塗尤巫
     志明家豪俊傑建宏雅婷淑芬美玲麗華惠君怡文雄國榮秀英心怡佳穎冠宇承恩小大中台臺北市縣區路段號樓巷弄街新竹高雄南東西公司股份有限電話手機傳真地址先生小姐港九龍灣香學院部經理長` +
      '銀行科技資訊老師爸媽',
  ),
  korean: new Set(
    '김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지나엄원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부' +
      '수영철호준민현우지훈서연희숙정미순자동상재승태혜진은경아린빈시구로길번지층호서울대구광주산학교회사전화휴대폰집직장팀부과장님엄마아빠',
  ),
} as const;
