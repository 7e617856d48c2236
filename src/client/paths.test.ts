import { expect, test } from 'vitest';
import { routes } from '../contract/routes.ts';
import { paths } from './paths.ts';

test('lists every operation of the contract with its method and path, and no other', () => {
  const contract = Object.fromEntries(
    Object.entries(routes).map(([name, route]) => [name, [route.method, route.path]]),
  );
  expect(paths).toEqual(contract);
});
