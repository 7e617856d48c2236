import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';

interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly align?: 'start' | 'end';
  readonly side?: 'top' | 'bottom';
}

export function Menu({ trigger, children, align = 'end', side = 'bottom' }: MenuProps) {
  return (
    <Base.Root modal>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={6} collisionPadding={12} className="z-40">
          <Base.Popup className="popup">{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuItem({
  onClick,
  children,
  note,
}: {
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly note?: string;
}) {
  return (
    <Base.Item className="popup-item" onClick={onClick}>
      <span>{children}</span>
      {note !== undefined && <small>{note}</small>}
    </Base.Item>
  );
}

export function MenuLine() {
  return <Base.Separator className="popup-line" />;
}
