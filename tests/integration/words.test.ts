import { expect, it } from 'vitest';
import { AssistantFailed, type AssistantMessage } from '../../src/domain/words/assistant.ts';
import { previewRephrase, rephrase } from '../../src/services/assistant.service.ts';
import { listCards } from '../../src/services/cards.service.ts';
import { draftTo, remarkOn } from '../../src/services/drafts.service.ts';
import { merge } from '../../src/services/duplicates.service.ts';
import { askPerson } from '../../src/services/giving.service.ts';
import { undo } from '../../src/services/history.service.ts';
import { done } from '../../src/services/keeping.service.ts';
import { addFact } from '../../src/services/memory.service.ts';
import { addMoment } from '../../src/services/moments.service.ts';
import { updatePerson } from '../../src/services/people.service.ts';
import { getPersonPage } from '../../src/services/person-page.service.ts';
import { updateSettings } from '../../src/services/settings.service.ts';
import { addWording, getWords, removeWording, updateWording } from '../../src/services/words.service.ts';
import { aPerson, aTouchWith, describeNetworks, problemsOf, rowsOf, type TestNetwork } from '../support/a-network.ts';

const textOf = async (t: TestNetwork, id: string, query: Parameters<typeof draftTo>[2] = {}) =>
  (await draftTo(t.context(), id, query)).text;

describeNetworks('the owner’s own words', (open) => {
  it('are used by every draft, changed, and taken back', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt', email: 'ada@example.org' });
    const { id = '' } = await addWording(t.context(), { use: 'greeting', text: 'Hej {name},' });
    await addWording(t.context(), { use: 'sign-off', text: 'Warmly\nInes', style: 'email' });
    expect(await textOf(t, ada, { channel: 'email' })).toMatch(/^Hej Ada,\n\n[\s\S]+\n\nWarmly\nInes$/);
    expect(await textOf(t, ada, { channel: 'text' })).toMatch(/^Hej Ada, [^\n]+$/);
    expect((await getPersonPage(t.context(), ada)).opener).toMatch(/^Hej Ada,/);
    expect((await askPerson(t.context(), ada, 'Could you look over my letter?')).draft).toMatch(/^Hej Ada,/);
    await updateWording(t.context(), id, { text: 'Hello again {name}!' });
    expect(await textOf(t, ada, { channel: 'text' })).toMatch(/^Hello again Ada! \p{Lu}/u);
    const removed = await removeWording(t.context(), id);
    expect(await textOf(t, ada, { channel: 'text' })).not.toContain('again Ada');
    await undo(t.context(), removed.stepId);
    expect((await getWords(t.context())).wordings).toHaveLength(2);
    expect(await problemsOf(t)).toEqual([]);
  });

  it('fill in what is known of a person, and leave out the sentence that is about what is not', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt', email: 'ada@example.org' });
    const zed = await aPerson(t, { name: 'Zed Ito', email: 'zed@example.org' });
    await addFact(t.context(), ada, { kind: 'interest', text: 'sailing' });
    await aTouchWith(t, [ada], { date: '2026-08-21', summary: '' });
    await addWording(t.context(), { use: 'hello', text: 'We last met {last}. Write to me soon! {thread}' });
    expect(await textOf(t, ada, { kind: 'hello', channel: 'email' })).toMatch(
      /We last met in August\. Write to me soon! .*sailing/,
    );
    expect(await textOf(t, zed, { kind: 'hello', channel: 'email' })).toMatch(/,\n\nWrite to me soon!$/);
    await expect(addWording(t.context(), { use: 'hello', text: 'Dear {nmae}' })).rejects.toThrow(
      'Did you mean {name}?',
    );
  });

  it('are learned from what was really sent, and never from a draft as it stood', async () => {
    const t = await open();
    const people = [];
    for (const name of ['Ada Brandt', 'Zed Ito', 'Eve Lind'])
      people.push(await aPerson(t, { name, email: `${name[0]}@example.org` }));
    const [ada = '', zed = '', eve = ''] = people;
    const send = (id: string, text: string, edited: boolean) =>
      done(t.context(), id, { channel: 'email', words: { text, edited } });
    await send(ada, 'Salut Ada,\n\nhow is the boat in this weather?\n\nÀ bientôt\nInes', true);
    expect((await getWords(t.context())).habits).toEqual([]);
    const second = await send(zed, 'Salut Zed,\n\nwhat became of the tidal mill?\n\nÀ bientôt\nInes', true);
    expect((await getWords(t.context())).habits.map(({ use, text, times }) => [use, text, times])).toEqual([
      ['greeting', 'Salut {name},', 2],
      ['sign-off', 'À bientôt\nInes', 2],
    ]);
    expect(await textOf(t, eve, { channel: 'email' })).toMatch(/^Salut Eve,\n\n[\s\S]*\n\nÀ bientôt\nInes$/);
    expect(JSON.stringify(await rowsOf(t, ['writing']))).not.toContain('tidal');
    await undo(t.context(), second.stepId);
    expect((await getWords(t.context())).habits).toEqual([]);
    await send(zed, 'Salut Zed,\n\nwhat became of the tidal mill?', false);
    expect((await getWords(t.context())).habits).toEqual([]);
  });

  it('are never said twice to the same person, also after a merge', async () => {
    const t = await open();
    const [ada, other] = [await aPerson(t, { name: 'Ada Brandt' }), await aPerson(t, { name: 'Ada Brandt-Ito' })];
    const first = await textOf(t, ada, { kind: 'thanks', channel: 'text' });
    await done(t.context(), ada, { channel: 'text', words: { text: first, edited: false } });
    const next = await textOf(t, ada, { kind: 'thanks', channel: 'text' });
    expect(next).not.toBe(first);
    const { remarks } = await remarkOn(t.context(), ada, { text: first, channel: 'text', kind: 'thanks' });
    expect(remarks.map(({ kind }) => kind)).toContain('repeated');
    await merge(t.context(), other, ada);
    const after = await remarkOn(t.context(), other, { text: first, channel: 'text', kind: 'thanks' });
    expect(after.remarks.map(({ kind }) => kind)).toContain('repeated');
    expect(await problemsOf(t)).toEqual([]);
  });
});

describeNetworks('a draft', (open) => {
  it('says what it lacks where nothing is noted, and is written to nobody who has died', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    await expect(draftTo(t.context(), ada, { kind: 'promise' })).rejects.toThrow(
      'There is no open promise between you',
    );
    await updatePerson(t.context(), ada, { deceased: true });
    await expect(draftTo(t.context(), ada, {})).rejects.toMatchObject({ code: 'conflict' });
  });

  it('wishes nobody joy who has it hard', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    await addMoment(t.context(), ada, { kind: 'loss', text: 'lost her father' });
    for (const kind of ['new-year', 'birthday', 'hello'] as const)
      expect(await textOf(t, ada, { kind, channel: 'card' })).not.toMatch(/happy|congratulations|joy/i);
  });
});

describeNetworks('cards by hand', (open) => {
  const home = {
    addresses: {
      a: {
        components: [
          { kind: 'number', value: '7' },
          { kind: 'name', value: 'Kade' },
          { kind: 'postcode', value: '2611 AB' },
          { kind: 'locality', value: 'Delft' },
          { kind: 'country', value: 'Netherlands' },
        ],
        countryCode: 'NL',
      },
    },
  };

  it('are listed with envelopes and a line for each, and ticked when written', async () => {
    const t = await open();
    const ada = await aPerson(t, { name: 'Ada Brandt', circle: 'Close' });
    const { card } = await getPersonPage(t.context(), ada);
    await updatePerson(t.context(), ada, { card: { ...card, ...home } });
    const zed = await aPerson(t, { name: 'Zed Ito', circle: 'Close' });
    const list = await listCards(t.context(), { for: 'new-year' });
    expect(list.cards.map(({ name, address: lines, writtenOn }) => ({ name, lines, writtenOn }))).toEqual([
      { name: 'Ada Brandt', lines: ['Kade 7', '2611 AB Delft'], writtenOn: null },
    ]);
    expect(list.cards[0]?.text).toMatch(/^Dear Ada, happy new year!/);
    expect(list.without).toEqual([{ personId: zed, name: 'Zed Ito' }]);
    const { stepId } = await done(t.context(), ada, { channel: 'card' });
    expect((await listCards(t.context(), {})).cards[0]?.writtenOn).toBe('2026-11-23');
    await undo(t.context(), stepId);
    expect((await listCards(t.context(), {})).cards[0]?.writtenOn).toBeNull();
    await expect(listCards(t.context(), { circle: 'Nobody' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describeNetworks('an assistant', (open) => {
  it('is sent exactly what was shown, and nothing private', async () => {
    const t = await open();
    const asked: (readonly AssistantMessage[])[] = [];
    const assistant = {
      address: 'http://localhost:11434/v1',
      model: 'small',
      ask: async (messages: readonly AssistantMessage[]) => {
        asked.push(messages);
        return '“Hi Ada, how is life on the water?”';
      },
    };
    const context = { ...t.context(), store: { ...t.store, assistant } };
    const ada = await aPerson(t, { name: 'Ada Brandt' });
    const zed = await aPerson(t, { name: 'Zed Ito' });
    await addFact(t.context(), ada, { kind: 'interest', text: 'sailing' });
    await addFact(t.context(), ada, { kind: 'challenge', text: 'Sleeps badly', private: true });
    await addFact(t.context(), zed, { kind: 'interest', text: 'tidal mills' });
    const input = { text: 'Hi Ada, how is the boat?', channel: 'text' as const };
    await expect(previewRephrase(context, ada, input)).rejects.toThrow('switched off');
    await updateSettings(t.context(), { assistant: true });
    const preview = await previewRephrase(context, ada, input);
    expect(asked).toEqual([]);
    expect(JSON.stringify(preview.messages)).toContain('sailing');
    expect(JSON.stringify(preview.messages)).not.toMatch(/Sleeps|tidal|Zed|Brandt/);
    expect(await rephrase(context, ada, { ...input, shown: preview.messages })).toEqual({
      text: 'Hi Ada, how is life on the water?',
    });
    expect(asked).toEqual([preview.messages]);
    await addFact(t.context(), ada, { kind: 'family', text: 'a sister in Kiel' });
    await expect(rephrase(context, ada, { ...input, shown: preview.messages })).rejects.toThrow('has changed since');
    expect(asked).toHaveLength(1);
    const away = { ...assistant, ask: () => Promise.reject(new AssistantFailed('It cannot be reached.')) };
    const again = await previewRephrase(context, ada, input);
    await expect(
      rephrase({ ...context, store: { ...t.store, assistant: away } }, ada, { ...input, shown: again.messages }),
    ).rejects.toThrow('It cannot be reached.');
    await expect(previewRephrase(t.context(), ada, input)).rejects.toThrow('TENDRIL_ASSISTANT_URL');
  });
});
