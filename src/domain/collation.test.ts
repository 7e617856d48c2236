import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collationOf } from './collation.ts';

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const LATIN = [...'abcdefghijklmnopqrstuvwxyz'];

/** What each language writes beyond, or in the place of, the Latin letters. */
const LETTERS: Readonly<Record<string, readonly string[]>> = {
  en: [...LATIN, 'é', 'ö', 'ç'],
  de: [...LATIN, 'ä', 'ö', 'ü', 'ß'],
  fr: [...LATIN, 'é', 'è', 'ç', 'œ', 'ï'],
  nl: [...LATIN, 'ë', 'ï', 'ij'],
  es: [...LATIN, 'ñ', 'á', 'ü'],
  gl: [...LATIN, 'ñ', 'á'],
  pt: [...LATIN, 'ã', 'ç', 'ê'],
  it: [...LATIN, 'è', 'ù'],
  sv: [...LATIN, 'å', 'ä', 'ö', 'é'],
  fi: [...LATIN, 'å', 'ä', 'ö'],
  da: [...LATIN, 'æ', 'ø', 'å', 'aa', 'é'],
  nb: [...LATIN, 'æ', 'ø', 'å', 'aa'],
  nn: [...LATIN, 'æ', 'ø', 'å'],
  is: [...LATIN, 'á', 'ð', 'é', 'í', 'ó', 'ú', 'ý', 'þ', 'æ', 'ö'],
  fo: [...LATIN, 'á', 'ð', 'í', 'ó', 'ú', 'æ', 'ø'],
  pl: [...LATIN, 'ą', 'ć', 'ę', 'ł', 'ń', 'ó', 'ś', 'ź', 'ż'],
  cs: [...LATIN, 'á', 'č', 'ď', 'é', 'ě', 'ch', 'ň', 'ř', 'š', 'ť', 'ú', 'ů', 'ž'],
  sk: [...LATIN, 'á', 'ä', 'č', 'ch', 'ĺ', 'ô', 'ŕ', 'š', 'ž'],
  sl: [...LATIN, 'č', 'š', 'ž', 'ć', 'đ'],
  hr: [...LATIN, 'č', 'ć', 'đ', 'dž', 'lj', 'nj', 'š', 'ž'],
  bs: [...LATIN, 'č', 'ć', 'đ', 'dž', 'lj', 'nj', 'š', 'ž'],
  hu: [...LATIN, 'á', 'cs', 'ccs', 'dz', 'dzs', 'gy', 'ggy', 'ly', 'ny', 'ö', 'ő', 'sz', 'ssz', 'ty', 'ü', 'ű', 'zs'],
  ro: [...LATIN, 'ă', 'â', 'î', 'ș', 'ț', 'ş'],
  lt: [...LATIN, 'ą', 'č', 'ę', 'ė', 'į', 'š', 'ų', 'ž'],
  lv: [...LATIN, 'ā', 'č', 'ē', 'ģ', 'ī', 'ķ', 'ļ', 'ņ', 'ō', 'š', 'ū', 'ž'],
  et: [...LATIN, 'š', 'ž', 'õ', 'ä', 'ö', 'ü'],
  tr: [...LATIN, 'ç', 'ğ', 'ı', 'ö', 'ş', 'ü', 'İ', 'I'],
  az: [...LATIN, 'ç', 'ə', 'ğ', 'ı', 'ö', 'ş', 'ü', 'İ'],
  sq: [...LATIN, 'ç', 'dh', 'ë', 'gj', 'll', 'nj', 'rr', 'sh', 'th', 'xh', 'zh'],
  cy: [...LATIN, 'ch', 'dd', 'ff', 'ng', 'll', 'ph', 'rh', 'th', 'ŵ'],
  eo: [...LATIN, 'ĉ', 'ĝ', 'ĥ', 'ĵ', 'ŝ', 'ŭ'],
  vi: [...LATIN, 'ă', 'â', 'đ', 'ê', 'ô', 'ơ', 'ư', 'ế', 'ạ', 'ử'],
  ru: [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'],
  uk: [...'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'],
  be: [...'абвгдеёжзійклмнопрстуўфхцчшыьэюя'],
  bg: [...'абвгдежзийклмнопрстуфхцчшщъьюя'],
  el: [...'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊ'],
  he: [...'אבגדהוזחטיכלמנסעפצקרשת'],
  ar: [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'],
  ja: [...'あいうえおかがきくけこさざしすせそただちつてとなのはばぱひふほまみむもやゆよらりるろわんアカガサ', 'ー'],
  ko: [
    ...'가각간갈강거건경고광구권규기김나남노다대도두라류마문민박배백서석선성손송신심안양염오우원유윤이임장전정조주진차천최하한허현홍황',
  ],
  zh: [
    ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤小明丽娜伟芳敏静强磊军洋勇艳杰涛超',
  ],
};

describe('the order of a language', () => {
  it.each(Object.entries(LETTERS))('%s is that of its own alphabet', (locale, letters) => {
    const collator = new Intl.Collator(locale, { sensitivity: 'base' });
    const { key } = collationOf(locale);
    const name = fc
      .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join(''))
      // A long-vowel mark needs a vowel before it; no name has å or á behind a, which the Danish order takes for an aa with a mark.
      .filter((text) => !/(?:^|[んー])ー/.test(text) && !/a[åá]/.test(text));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect([a, b, Math.sign(compare(key(a), key(b)))]).toEqual([a, b, Math.sign(collator.compare(a, b))]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['sv', ['Zetterlund', 'Åberg', 'Ängström', 'Öberg']],
    ['de', ['Ader', 'Ähler', 'Azur', 'Zander']],
    ['da', ['Andersen', 'Zahle', 'Ærø', 'Østergaard', 'Aagaard']],
    ['es', ['Navarro', 'Nuñez', 'Ñandú', 'Ortega']],
    ['cs', ['Cyril', 'Čapek', 'Dvořák', 'Hus', 'Chalupa', 'Ibl']],
    ['tr', ['Hakan', 'Ilgaz', 'İnan', 'Jale']],
    ['zh', ['阿明', 'Bea', '李四', '王小明', '张三']],
    ['ru', ['Иванов', 'Йодко', 'Козлов', 'Adams']],
    ['ja', ['あべ', 'サトウ', 'やまだ', '山田', 'Adams']],
    ['en', ['3M', 'Åberg', 'Adams', 'de Vries', 'O’Brien', 'Obst', 'Иванов', '王']],
  ])('%s lists %j', (locale, names) => {
    const { key } = collationOf(locale);
    expect(names.toReversed().sort((a, b) => compare(key(a), key(b)))).toEqual(names);
  });

  it.each(['en', 'de', 'hu', 'da', 'es', 'tr', 'vi', 'ja', 'zh', 'ru'])(
    'is in %s the same for a name of plain letters whatever follows it',
    (locale) => {
      const { key } = collationOf(locale);
      const plain = fc.string({ unit: fc.constantFrom(..."abcdghijklnsyz ABCIZ.'`-09"), maxLength: 12 });
      fc.assert(
        fc.property(plain, (text) => {
          expect(key(text)).toBe(key(`${text} 𐀀`).replace(/ ?𐀀$/u, ''));
        }),
      );
    },
  );

  it('is known of any tag', () => {
    for (const tag of ['xx', 'en-GB', 'zh-Hant-TW', 'sr-Latn', 'de-u-co-phonebk'])
      expect(collationOf(tag).key('Ada')).toBe('ada');
  });
});
