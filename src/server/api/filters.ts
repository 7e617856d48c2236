import { addFilter, deleteFilter, listFacets, listFilters, updateFilter } from '../../services/filters.service.ts';
import type { Handlers } from '../call.ts';

/** Filters kept by a name, and what there is to filter by. */
export const filterHandlers = {
  listFacets: (context) => listFacets(context),
  listFilters: (context) => listFilters(context),
  addFilter: (context, { body }) => addFilter(context, body),
  updateFilter: (context, { params, body }) => updateFilter(context, params.id, body),
  deleteFilter: (context, { params }) => deleteFilter(context, params.id),
} satisfies Partial<Handlers>;
