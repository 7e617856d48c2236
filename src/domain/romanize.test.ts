import { describe, expect, it } from 'vitest';
import { romanizations } from './romanize.ts';

describe('names in Latin letters', () => {
  it.each([
    ['Иванов', ['ivanov']],
    ['Юлия', ['yuliya', 'iuliia']],
    ['Дмитрий', ['dmitriy', 'dmitrii']],
    ['Щербакова', ['shcherbakova']],
    ['Хрущёв', ['khrushchev']],
    ['Олег Гончар', ['oleh honchar', 'oleg gonchar']],
    ['Дмитро Шевченко', ['dmytro shevchenko']],
    ['Наталія', ['nataliia', 'nataliya']],
    ['Георгиев', ['georgiev']],
    ['Цветанка', ['tsvetanka']],
    ['Милош Ђорђевић', ['milosh djordjevic']],
    ['Παπαδόπουλος', ['papadopoulos']],
    ['Γιώργος', ['giorgos']],
    ['Ευάγγελος', ['evangelos']],
    ['Μπάμπης', ['babis']],
    ['Χρήστος', ['christos', 'hristos']],
    ['やまだ たろう', ['yamada tarou', 'yamada taro']],
    ['サトウ ショウタ', ['satou shouta', 'sato shota']],
    ['はっとり', ['hattori']],
    ['こっちょう', ['kotchou']],
  ])('%s is %j', (name, expected) => {
    expect(romanizations(name)).toEqual(expect.arrayContaining(expected));
  });

  it.each(['Ada Lovelace', 'Łukasz', '王小明', '김철수', 'محمد', ''])('%s has none', (name) => {
    expect(romanizations(name)).toEqual([]);
  });
});
