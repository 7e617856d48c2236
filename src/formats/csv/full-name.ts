import type { NameComponent } from '../../domain/card/jscontact.ts';
import { displayName } from '../../domain/card/name.ts';

/** The name in one line, for columns that give only its parts: as it is shown on screen. Empty when there is no part. */
export function composeFullName(components: readonly NameComponent[]): string {
  const filled = components.filter(({ value }) => value.trim() !== '');
  return filled.length === 0
    ? ''
    : displayName({ '@type': 'Card', version: '1.0', uid: '', name: { components: filled } });
}
