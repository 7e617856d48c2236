import { inject } from 'vitest';

/** Asks the test run's main process for something that all workers share; it is made at the first request. */
export async function askTestResource(name: 'postgres' | 'postgres-template' | 'chromium'): Promise<string> {
  const response = await fetch(new URL(name, inject('testResources')));
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}
