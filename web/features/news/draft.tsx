import { type ReactNode, useState } from 'react';
import type { Reach } from '../../../src/contract/shapes.ts';
import type { Channel } from '../../../src/domain/words.ts';
import { chooseReach } from '../../lib/reach.ts';
import { AskSent } from '../today/asks.tsx';
import { WriteAct } from '../today/write-act.tsx';

interface DraftProps {
  readonly label: string;
  readonly draft: string;
  readonly channel: Channel;
  readonly reach: readonly Reach[];
  /** It was sent, or said, this way. */
  readonly onSent: (channel: Channel) => void;
  /** What else one can do. */
  readonly children?: ReactNode;
}

/** Words for one person, to be made one's own; the app that sends them opens, and asks afterwards whether they were sent. */
export function Draft({ label, draft, channel, reach, onSent, children }: DraftProps) {
  const [text, setText] = useState(draft);
  const [writing, setWriting] = useState<Channel>();
  return (
    <div className="grid gap-2.5">
      <textarea
        aria-label={label}
        className="input voice"
        lang="en"
        rows={Math.min(8, 2 + Math.ceil(text.length / 70))}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {writing === undefined ? (
        <div className="flex flex-wrap items-center gap-1">
          <WriteAct item={{ channel }} draft={text} reach={chooseReach(reach, channel)} onWriting={setWriting} />
          {children}
        </div>
      ) : (
        <AskSent channel={writing} onYes={() => onSent(writing)} onNo={() => setWriting(undefined)} />
      )}
    </div>
  );
}
