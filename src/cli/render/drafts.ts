import type { CardList, Draft, OwnWords, Wording } from '../../contract/shapes.ts';
import { relativeDay } from './days.ts';
import { pairs, section } from './person.ts';
import { indented, type Page } from './text.ts';

/** A draft as it would be sent, and what may be said about it. */
export function renderDraft(draft: Draft, { name, page }: { name: string; page: Page }): string {
  const subject = draft.subject === null ? [] : indented(`Subject: ${draft.subject}`, page, { by: 2 });
  return joined([
    section(
      `To ${name}: ${draft.kind}, ${draft.channel}`,
      [...subject, ...indented(draft.text, page, { by: 2, paint: page.style.quote })],
      page,
    ),
    section(
      'Before you send it',
      draft.remarks.flatMap(({ quote, text }) => indented(`“${quote}”: ${text}`, page, { by: 2 })),
      page,
    ),
  ]);
}

export function renderWords({ wordings, habits, places }: OwnWords, page: Page): string {
  const forWhom = ({ style, near, language }: Pick<Wording, 'style' | 'near' | 'language'>) =>
    [style, near, language].filter((part) => part !== null).join(', ');
  const row = (one: OwnWords['habits'][number] | Wording): [string, string] => {
    const who = forWhom(one);
    return [one.use, `${one.text.replaceAll('\n', ' / ')}${who === '' ? '' : ` (${who})`}`];
  };
  return joined([
    section(
      'Your words',
      wordings.length === 0 ? ['  none yet: tendril words add greeting "Hej {name},"'] : pairs(wordings.map(row), page),
      page,
    ),
    section('Learned from what you sent', pairs(habits.map(row), page), page),
    section(
      'Details you may name',
      pairs(
        places.map(({ name, meaning }): [string, string] => [`{${name}}`, meaning]),
        page,
      ),
      page,
    ),
  ]);
}

/** Envelopes, one below the other. */
export function renderCards({ cards, without }: CardList, page: Page): string {
  if (cards.length === 0 && without.length === 0) return 'There is nobody to write a card to.\n';
  const entries = cards.map((card) => {
    const state = card.writtenOn === null ? '' : `, written ${relativeDay(card.writtenOn, page)}`;
    const day = card.birthday === null ? '' : `, ${card.birthday}`;
    return section(
      `${card.name}${day}${state}`,
      [
        ...card.address.flatMap((line) => indented(line, page, { by: 2 })),
        ...indented(card.text, page, { by: 2, paint: page.style.quote }),
      ],
      page,
    );
  });
  const missing = without.map(({ name }) => name).join(', ');
  return joined([
    ...entries,
    section('No address yet', missing === '' ? [] : indented(missing, page, { by: 2 }), page),
  ]);
}

function joined(blocks: readonly (readonly string[])[]): string {
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}
