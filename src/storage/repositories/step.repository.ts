import type { StepTable } from '../schema.ts';
import type { Scope } from '../store.ts';
import { SETTINGS_ID } from './setting.repository.ts';

export async function findStep(scope: Scope, id: string): Promise<StepTable | undefined> {
  return scope.db
    .selectFrom('step')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Steps, the newest first, of the whole network or of one person. Steps that changed nothing are left out. */
export async function listSteps(
  scope: Scope,
  page: { personId?: string; after?: { seq: number; id: string }; limit: number },
): Promise<StepTable[]> {
  let query = scope.db
    .selectFrom('step as s')
    .selectAll('s')
    .where('s.network_id', '=', scope.networkId)
    .where((eb) => eb.or([eb('s.changes', '>', 0), eb('s.state', '=', 'open')]));
  const { after, personId } = page;
  if (personId !== undefined) {
    query = query.where('s.id', 'in', (eb) =>
      eb
        .selectFrom('change as c')
        .select('c.step_id')
        .distinct()
        .where('c.network_id', '=', scope.networkId)
        .where('c.person_id', '=', personId),
    );
  }
  if (after)
    query = query.where((eb) =>
      eb.or([eb('s.seq', '<', after.seq), eb.and([eb('s.seq', '=', after.seq), eb('s.id', '<', after.id)])]),
    );
  return query.orderBy('s.seq', 'desc').orderBy('s.id', 'desc').limit(page.limit).execute();
}

/** An undo is taken back when it is named, the beginning never. */
const NOT_BY_ITSELF = ['undo', 'start'];

/** The newest act that can be undone: not itself an undo, and not undone yet. */
export async function lastUndoableStep(scope: Scope): Promise<StepTable | undefined> {
  return (
    scope.db
      .selectFrom('step')
      .selectAll()
      .where('network_id', '=', scope.networkId)
      .where('state', '=', 'done')
      .where('kind', 'not in', NOT_BY_ITSELF)
      // What Tendril did by itself (settings of the first start, the invented network) is nobody's act to take back.
      .where('actor', '!=', 'tendril')
      .where('changes', '>', 0)
      .orderBy('seq', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
  );
}

/** Steps that a stop of the process left open. */
export async function openSteps(scope: Scope): Promise<StepTable[]> {
  return scope.db
    .selectFrom('step')
    .selectAll()
    .where('network_id', '=', scope.networkId)
    .where('state', '=', 'open')
    .orderBy('seq')
    .execute();
}

export async function setStepState(scope: Scope, id: string, state: StepTable['state']): Promise<void> {
  await scope.db
    .updateTable('step')
    .set({ state })
    .where('network_id', '=', scope.networkId)
    .where('id', '=', id)
    .execute();
}

export async function setStepResult(scope: Scope, id: string, result: unknown): Promise<void> {
  await scope.db
    .updateTable('step')
    .set({ result: JSON.stringify(result) })
    .where('network_id', '=', scope.networkId)
    .where('id', '=', id)
    .execute();
}

/** Whether a step changed the settings: what else is kept beside them moves nothing that is derived. */
export async function touchesSettings(scope: Scope, stepId: string): Promise<boolean> {
  const row = await scope.db
    .selectFrom('change')
    .select('seq')
    .where('network_id', '=', scope.networkId)
    .where('step_id', '=', stepId)
    .where('entity', '=', 'setting')
    .where('entity_id', '=', SETTINGS_ID)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
