import type { CaptureResult, LogResult } from '../../contract/shapes.ts';
import { DONE, type ExitCode, FAILED } from '../errors.ts';
import { renderCapture } from '../render/small.ts';
import { cleaned } from '../render/text.ts';
import type { Session } from '../session.ts';
import { type Command, flagOf, textOf } from './command.ts';

/** One line in your own words: what happened, with whom, what was said and promised. */
export const log: Command = async (session, given) => {
  const { context, out } = session;
  const { capture } = await import('../../services/capture.service.ts');
  const [text, dryRun] = [textOf(given, 0), flagOf(given, 'dryRun')];
  let result = await capture(context, { text, dryRun });
  if (result.questions.length > 0 && out.canAsk) {
    const answers = await answersTo(session, result.questions);
    if (!answers) {
      out.notice('Nothing was saved.');
      return FAILED;
    }
    result = await capture(context, { text, dryRun, answers });
  }
  if (result.lookUp !== null) return lookedUp(session, result, result.lookUp);
  if (result.questions.length > 0) return unanswered(session, result);
  await out.answer(toLogResult(result), async () => renderCapture(cleaned(result), await session.page()));
  return DONE;
};

const NAME_THEM = 'Say who it was with: “… with Dagmar Süß”, or put an @ before the name in the line: “@Dagmar Süß”.';

type Question = CaptureResult['questions'][number];
type LookUp = NonNullable<CaptureResult['lookUp']>;

/** A key per candidate, `n` for someone new, `q` to leave it. */
async function answersTo(
  { out }: Session,
  questions: readonly Question[],
): Promise<Record<string, string> | undefined> {
  const answers: Record<string, string> = {};
  // Nobody is named: there is nothing to choose from, and who it was belongs in the line.
  if (questions.some(({ asked }) => asked === '')) {
    for (const { text } of cleaned(questions)) out.notice(text);
    out.notice(NAME_THEM);
    return undefined;
  }
  for (const { text, asked, candidates, canCreate } of cleaned(questions)) {
    const offered = candidates.slice(0, 9);
    out.print(
      `${text}\n${offered.map((candidate, i) => `  ${i + 1}  ${candidate.name}\n`).join('')}${canCreate ? '  n  someone new\n' : ''}`,
    );
    const key = await out.askKey('Which?', [...offered.map((_, i) => String(i + 1)), ...(canCreate ? ['n'] : []), 'q']);
    if (key === 'q') return undefined;
    answers[asked] = key === 'n' ? 'new' : (offered[Number(key) - 1]?.id ?? '');
  }
  return answers;
}

async function unanswered({ out }: Session, result: CaptureResult): Promise<ExitCode> {
  if (out.json) await out.answer(toLogResult(result), () => '');
  for (const { text, candidates } of result.questions) {
    out.notice(text);
    for (const { id, name } of candidates) out.notice(`${id}  ${name}`);
  }
  const isNobody = result.questions.some(({ asked }) => asked === '');
  out.notice(isNobody ? `Nothing was saved. ${NAME_THEM}` : 'Nothing was saved. Say it again with the full name.');
  return FAILED;
}

/** A question is no conversation: nothing is saved, and where the answer is to be found is said. */
async function lookedUp({ out }: Session, result: CaptureResult, { people, query }: LookUp): Promise<ExitCode> {
  const text = 'This reads like a question, so nothing was saved.';
  if (out.json) await out.answer({ ...toLogResult(result), questions: [{ text, candidates: [...people] }] }, () => '');
  out.notice(text);
  for (const { name } of people) out.notice(`To look: tendril show "${name}"`);
  if (people.length === 0) out.notice(`To look: tendril find "${query}"`);
  return FAILED;
}

/** Only what the contract names. */
function toLogResult(result: CaptureResult): LogResult {
  const { touch, people, facts, promises, plans, questions } = result;
  const { deaths, moments, exchanges, goals, news, outcomes, revivals } = result;
  return {
    touch,
    people,
    facts,
    promises,
    plans,
    questions: questions.map(({ text, candidates }) => ({ text, candidates })),
    deaths,
    moments,
    exchanges,
    goals,
    news,
    outcomes,
    revivals,
  };
}
