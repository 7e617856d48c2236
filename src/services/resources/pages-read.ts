import { AppError } from '../../domain/errors.ts';

/** Which pages may be read for their titles: none, those of the public internet, or also those of the networks at home. */
export const PAGES_READ = ['none', 'public', 'any'] as const;
export type PagesRead = (typeof PAGES_READ)[number];

/** As TENDRIL_PAGES says; `public` when it says nothing. @throws AppError `invalid` */
export function readPagesRead(env: Readonly<Record<string, string | undefined>>): PagesRead {
  const said = env.TENDRIL_PAGES?.trim() || 'public';
  const found = PAGES_READ.find((one) => one === said.toLowerCase());
  if (found === undefined)
    throw new AppError('invalid', `TENDRIL_PAGES is “${said}”. It may be: ${PAGES_READ.join(', ')}.`);
  return found;
}
