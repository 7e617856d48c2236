import { expect, it } from 'vitest';
import { undo } from '../../src/services/history.service.ts';
import { getNudge } from '../../src/services/nudge.service.ts';
import { updateSettings } from '../../src/services/settings.service.ts';
import { aLinkedInCsv, aVCard, describeNetworks, importFiles, type TestNetwork } from '../support/a-network.ts';

const ADA = ['Ada', 'Brandt', 'https://www.linkedin.com/in/ada-brandt', '', 'Tidal Works', 'Engineer', '04 Mar 2021'];
const DAY = 24 * 60 * 60_000;

const bringIn = (t: TestNetwork) => importFiles(t, { 'Connections.csv': aLinkedInCsv([ADA]) });

describeNetworks('an export that has grown old', (open) => {
  it('earns a word after ninety days, until the owner knows or brings in a newer one', async () => {
    const t = await open();
    expect(await getNudge(t.context())).toEqual({ linkedin: null });
    await bringIn(t);
    t.clock.now += 90 * DAY;
    expect(await getNudge(t.context())).toEqual({ linkedin: null });
    t.clock.now += DAY;
    expect(await getNudge(t.context())).toEqual({ linkedin: { importedOn: '2026-11-23', days: 91 } });
    await updateSettings(t.context(), { knownExportAge: '2026-11-23' });
    expect(await getNudge(t.context())).toEqual({ linkedin: null });
    await undo(t.context());
    expect((await getNudge(t.context())).linkedin).not.toBeNull();
    await updateSettings(t.context(), { knownExportAge: '2026-11-23' });
    await bringIn(t);
    expect(await getNudge(t.context())).toEqual({ linkedin: null });
    t.clock.now += 91 * DAY;
    expect((await getNudge(t.context())).linkedin?.importedOn).toBe('2027-02-22');
  });

  it('is none of LinkedIn when it is of an address book', async () => {
    const t = await open();
    await importFiles(t, { 'cards.vcf': aVCard('FN:Ada Brandt', 'N:Brandt;Ada;;;') });
    t.clock.now += 400 * DAY;
    expect(await getNudge(t.context())).toEqual({ linkedin: null });
  });
});
