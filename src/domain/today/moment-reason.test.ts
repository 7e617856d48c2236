import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCandidate } from '../../../tests/support/a-candidate.ts';
import { addDays, type CalendarDate } from '../dates.ts';
import { isHardTime } from '../keeping/moments.ts';
import { CHANNELS, MOMENT_KINDS } from '../words.ts';
import { DEFAULT_TODAY_SETTINGS, type LifeMoment } from './candidate.ts';
import { openerFor } from './opener.ts';
import { reasonsFor } from './reasons.ts';

const TODAY = '2026-11-23' as CalendarDate;
const context = { today: TODAY, settings: { ...DEFAULT_TODAY_SETTINGS, locale: 'en-GB' } };

const moments = fc.array(
  fc
    .record({
      kind: fc.constantFrom(...MOMENT_KINDS),
      ago: fc.nat(400),
      late: fc.nat(30),
      text: fc.constantFrom('lost a dear friend', 'New job at Kelp Works', 'SECRETWORD'),
      found: fc.boolean(),
    })
    .map(
      ({ kind, ago, late, text, found }): Omit<LifeMoment, 'id'> => ({
        kind,
        text,
        date: addDays(TODAY, -ago),
        noticedOn: addDays(TODAY, -Math.max(0, ago - late)),
        ...(found && { source: 'LinkedIn', was: 'Baker at Foam' }),
      }),
    ),
  { maxLength: 4 },
);
const withIds = (all: readonly Omit<LifeMoment, 'id'>[]) => all.map((moment, i) => ({ ...moment, id: `m${i}` }));

const BIRTHDAY = { kind: 'birth', date: { month: 11, day: 23 } };

describe('moments as reasons', () => {
  it('never bring two check-ins, nor anything cheerful into a hard time', () => {
    fc.assert(
      fc.property(moments, (all) => {
        const mine = withIds(all);
        const kinds = reasonsFor(aCandidate({ occasions: [BIRTHDAY], moments: mine }), context).map(
          (reason) => reason.kind,
        );
        expect(kinds.filter((kind) => kind === 'check-in').length).toBeLessThan(2);
        if (isHardTime(mine, TODAY))
          expect(kinds).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(?:occasion|moment|quiet)$/)]));
        else expect(kinds).toContain('occasion');
      }),
    );
  });

  it('write the name of the program a file is from as it writes itself', () => {
    fc.assert(
      fc.property(moments, fc.string({ minLength: 1 }), (all, personId) => {
        const candidate = aCandidate({ personId, moments: withIds(all) });
        const reasons = reasonsFor(candidate, context);
        expect(openerFor(candidate, { reasons, channel: 'text', today: TODAY })).not.toMatch(/linkedIn/);
      }),
    );
  });

  it('never put into a draft what the owner noted', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...CHANNELS), (all, channel) => {
        const candidate = aCandidate({ moments: withIds(all.map(({ source: _file, was: _was, ...own }) => own)) });
        const reasons = reasonsFor(candidate, context);
        const isSaidToOwner = ['phone', 'video', 'in-person', 'event'].includes(channel);
        const draft = openerFor(candidate, { reasons, channel, today: TODAY });
        expect(draft).not.toBe('');
        if (!isSaidToOwner) expect(draft).not.toContain('SECRETWORD');
      }),
    );
  });

  it('are answered by a word since their window opened', () => {
    const moment: LifeMoment = {
      id: 'm',
      kind: 'loss',
      text: 'lost a friend',
      date: addDays(TODAY, -8),
      noticedOn: addDays(TODAY, -8),
    };
    const asked = (lastContact?: CalendarDate) =>
      reasonsFor(aCandidate({ moments: [moment], ...(lastContact && { lastContact }) }), context).length;
    expect(asked()).toBe(1);
    expect(asked(addDays(TODAY, -2))).toBe(1);
    expect(asked(addDays(TODAY, -1))).toBe(0);
  });
});
