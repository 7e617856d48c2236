import { CHANNELS, type Channel } from '../../../src/domain/words.ts';
import { Choice } from '../../components/choice.tsx';
import type { TouchFilter } from '../../lib/api.ts';
import { t } from '../../lib/strings.ts';
import { tPerson } from '../../lib/strings-person.ts';

interface StoryFilterProps {
  readonly filter: TouchFilter;
  readonly onChange: (filter: TouchFilter) => void;
}

/** Which conversations to show: by a word, by the way one was in touch, by what kind they were. */
export function StoryFilter({ filter, onChange }: StoryFilterProps) {
  const words = tPerson.storyFilter;
  const small = 'w-auto! min-h-8! py-1! text-small!';
  return (
    <search aria-label={words.label} className="flex flex-wrap items-center gap-1.5">
      <input
        type="search"
        className={`input ${small} max-w-40`}
        aria-label={words.words}
        placeholder={words.words}
        dir="auto"
        value={filter.q ?? ''}
        onChange={(event) => onChange({ ...filter, q: event.target.value === '' ? undefined : event.target.value })}
      />
      <Choice<Channel | ''>
        label={words.channel}
        className={small}
        value={filter.channel ?? ''}
        options={[['', words.anyChannel], ...CHANNELS.map((channel) => [channel, t.channels[channel]] as const)]}
        onChange={(channel) => onChange({ ...filter, channel: channel === '' ? undefined : channel })}
      />
      <Choice<NonNullable<TouchFilter['kind']> | ''>
        label={words.kind}
        className={small}
        value={filter.kind ?? ''}
        options={[
          ['', words.anyKind],
          ['personal', words.kinds.personal],
          ['group', words.kinds.group],
          ['plan', words.kinds.plan],
        ]}
        onChange={(kind) => onChange({ ...filter, kind: kind === '' ? undefined : kind })}
      />
    </search>
  );
}
