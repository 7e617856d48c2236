import {
  addResource,
  deleteResource,
  getResource,
  listResources,
  readAddress,
  resourcesFor,
  updateResource,
} from '../../services/resources.service.ts';
import { deleteShare, shareResource, updateShare } from '../../services/shares.service.ts';
import type { Handlers } from '../call.ts';

/** What is kept to be shared, and who got it. */
export const resourceHandlers = {
  listResources: (context, { query }) => listResources(context, query),
  readAddress: (context, { body }) => readAddress(context, body),
  addResource: (context, { body }) => addResource(context, body),
  getResource: (context, { params }) => getResource(context, params.id),
  updateResource: (context, { params, body }) => updateResource(context, params.id, body),
  deleteResource: (context, { params }) => deleteResource(context, params.id),
  shareResource: (context, { params, body }) => shareResource(context, params.id, body),
  updateShare: (context, { params, body }) => updateShare(context, params.id, body),
  deleteShare: (context, { params }) => deleteShare(context, params.id),
  resourcesFor: (context, { params }) => resourcesFor(context, params.id),
} satisfies Partial<Handlers>;
