import type { Child } from './child.ts';
import type { Lab, LabDatabase } from './lab.ts';
import type { NetworkCalls } from './network.child.ts';
import type { Options } from './options.ts';
import type { Subject } from './row.ts';

/** What rows are measured for. */
export interface Place {
  readonly lab: Lab;
  readonly options: Options;
  readonly people: number;
}

/** A network being measured, and the process that knows it. */
export interface Scene {
  readonly touches: number;
  readonly token: string;
  readonly database: LabDatabase;
  readonly network: Child<NetworkCalls>;
}

/** Whether a row is asked for: its name says on which database it is measured. */
export function isWanted({ lab, options }: Place, name: string): boolean {
  return options.wants(name + lab.suffix);
}

export function subjectOf({ lab, people }: Place, name: string, touches: number): Subject {
  return { name: name + lab.suffix, people, touches };
}
