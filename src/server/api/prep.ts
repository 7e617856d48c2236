import { getPrep } from '../../services/prep.service.ts';
import type { Handlers } from '../call.ts';

export const prepHandlers = {
  getPrep: (context, { query }) =>
    getPrep(context, {
      ...(query.people === undefined ? {} : { people: query.people.split(',').map((id) => id.trim()) }),
      ...(query.touch === undefined ? {} : { touch: query.touch }),
    }),
} satisfies Partial<Handlers>;
