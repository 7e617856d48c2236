import { requirePerson } from '../../services/keeping.service.ts';
import { addTouch, deleteTouch, listTouches, updateTouch } from '../../services/touches.service.ts';
import type { Handlers } from '../call.ts';

export const touchHandlers = {
  listTouches: async (context, { params, query }) => {
    await requirePerson(context, params.id);
    return listTouches(context, params.id, query);
  },
  addTouch: (context, { body }) => addTouch(context, body),
  updateTouch: (context, { params, body }) => updateTouch(context, params.id, body),
  deleteTouch: (context, { params }) => deleteTouch(context, params.id),
} satisfies Partial<Handlers>;
