import { describe, expect, it } from 'vitest';
import { checkCard, nameFromText, newCard } from './new-card.ts';

describe('nameFromText', () => {
  it.each([
    ['Ada Lovelace', { given: 'Ada', surname: 'Lovelace' }],
    ['Vincent van Gogh', { given: 'Vincent', surname: 'van Gogh' }],
    ['Johanna Maria de la Cruz', { given: 'Johanna', given2: 'Maria', surname: 'de la Cruz' }],
    ['Sukarno', { given: 'Sukarno' }],
  ])('takes %s apart', (text, parts) => {
    const components = nameFromText(text).components ?? [];
    expect(Object.fromEntries(components.map((part) => [part.kind, part.value]))).toEqual(parts);
  });

  it('keeps a name without spaces whole', () => {
    expect(nameFromText('王小明')).toEqual({ full: '王小明' });
  });
});

describe('newCard', () => {
  it('leaves out what is empty', () => {
    expect(newCard({ name: ' Ada  Lovelace ', email: ' ', phone: '' }, 'u')).toMatchObject({
      name: { full: 'Ada Lovelace' },
    });
    expect(newCard({ name: 'Ada', email: '' }, 'u')).not.toHaveProperty('emails');
  });
});

describe('checkCard', () => {
  it('lets a card through as it is, unknown properties too', () => {
    const card = {
      '@type': 'Card',
      version: '1.0',
      uid: 'u',
      emails: { e1: { address: 'ada@example.org' } },
      'example.org:mood': 'good',
    };
    expect(checkCard(card)).toBe(card);
  });

  it.each([
    [{ '@type': 'Card', version: '1.0', uid: 'u', emails: ['ada@example.org'] }, /emails must be a map/],
    [{ '@type': 'Card', version: '1.0', uid: 'u', emails: { e1: {} } }, /emails\/e1 needs a text “address”/],
    [{ '@type': 'Card', version: '1.0', uid: 'u', name: 'Ada' }, /name must be an object/],
    [{ version: '1.0' }, /JSContact object/],
    [null, /JSContact object/],
  ])('names what is wrong with %j', (value, message) => {
    expect(() => checkCard(value)).toThrow(message);
  });
});
