import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { TodayPageItem } from '../../../src/contract/shapes.ts';
import { useKeys } from '../../lib/keys.ts';
import { t } from '../../lib/strings.ts';
import { TodayCard } from './today-card.tsx';

interface TodayListProps {
  readonly items: readonly TodayPageItem[];
  readonly today: string;
  readonly label: string;
}

/** The cards, and one's way through them by keyboard: the keys press what one would click. */
export function TodayList({ items, today, label }: TodayListProps) {
  const list = useRef<HTMLOListElement>(null);
  const navigate = useNavigate();

  const cards = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
  const current = (): HTMLElement | undefined => {
    const inside = document.activeElement?.closest<HTMLElement>('[data-card]');
    if (inside !== null && inside !== undefined) return list.current?.contains(inside) ? inside : undefined;
    return cards()[0];
  };
  const move = (by: number): void => {
    const all = cards();
    const active = document.activeElement?.closest<HTMLElement>('[data-card]');
    const at = active === null || active === undefined ? -1 : all.indexOf(active);
    const next = all[Math.max(0, Math.min(all.length - 1, at + (at < 0 ? 1 : by)))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  const press = (act: string) => (): void => {
    const target = current()?.querySelector<HTMLElement>(`[data-act="${act}"]`);
    if (act === 'edit') target?.focus();
    else target?.click();
  };

  useKeys(
    t.keys.today,
    items.length === 0
      ? []
      : [
          { keys: 'j', label: t.today.keys.next, run: () => move(1) },
          { keys: 'k', label: t.today.keys.previous, run: () => move(-1) },
          { keys: 'w', label: t.today.keys.write, run: press('write') },
          { keys: 'd', label: t.today.keys.done, run: press('done') },
          { keys: 't', label: t.today.keys.tomorrow, run: press('tomorrow') },
          { keys: 'e', label: t.today.keys.edit, run: press('edit') },
          { keys: 'm', label: t.today.keys.menu, run: press('menu') },
          {
            keys: 'o',
            label: t.today.keys.open,
            run: () => {
              const id = current()?.dataset.card;
              if (id !== undefined) void navigate({ to: '/people/$id', params: { id } });
            },
          },
        ],
  );

  return (
    <ol ref={list} className="grid list-none gap-4" aria-label={label}>
      {items.map((item) => (
        <TodayCard key={item.personId} item={item} today={today} />
      ))}
    </ol>
  );
}
