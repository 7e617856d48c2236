import type { NewRow } from '../../storage/entities.ts';

interface ShareOf {
  readonly id: string;
  readonly resourceId: string;
  readonly personId: string;
}

/** A share of which nothing is known but whom it is for. */
export function newShare({ id, resourceId, personId }: ShareOf): NewRow<'share'> {
  return {
    id,
    resource_id: resourceId,
    person_id: personId,
    shared_on: null,
    channel: null,
    reaction: null,
    said: '',
    touch_id: null,
  };
}
