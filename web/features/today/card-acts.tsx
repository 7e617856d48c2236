import { useNavigate } from '@tanstack/react-router';
import type { Reach, TodayPageItem } from '../../../src/contract/shapes.ts';
import type { Channel } from '../../../src/domain/words.ts';
import { Icon } from '../../components/icon.tsx';
import { Menu, MenuItem, MenuLine } from '../../components/menu.tsx';
import { nextMonday, nextWeekend, plusDays, plusMonths, shortDay } from '../../lib/days.ts';
import { t } from '../../lib/strings.ts';
import type { CardMode } from './today-card.tsx';
import type { TodayActs } from './use-today-acts.ts';
import { WriteAct } from './write-act.tsx';

interface CardActsProps {
  readonly item: TodayPageItem;
  readonly today: string;
  readonly acts: TodayActs;
  readonly draft: string;
  readonly reach: Reach | undefined;
  readonly errand: boolean;
  readonly onMode: (mode: CardMode) => void;
  /** Shows the opener of an errand; absent once it is shown. */
  readonly onWrite: (() => void) | undefined;
  readonly onWriting: (channel: Channel) => void;
}

/** The row below a card: one act in green, two quiet ones, the rest behind the dots. */
export function CardActs({ item, today, acts, draft, reach, errand, onMode, onWrite, onWriting }: CardActsProps) {
  const tomorrow = plusDays(today, 1);
  return (
    <>
      {errand ? (
        <button type="button" data-act="done" className="act act-go" onClick={acts.finish}>
          {t.today.doneIt}
        </button>
      ) : (
        <>
          <WriteAct item={item} draft={draft} subject={item.draft.subject} reach={reach} onWriting={onWriting} />
          <button type="button" data-act="done" className="act" onClick={() => onMode('how')}>
            {t.today.done}
          </button>
        </>
      )}
      {errand && onWrite === undefined && (
        <WriteAct item={item} draft={draft} subject={item.draft.subject} reach={reach} onWriting={onWriting} quiet />
      )}
      <button type="button" data-act="tomorrow" className="act" onClick={() => acts.snooze(tomorrow)}>
        {t.today.tomorrow}
      </button>
      <span className="flex-1 max-desk:hidden" />
      <Menu
        trigger={
          <button
            type="button"
            data-act="menu"
            className="act act-round max-desk:absolute max-desk:end-2 max-desk:top-2"
            aria-label={t.today.more(item.name)}
          >
            <Icon name="more" />
          </button>
        }
      >
        <CardMenu item={item} today={today} acts={acts} onMode={onMode} onWrite={onWrite} />
      </Menu>
    </>
  );
}

type CardMenuProps = Pick<CardActsProps, 'item' | 'today' | 'acts' | 'onMode' | 'onWrite'>;

function CardMenu({ item, today, acts, onMode, onWrite }: CardMenuProps) {
  const navigate = useNavigate();
  const words = t.today.menu;
  return (
    <>
      <MenuItem onClick={() => onMode('already')}>{words.already}</MenuItem>
      {onWrite !== undefined && <MenuItem onClick={onWrite}>{words.write}</MenuItem>}
      <MenuLine />
      <MenuItem onClick={() => acts.snooze(nextWeekend(today))} note={shortDay(nextWeekend(today), today)}>
        {words.weekend}
      </MenuItem>
      <MenuItem onClick={() => acts.snooze(nextMonday(today))} note={shortDay(nextMonday(today), today)}>
        {words.nextWeek}
      </MenuItem>
      <MenuItem onClick={() => onMode('until')}>{words.pick}</MenuItem>
      <MenuLine />
      {item.reasons.map((reason) => (
        <MenuItem key={reason.key} onClick={() => acts.dismiss(reason.key)}>
          {words.dismiss(words.reasonKinds[reason.kind])}
        </MenuItem>
      ))}
      <MenuItem onClick={acts.skip}>{words.skip}</MenuItem>
      <MenuItem onClick={() => acts.pause(plusMonths(today, 1))} note={shortDay(plusMonths(today, 1), today)}>
        {words.pause}
      </MenuItem>
      <MenuItem onClick={() => acts.pause()}>{words.pauseOpen}</MenuItem>
      <MenuItem onClick={acts.letGo}>{words.letGo}</MenuItem>
      <MenuLine />
      <MenuItem onClick={() => void navigate({ to: '/people/$id', params: { id: item.personId } })}>
        {words.open}
      </MenuItem>
    </>
  );
}
