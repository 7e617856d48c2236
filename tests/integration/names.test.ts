import { beforeAll, describe, expect, it } from 'vitest';
import { find } from '../../src/services/find.service.ts';
import { listPeople, updatePerson } from '../../src/services/people.service.ts';
import { resolveWho } from '../../src/services/who.ts';
import {
  aGoogleCsv,
  aPerson,
  aTouchWith,
  aVCard,
  describeNetworks,
  importFiles,
  type TestNetwork,
} from '../support/a-network.ts';

const titles = async (t: TestNetwork, query: string, limit?: number) =>
  (await find(t.context(), query, limit)).map((hit) => hit.title);

/** Someone by the name, and what finds them. */
const FOUND: readonly (readonly [card: readonly string[], queries: readonly string[]])[] = [
  [
    ['N:Müller;Jörg;;;', 'FN:Jörg Müller'],
    ['müller', 'muller', 'mueller', 'MUELLER', 'jörg', 'jorg', 'joerg', 'joerg mueller', 'mül', 'mulelr'],
  ],
  [
    ['N:Mueller;Petra;;;', 'FN:Petra Mueller'],
    ['mueller', 'müller', 'petra müll'],
  ],
  [
    ['N:van der Berg;Johannes;;;', 'FN:Johannes van der Berg'],
    ['berg', 'van der', 'vanderberg', 'van der berg', 'vander', 'johannes berg', 'berg joh'],
  ],
  [
    ['N:de la Cruz;Inés;;;', 'FN:Inés de la Cruz'],
    ['cruz', 'de la cruz', 'delacruz', 'ines'],
  ],
  [
    ['N:al-Rashid;Omar;;;', 'FN:Omar al-Rashid'],
    ['rashid', 'al-rashid', 'alrashid', 'al rashid', 'omar ras'],
  ],
  [
    ['N:O’Brien;Síle;;;', 'FN:Síle O’Brien'],
    ["o'brien", 'obrien', 'o brien', 'brien', 'sile', 'O’B', 'obrein'],
  ],
  [
    ['N:Bernard;Jean-Luc;;;', 'FN:Jean-Luc Bernard'],
    ['jean-luc', 'jeanluc', 'jean luc', 'luc', 'bernard'],
  ],
  [
    ['N:D’Angelo;Chiara;;;', 'FN:Chiara D’Angelo'],
    ['dangelo', "d'angelo", 'angelo', 'd angelo'],
  ],
  [
    ['N:Øvergård;Bjørn;;;', 'FN:Bjørn Øvergård'],
    ['bjorn', 'bjoern', 'overgard', 'oevergaard', 'øver'],
  ],
  [
    ['N:Łazarz;Żaneta;;;', 'FN:Żaneta Łazarz'],
    ['lazarz', 'zaneta', 'łaz', 'ZAN'],
  ],
  [
    ['N:Weiß;Jürgen;;;', 'FN:Jürgen Weiß'],
    ['weiss', 'weiß', 'juergen', 'WEISS'],
  ],
  [
    ['N:Yıldız;İpek;;;', 'FN:İpek Yıldız'],
    ['yildiz', 'YILDIZ', 'ipek', 'İPEK', 'yıl'],
  ],
  [
    ['N:Đỗ;Mười;;;', 'FN:Đỗ Mười'],
    ['do', 'muoi', 'mười', 'đỗ m'],
  ],
  [
    ['N:Þórsdóttir;Æsa;;;', 'FN:Æsa Þórsdóttir'],
    ['aesa', 'thorsdottir', 'þórs'],
  ],
  [
    ['N:Иванов;Юрий;Сергеевич;;', 'FN:Юрий Сергеевич Иванов'],
    ['иванов', 'ИВАН', 'ivanov', 'yuri', 'iurii', 'сергеевич', 'sergeevich', 'юр ив', 'yuriy ivan'],
  ],
  [
    ['N:Шевченко;Дмитро;;;', 'FN:Дмитро Шевченко'],
    ['shevchenko', 'dmytro', 'шевч', 'shevchneko'],
  ],
  [
    ['N:Petrov;Nikolai;;;', 'FN:Nikolai Petrov'],
    ['петров', 'petrov', 'николаи'],
  ],
  [
    ['N:Παπαδόπουλος;Γιώργος;;;', 'FN:Γιώργος Παπαδόπουλος'],
    ['papadopoulos', 'παπαδοπουλος', 'ΠΑΠΑΔΌΠ', 'giorgos'],
  ],
  [
    ['N:王;小明;;;', 'FN:王小明'],
    ['王', '小', '明', '小明', '王小明', '小明 王'],
  ],
  [
    ['N:張;偉;;;', 'FN:張偉'],
    ['張', '张', '张伟', '偉', '伟'],
  ],
  [
    ['N:山田;太郎;;;', 'FN:山田 太郎', 'X-PHONETIC-LAST-NAME:ヤマダ', 'X-PHONETIC-FIRST-NAME:タロウ'],
    ['山田', '太郎', '山', '郎', 'やまだ', 'ヤマダ', 'ﾔﾏﾀﾞ', 'yamada', 'taro', 'tarou', 'やま たろ'],
  ],
  [
    ['N:김;철수;;;', 'FN:김철수'],
    ['김', '철수', '김철', '수'],
  ],
  [
    ['N:الراشد;أحمد;;;', 'FN:أَحْمَد الرّاشد'],
    ['احمد', 'أحمد', 'الراشد', 'راشد', 'أحمـد'],
  ],
  [
    ['N:يحيى;فاطمة;;;', 'FN:فاطمة يحيى'],
    ['فاطمه', 'فاطمة', 'يحيي'],
  ],
  [
    ['N:כהן;נועה;;;', 'FN:נוֹעָה כהן'],
    ['נועה', 'כהן', 'כה', 'נוֹעָה'],
  ],
  [
    ['N:क़ुरैशी;अनिल;;;', 'FN:अनिल क़ुरैशी'],
    ['अनिल', 'अ'],
  ],
  [
    ['N:;Cher;;;', 'FN:Cher'],
    ['cher', 'c', 'ch'],
  ],
  [
    ['N:Kerr;Will;;;', 'FN:Will Kerr'],
    ['will', 'Will', 'will k', 'kerr will'],
  ],
  [
    ['N:Reyes;Don;;;', 'FN:Don Reyes'],
    ['don', 'Don Reyes'],
  ],
  [
    ['N:Bui;An;;;', 'FN:An Bui'],
    ['an', 'An', 'bui an'],
  ],
  [
    ['N:Polat;Can;;;', 'FN:Can Polat'],
    ['can', 'polat can'],
  ],
  [
    ['N:It;The;;;', 'FN:The It'],
    ['the', 'it', 'the it'],
  ],
  [
    ['N:I;Sung;;;', 'FN:I Sung'],
    ['i', 'sung i'],
  ],
  [
    [
      'N:Lovelace;Ada;King;Dr.;',
      'FN:Dr. Ada King Lovelace',
      'NICKNAME:Countess',
      'X-MAIDENNAME:Byron',
      'ORG:Analytical Engines;Looms',
      'TITLE:Mathematician',
      'ROLE:Adviser',
      'EMAIL:a.lovelace+post@engines.example',
      'ADR;TYPE=HOME:;;Kade 1;Rotterdam;;3011;Netherlands',
      'CATEGORIES:bees,choir',
      'NOTE:Plays the harp',
      'X-SOCIALPROFILE;TYPE=twitter:https://x.example/adalove',
      'TEL:+49 (0)30 555 0142',
    ],
    [
      'countess',
      'byron',
      'lovelace byron',
      'analytical',
      'looms',
      'ada engines',
      'mathem',
      'adviser',
      'lovelace rotterdam',
      'a.lovelace',
      'engines.example',
      'a.lovelace+post@engines.example',
      'bees',
      'choir ada',
      'harp',
      'adalove',
      '3011',
      '0142',
      '5550142',
      '030 555 0142',
      '+49 30 5550142',
      '0049 30 555 01',
      '030-555',
      'dr. ada',
      '"ada king"',
      '"king lovelace" harp',
      '４９ ３０ ５５５',
    ],
  ],
  [
    ['N:Local;Lina;;;', 'FN:Lina Local', 'TEL:06 1234 5678'],
    ['0612345678', '06 12 34', '5678', '+31 6 12345678', '0031612345678'],
  ],
];

describeNetworks('names of everywhere', (open) => {
  describe('one network of many scripts', () => {
    let t: TestNetwork;
    beforeAll(async () => {
      t = await open();
      await importFiles(t, { 'people.vcf': FOUND.map(([card]) => aVCard(...card)).join('') });
    });

    it.each(
      FOUND.map(([card, queries]) => [card.find((line) => line.startsWith('FN:'))?.slice(3) ?? '', queries] as const),
    )('%s is found by %j', async (name, queries) => {
      for (const query of queries) {
        expect(await titles(t, query), query).toContain(name);
        const listed = (await listPeople(t.context(), { q: query })).items;
        expect(
          listed.map((person) => person.name),
          query,
        ).toContain(name);
      }
    });

    it.each([
      ['Müller', 'Jörg Müller'],
      ['Mueller', 'Petra Mueller'],
      ['will', 'Will Kerr'],
      ['i', 'I Sung'],
      ['an', 'An Bui'],
    ])('%s typed exactly comes first', async (query, name) => {
      expect((await titles(t, query))[0]).toBe(name);
    });

    it.each([
      ['smith', 'nobody of that name'],
      ['"lovelace ada"', 'words of a phrase in another order'],
      ['ibn', 'a particle nobody has'],
      ['xyzw', 'no name'],
      ['wang', 'a reading that is not written anywhere'],
    ])('%s finds %s', async (query) => {
      expect(await titles(t, query)).toEqual([]);
    });

    it.each([
      ["Síle O'Brien", 'Síle O’Brien'],
      ['o’brien', 'Síle O’Brien'],
      ['Jean-Luc', 'Jean-Luc Bernard'],
      ['Omar al-Rashid', 'Omar al-Rashid'],
      ['ivanov', 'Юрий Сергеевич Иванов'],
      ['小明', '王小明'],
    ])('WHO takes %s for %s', async (who, name) => {
      expect((await resolveWho(t.context(), who)).name).toBe(name);
    });
  });

  it('answers a firm by its people, however many touches name it, and then the touches', async () => {
    const t = await open();
    await importFiles(t, { 'p.vcf': aVCard('N:Osei;Grace;;;', 'FN:Grace Osei', 'ORG:Harbour Labs') });
    const other = await aPerson(t, { name: 'Tida Lund' });
    for (let i = 0; i < 25; i++) await aTouchWith(t, [other], { summary: `Harbour talk ${i}` });
    const hits = await find(t.context(), 'harbour', 20);
    expect(hits[0]).toMatchObject({ kind: 'person', title: 'Grace Osei' });
    expect(hits).toHaveLength(20);
    expect(hits.slice(1).every((hit) => hit.kind === 'touch')).toBe(true);
  });

  it('reads a phrase as it stands, in names and in notes', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    await aTouchWith(t, [ada], { summary: 'Keeps bees in the garden' });
    await aTouchWith(t, [ada], { summary: 'Bees keeps she none' });
    const excerpts = async (query: string) => (await find(t.context(), query)).map((hit) => hit.excerpt);
    expect(await excerpts('"keeps bees"')).toEqual(['Keeps bees in the garden']);
    expect(await excerpts('“bees keeps” none')).toEqual(['Bees keeps she none']);
    expect((await excerpts('keeps bees')).sort()).toEqual(['Bees keeps she none', 'Keeps bees in the garden']);
  });

  it('puts the closest first, then who was met last, and archived people behind', async () => {
    const t = await open();
    const gone = await aPerson(t, { name: 'Maria Gone', rhythmDays: 7 });
    await aPerson(t, { name: 'Maria Far' });
    const met = await aPerson(t, { name: 'Maria Met' });
    await aPerson(t, { name: 'Maria Near', rhythmDays: 7 });
    await aTouchWith(t, [met], { date: '2026-10-01', summary: 'Coffee' });
    await updatePerson(t.context(), gone, { archived: true });
    for (const query of ['m', 'mar', 'mari', 'maria'])
      expect(
        (await find(t.context(), query)).filter((hit) => hit.kind === 'person').map((hit) => hit.title),
        query,
      ).toEqual(['Maria Near', 'Maria Met', 'Maria Far', 'Maria Gone']);
  });

  it('forgives a slip only where few are called so, behind those who are', async () => {
    const t = await open();
    await importFiles(t, {
      'c.csv': aGoogleCsv([
        ['Annika', 'Holm'],
        ['Christopher', 'Lindqvist'],
        ...['Ada', 'Bo', 'Cy', 'Di'].map((given): [string, string] => [given, 'Hansen']),
        ['Eve', 'Jansen'],
      ]),
    });
    for (const [query, name] of [
      ['anniak', 'Annika Holm'],
      ['anika', 'Annika Holm'],
      ['annnika', 'Annika Holm'],
      ['amnika', 'Annika Holm'],
      ['chirstohper', 'Christopher Lindqvist'],
      ['lindkvits', 'Christopher Lindqvist'],
      ['holm anika', 'Annika Holm'],
      ['annika hlom', 'Annika Holm'],
    ] as const)
      expect(await titles(t, query), query).toEqual([name]);
    expect(await titles(t, 'hansen')).toEqual(['Ada Hansen', 'Bo Hansen', 'Cy Hansen', 'Di Hansen']);
    expect((await titles(t, 'jansen'))[0]).toBe('Eve Jansen');
    expect(await titles(t, 'hlm')).toEqual([]);
  });
});
