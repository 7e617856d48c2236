import type { Reach } from '../../../src/contract/shapes.ts';
import type { Channel } from '../../../src/domain/words.ts';
import { copyText, withDraft } from '../../lib/reach.ts';
import { t } from '../../lib/strings.ts';
import { showToast } from '../../lib/toasts.ts';

interface WriteActProps {
  readonly item: { readonly channel: Channel };
  readonly draft: string;
  /** The line above an e-mail. */
  readonly subject?: string | null | undefined;
  readonly reach: Reach | undefined;
  readonly onWriting: (channel: Channel) => void;
  readonly quiet?: boolean;
}

/**
 * Copies the words and opens the app where they are sent: a plain link, so that no browser takes it for an unwanted
 * window. With no way known to reach them, it copies alone.
 */
export function WriteAct({ item, draft, subject, reach, onWriting, quiet = false }: WriteActProps) {
  const look = quiet ? 'act' : 'act act-go';
  const copy = async (channel: Channel): Promise<void> => {
    const copied = await copyText(draft);
    if (!copied) showToast({ text: t.toast.copyFailed, tone: 'problem' });
    else if (reach === undefined) showToast({ text: t.toast.copied });
    onWriting(channel);
  };
  if (reach === undefined) {
    return (
      <button type="button" data-act="write" className={look} onClick={() => void copy(item.channel)}>
        {t.today.write(item.channel, t.today.copyWords)}
      </button>
    );
  }
  const outside = /^https?:/.test(reach.href);
  return (
    <a
      data-act="write"
      className={look}
      href={withDraft(reach, draft, subject)}
      {...(outside ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
      onClick={() => void copy(reach.channel)}
    >
      {t.today.write(reach.channel, reach.label)}
    </a>
  );
}
