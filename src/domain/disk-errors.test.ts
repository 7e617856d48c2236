import { describe, expect, it } from 'vitest';
import { cannotWrite } from './disk-errors.ts';

const failure = (code: string) => Object.assign(new Error(`${code}: it went wrong`), { code });

describe('a file that cannot be written', () => {
  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'your share of the disk'],
    ['EFBIG', 'may not grow'],
    ['EROFS', 'read-only'],
    ['EACCES', 'Check who owns it'],
    ['EIO', 'the disk fails'],
  ])('is told with its name and the remedy: %s', (code, words) => {
    const error = cannotWrite('/data/copy', failure(code));
    expect(error).toMatchObject({ code: 'unwritable', cause: { code } });
    expect(error.message).toContain('Cannot write /data/copy: ');
    expect(error.message).toContain(words);
  });

  it('for any other reason is no matter of the disk', () => {
    expect(cannotWrite('/no/such/copy', failure('ENOENT'))).toMatchObject({
      code: 'unreadable',
      message: 'Cannot write /no/such/copy: ENOENT: it went wrong',
    });
    expect(cannotWrite('copy', 'odd')).toMatchObject({ code: 'unreadable', message: 'Cannot write copy: odd' });
  });
});
