// Closes every run with the versions it ran against and one plain line of counts, and ends a run that hangs.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Reporter, TestModule, TestRunEndReason, TestSpecification } from 'vitest/node';
import { listVersions } from './versions.ts';

/**
 * With no news for this long, a test is in an endless loop: Vitest's own time-outs run on the very thread that
 * loops. Longer than any single test of the ordinary projects may take.
 */
const SILENCE_LIMIT_MS = 240_000;

export default class CountReporter implements Reporter {
  #lastNews = Date.now();
  #watch: NodeJS.Timeout | undefined;
  readonly #running = new Set<TestModule>();
  #limit = SILENCE_LIMIT_MS;

  onTestRunStart(specifications: readonly TestSpecification[]): void {
    const longest = Math.max(0, ...specifications.map(({ project }) => project.config.testTimeout));
    this.#limit = Math.max(SILENCE_LIMIT_MS, longest + 60_000);
    this.#lastNews = Date.now();
    this.#watch = setInterval(() => this.#endIfStuck(), 5_000);
    this.#watch.unref();
  }

  onTestModuleQueued(module: TestModule): void {
    this.#running.add(module);
    this.#lastNews = Date.now();
  }

  onTestCaseResult(): void {
    this.#lastNews = Date.now();
  }

  onTestModuleEnd(module: TestModule): void {
    this.#running.delete(module);
    this.#lastNews = Date.now();
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason): void {
    clearInterval(this.#watch);
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      let broken = module.state() === 'failed';
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') counts.passed += 1;
        else if (state === 'failed') counts.failed += 1;
        else counts.skipped += 1;
        if (state === 'failed') broken = false;
      }
      // A file that does not load, or whose hooks fail, has no failed test to count.
      if (broken) counts.failed += 1;
    }
    counts.failed += errors.length;
    if (reason === 'interrupted') process.stdout.write('The run was interrupted: these are not all tests.\n');
    closeWith(counts);
  }

  #endIfStuck(): void {
    if (Date.now() - this.#lastNews < this.#limit) return;
    const names = [...this.#running].map((module) => `${module.project.name} ${module.relativeModuleId}`);
    process.stdout.write(`\nNo test ended for ${this.#limit / 1000} s. Still running:\n  ${names.join('\n  ')}\n`);
    closeWith({ passed: 0, failed: Math.max(1, names.length), skipped: 0 });
    clearInterval(this.#watch);
    // First the chance to clean up, which the supervisor of PostgreSQL uses and a looping worker cannot.
    signalDescendants('SIGTERM');
    setTimeout(() => {
      signalDescendants('SIGKILL');
      process.exit(1);
    }, 3_000);
  }
}

function closeWith({ passed, failed, skipped }: { passed: number; failed: number; skipped: number }): void {
  const versions = listVersions();
  if (versions.length > 0) process.stdout.write(`Tested with ${versions.join(', ')}.\n`);
  process.stdout.write(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`);
}

/** Every process under this one gets it: a looping worker does not notice that its parent left. */
function signalDescendants(signal: NodeJS.Signals): void {
  for (const pid of descendants(process.pid)) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      // It may have ended since it was listed.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}

function descendants(pid: number): number[] {
  const parents = listProcesses();
  const below = (parent: number): number[] =>
    parents.flatMap(([child, itsParent]) => (itsParent === parent ? [child, ...below(child)] : []));
  return below(pid);
}

/** Pairs of a process and its parent. A bare Linux has no `ps`, other systems have no /proc. */
function listProcesses(): (readonly [child: number, parent: number])[] {
  if (!existsSync('/proc/self/stat')) {
    const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
    return rows.map((row) => row.trim().split(/\s+/).map(Number)).map(([child, parent]) => [child ?? 0, parent ?? 0]);
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const status = readStatus(name);
      return status ? [[Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1])] as const] : [];
    });
}

function readStatus(pid: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    // It ended between the listing and the reading.
    return undefined;
  }
}
