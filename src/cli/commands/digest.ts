import type { Context } from '../../services/context.ts';
import { DONE, type ExitCode, FAILED } from '../errors.ts';
import type { Output } from '../output.ts';
import { renderDigest } from '../render/digest.ts';
import { type Command, flagOf } from './command.ts';

const service = () => import('../../services/digest.service.ts');

/** The mail of the morning: to read here, to send as a test, and how it stands. */
export const digest: Command = async ({ context, out, page }, given) => {
  if (flagOf(given, 'toStdout')) {
    await out.answer(await (await service()).previewDigest(context), ({ subject, text }) => `${subject}\n\n${text}`);
    return DONE;
  }
  if (flagOf(given, 'sendTest')) return sendTest(context, out);
  const { getSettings } = await import('../../services/settings.service.ts');
  const { zone } = await getSettings(context);
  const shownOn = await page();
  await out.answer(await (await service()).getDigest(context), (state) => renderDigest(state, zone, shownOn));
  return DONE;
};

async function sendTest(context: Context, out: Output): Promise<ExitCode> {
  const result = await (await service()).testDigest(context);
  await out.answer(result, ({ delivered, to, error }) =>
    delivered ? `Sent to ${to}.\n` : `It could not be sent to ${to}. The mail server: ${error}\n`,
  );
  return result.delivered ? DONE : FAILED;
}
