import type { CalendarDate } from '../../domain/dates.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import type { ResourceKind } from '../../domain/words.ts';
import type { ResourceTable } from '../../storage/schema.ts';

/** A stored resource as the domain reads it. */
export function toResource(row: ResourceTable): Resource {
  return {
    id: row.id,
    kind: row.kind as ResourceKind,
    ...(row.url === null ? {} : { url: row.url }),
    title: row.title,
    description: row.description,
    topics: JSON.parse(row.topics) as string[],
    addedOn: row.added_on as CalendarDate,
  };
}
