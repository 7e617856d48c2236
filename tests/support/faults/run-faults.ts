import { createRandom, mix, type Random } from '../../../src/domain/demo/random.ts';
import type { TestDialect } from '../dialects.ts';
import { Pace } from './pace.ts';
import { type Place, runCli } from './process.ts';
import { cutConnections, killImport, killWrites, loseDatabase, type Round } from './rounds.ts';
import {
  killBackup,
  killMigration,
  killRestore,
  makeOldData,
  type OldData,
  openRestoreScene,
  type RestoreScene,
} from './whole-rounds.ts';
import { openPlace, openWorld, type World } from './world.ts';

export type FaultKind = 'writes' | 'import' | 'backup' | 'restore' | 'migration' | 'cut' | 'crash';

/** The kinds in which people write; the others copy, replace or rebuild what is there, and acknowledge no write. */
const WRITING: ReadonlySet<FaultKind> = new Set(['writes', 'import', 'cut', 'crash']);

/** How many of a hundred rounds are of each kind. */
const SHARES: Readonly<Record<TestDialect, Partial<Record<FaultKind, number>>>> = {
  sqlite: { writes: 32, import: 30, backup: 12, restore: 13, migration: 13 },
  postgres: { writes: 22, import: 22, backup: 8, restore: 10, migration: 10, cut: 16, crash: 12 },
};

/** How long the work of each kind may take at first; the rounds learn the rest. */
const LONGEST_MS: Readonly<Record<FaultKind, number>> = {
  writes: 700,
  import: 3_000,
  backup: 500,
  restore: 1_200,
  migration: 1_000,
  cut: 500,
  crash: 1_000,
};

/** Rounds that one network lives through before another takes its place: the checks read all of it each time. */
const LIFE = 8;

export interface FaultRun {
  readonly dialect: TestDialect;
  /** Settles everything but the machine's own timing. */
  readonly seed: number;
  readonly rounds: number;
  /** A PostgreSQL server to be used, and crashed, in place of the run's. */
  readonly server?: { readonly url: string; crash(signal: 'SIGQUIT' | 'SIGKILL'): Promise<void> };
  readonly kinds?: readonly FaultKind[];
  /** No further round is begun after so long. */
  readonly minutes?: number;
  readonly log: (line: string) => void;
}

export interface FaultReport {
  readonly rounds: number;
  /** Those of the rounds in which people wrote. */
  readonly writingRounds: number;
  readonly acknowledged: number;
  readonly importsCompleted: number;
  readonly problems: readonly string[];
  /** As a person reads it. */
  readonly table: string;
}

interface Tally {
  rounds: number;
  phases: Map<string, number>;
  problems: string[];
}

const noTally = (): Tally => ({ rounds: 0, phases: new Map(), problems: [] });

/** Everything a run keeps between its rounds; made when first needed. */
class Scenes {
  readonly #run: FaultRun;
  readonly #random: Random;
  readonly #paces = new Map<FaultKind, Pace>();
  #world: World | undefined;
  #roundsLived = 0;
  #restore: { world: World; scene: RestoreScene } | undefined;
  #old: OldData | undefined;
  acknowledged = 0;

  constructor(run: FaultRun) {
    this.#run = run;
    this.#random = createRandom(run.seed);
  }

  get random(): Random {
    return this.#random;
  }

  get server(): { server?: string } {
    return this.#run.server === undefined ? {} : { server: this.#run.server.url };
  }

  pace(kind: FaultKind): Pace {
    const known = this.#paces.get(kind) ?? new Pace(this.#random, LONGEST_MS[kind]);
    this.#paces.set(kind, known);
    return known;
  }

  async world(): Promise<World> {
    if (this.#world && this.#roundsLived >= LIFE) await this.#endLife();
    this.#roundsLived += 1;
    this.#world ??= await openWorld({ dialect: this.#run.dialect, random: this.#random, ...this.server });
    return this.#world;
  }

  async #endLife(): Promise<void> {
    const world = this.#world;
    if (!world) return;
    this.acknowledged += world.ledger.acknowledged;
    this.#world = undefined;
    this.#roundsLived = 0;
    // As the owner would ask, at the command line.
    const { code, said, complained } = await runCli(world.place, ['doctor']);
    await world.place.drop();
    if (code !== 0) throw new Error(`doctor ended with ${code}: ${said} ${complained}`);
  }

  async restoreScene(): Promise<RestoreScene> {
    if (!this.#restore) {
      const world = await openWorld({ dialect: this.#run.dialect, random: this.#random, ...this.server });
      this.#restore = { world, scene: await openRestoreScene(world) };
    }
    return this.#restore.scene;
  }

  async oldData(): Promise<OldData> {
    this.#old ??= await makeOldData(await openPlace(this.#run.dialect, this.#run.server?.url));
    return this.#old;
  }

  async end(): Promise<void> {
    await this.#endLife();
    const places: (Place | undefined)[] = [this.#restore?.world.place, this.#old?.place];
    for (const place of places) await place?.drop();
  }
}

/** Runs the rounds in an order of their own and says what each found. */
export async function runFaults(run: FaultRun): Promise<FaultReport> {
  const scenes = new Scenes(run);
  const plan = planOf(run, scenes.random);
  // A kind that had no round is in the report too.
  const tallies = new Map(plan.map((kind) => [kind, noTally()]));
  let importsCompleted = 0;
  run.log(`${run.dialect}: ${plan.length} rounds, seed ${run.seed}`);
  try {
    const end = performance.now() + (run.minutes ?? Number.POSITIVE_INFINITY) * 60_000;
    for (const [i, kind] of plan.entries()) {
      if (performance.now() > end) break;
      const tally = tallies.get(kind) ?? noTally();
      const began = performance.now();
      const round = await playSafely(run, scenes, { kind, mark: markOf(run.seed, i) });
      tally.rounds += 1;
      tally.phases.set(round.phase, (tally.phases.get(round.phase) ?? 0) + 1);
      tally.problems.push(...round.problems.map((problem) => `round ${i + 1}, ${kind}, ${round.phase}: ${problem}`));
      importsCompleted += round.importsCompleted ?? 0;
      const outcome = round.problems.length === 0 ? 'ok' : `${round.problems.length} PROBLEMS: ${round.problems[0]}`;
      const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(5);
      run.log(`${String(i + 1).padStart(4)} ${seconds} s  ${kind.padEnd(9)}  ${round.phase.padEnd(40)}  ${outcome}`);
    }
  } finally {
    await scenes.end();
  }
  const problems = [...tallies.values()].flatMap((tally) => tally.problems);
  const { acknowledged } = scenes;
  const table = tableOf(run, { tallies, acknowledged, importsCompleted, problems });
  run.log(table);
  const rounds = roundsOf(tallies);
  const writingRounds = roundsOf(new Map([...tallies].filter(([kind]) => WRITING.has(kind))));
  return { rounds, writingRounds, acknowledged, importsCompleted, problems, table };
}

function roundsOf(tallies: ReadonlyMap<FaultKind, Tally>): number {
  return [...tallies.values()].reduce((sum, tally) => sum + tally.rounds, 0);
}

/** A round that fails in a way nobody thought of is a problem too, and the others go on. */
async function playSafely(run: FaultRun, scenes: Scenes, turn: { kind: FaultKind; mark: string }): Promise<Round> {
  try {
    return await play(run, scenes, turn);
  } catch (error) {
    return { phase: 'failed', problems: [`FAILED: ${error instanceof Error ? error.stack : String(error)}`] };
  }
}

async function play(run: FaultRun, scenes: Scenes, { kind, mark }: { kind: FaultKind; mark: string }): Promise<Round> {
  const pace = scenes.pace(kind);
  if (kind === 'restore') return await killRestore(await scenes.restoreScene(), pace);
  if (kind === 'migration') return await killMigration(await scenes.oldData(), { pace, ...scenes.server });
  const world = await scenes.world();
  if (kind === 'writes') return await killWrites(world, pace, mark);
  if (kind === 'import') return await killImport(world, pace, mark);
  if (kind === 'backup') return await killBackup(world, { pace, ...scenes.server });
  const { url } = world.place;
  if (kind === 'cut') {
    const times = 1 + scenes.random.below(3);
    return await loseDatabase(world, {
      pace,
      mark,
      fault: { name: 'cut off', times, happen: () => cutConnections(url) },
    });
  }
  const signal = scenes.random.chance(0.5) ? 'SIGQUIT' : 'SIGKILL';
  const happen = async () => run.server?.crash(signal);
  return await loseDatabase(world, { pace, mark, fault: { name: `server down (${signal})`, times: 1, happen } });
}

/** Letters alone, so that it can be part of a name. */
function markOf(seed: number, round: number): string {
  const letters = [...String(mix(seed, round) % 1_000_000).padStart(6, '0')].map((d) => 'abcdefghij'[Number(d)]);
  return `R${letters.join('')}`;
}

function planOf({ dialect, rounds, kinds, server }: FaultRun, random: Random): FaultKind[] {
  const shares = Object.entries(SHARES[dialect]) as [FaultKind, number][];
  const wanted = shares.filter(
    ([kind]) => (kinds === undefined || kinds.includes(kind)) && (kind !== 'crash' || server),
  );
  const sum = wanted.reduce((total, [, share]) => total + share, 0);
  // Each kind has its share as exactly as whole rounds allow: the place of a round in the whole decides, not chance.
  const times = new Map<FaultKind, number>();
  for (let i = 0; i < rounds; i++) {
    let place = ((i + 0.5) / rounds) * sum;
    const kind = wanted.find(([, share]) => {
      place -= share;
      return place < 0;
    })?.[0];
    if (kind !== undefined) times.set(kind, (times.get(kind) ?? 0) + 1);
  }
  // The rounds of a kind are spread over the whole, each somewhere in its part: a run that is cut short has seen them all.
  const spread = [...times].flatMap(([kind, n]) =>
    Array.from({ length: n }, (_, i) => ({ kind, at: (i + random.below(1000) / 1000) / n })),
  );
  return spread.sort((a, b) => a.at - b.at).map(({ kind }) => kind);
}

function tableOf(
  run: FaultRun,
  found: {
    tallies: ReadonlyMap<FaultKind, Tally>;
    acknowledged: number;
    importsCompleted: number;
    problems: readonly string[];
  },
): string {
  const having = (word: string) => found.problems.filter((problem) => problem.includes(`${word}:`)).length;
  const rows = [...found.tallies].map(([kind, { rounds, phases, problems }]) => {
    const where = [...phases].sort((a, b) => b[1] - a[1]).map(([phase, times]) => `${times} × ${phase}`);
    return `${kind.padEnd(10)} ${String(rounds).padStart(6)} ${String(problems.length).padStart(9)}  ${where.join('; ')}`;
  });
  return [
    '',
    `Faults on ${run.dialect}: ${roundsOf(found.tallies)} rounds, seed ${run.seed}`,
    `${'kind'.padEnd(10)} rounds  problems  where they fell`,
    ...rows,
    '',
    `acknowledged writes                    ${found.acknowledged}`,
    `lost                                   ${having('LOST')}`,
    `there twice, or unasked                ${having('TWICE') + having('EXTRA')}`,
    `half there                             ${having('HALF') + having('FEED')}`,
    `interrupted imports gone on with       ${found.importsCompleted}`,
    `other problems (doctor's among them)   ${found.problems.length - ['LOST', 'TWICE', 'EXTRA', 'HALF', 'FEED'].reduce((n, word) => n + having(word), 0)}`,
    ...found.problems,
    '',
  ].join('\n');
}
