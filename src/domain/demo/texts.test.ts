import { describe, expect, it } from 'vitest';
import { EVERYDAY_FAR, EVERYDAY_NEAR, LIGHT, THREADS } from './everyday.ts';
import { CITIES, CULTURES, NEAR_CITIES } from './names.ts';
import { fill, hasSlot, listed, toHandle } from './render.ts';
import { DORMANT_STORIES, STORIES, UNANSWERED } from './stories.ts';
import { isWordSlot } from './telling.ts';

function slotsOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, slot = '']) => slot.charAt(0).toLowerCase() + slot.slice(1));
}

const PRONOUNS = ['he', 'him', 'his', 'himself', 'name', 'city'];

describe('the texts of the demo', () => {
  it('ask only for slots that something fills', () => {
    const texts = [
      ...[...STORIES, ...DORMANT_STORIES].flatMap(({ beats }) =>
        beats.flatMap(({ text, facts = [] }) => [text, ...facts.map(([, fact]) => fact)]),
      ),
      ...THREADS.flatMap(({ first, next }) => [first, next]),
      ...[...EVERYDAY_FAR, ...EVERYDAY_NEAR, ...LIGHT].map(([text]) => text),
      ...UNANSWERED,
    ];
    expect(texts.flatMap(slotsOf).filter((slot) => !PRONOUNS.includes(slot) && !isWordSlot(slot))).toEqual([]);
  });

  it('have threads that differ from one telling to the next', () => {
    expect(THREADS.filter(({ next }) => !slotsOf(next).some(isWordSlot))).toEqual([]);
  });

  it('tell stories of three to six beats, each in its own words', () => {
    for (const { beats } of STORIES) expect(beats.length >= 3 && beats.length <= 6, beats[0]?.text).toBe(true);
    const beats = [...STORIES, ...DORMANT_STORIES].flatMap((story) => story.beats.map(({ text }) => text));
    expect(new Set(beats).size).toBe(beats.length);
  });

  it('do not step to everyday touches in a circle that skips some', () => {
    // The step is 11; a list whose length it divides would repeat a few texts for ever.
    for (const list of [EVERYDAY_FAR, EVERYDAY_NEAR, LIGHT]) expect(list.length % 11).not.toBe(0);
  });

  it('know every city a culture names', () => {
    const named = [...NEAR_CITIES, ...CULTURES.flatMap(({ cities }) => cities.split(','))];
    expect(named.filter((key) => CITIES[key] === undefined)).toEqual([]);
  });
});

describe('rendering', () => {
  it('fills slots and begins with a capital where one is asked for', () => {
    expect(fill('{He} saw {him}: {Topic}.', (slot) => (slot === 'topic' ? 'old maps' : slot))).toBe(
      'He saw him: Old maps.',
    );
    expect(hasSlot('{Topic}, again', 'topic')).toBe(true);
    expect(hasSlot('topic', 'topic')).toBe(false);
  });

  it('lists names as one says them', () => {
    expect([[], ['Ada'], ['Ada', 'Bo'], ['Ada', 'Bo', 'Cy']].map(listed)).toEqual([
      '',
      'Ada',
      'Ada and Bo',
      'Ada, Bo and Cy',
    ]);
  });

  it('turns names of Latin letters into handles', () => {
    expect(
      [
        'Łucja van ’t Hof',
        'Þóra Þorsteinsdóttir',
        'Işıl Çelik',
        'Weiß',
        'Ægir Ødegård',
        'İlker',
        'St. Clair',
        'Nguyễn Đức',
      ].map(toHandle),
    ).toEqual([
      'lucja-van-t-hof',
      'thora-thorsteinsdottir',
      'isil-celik',
      'weiss',
      'aegir-odegard',
      'ilker',
      'st-clair',
      'nguyen-duc',
    ]);
  });
});
