import { Menu as Base } from '@base-ui/react/menu';
import { cloneElement, type MouseEventHandler, type ReactElement, type ReactNode, useState } from 'react';

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
      <MenuPopup align={align} side={side}>
        {children}
      </MenuPopup>
    </Base.Root>
  );
}

interface MenuOnReleaseProps extends Omit<MenuProps, 'trigger'> {
  readonly trigger: ReactElement<{ onClick?: MouseEventHandler }>;
}

/** A menu that waits for the button to be released, so that what it stands on can be dragged. */
export function MenuOnRelease({ trigger, children, align = 'end', side = 'bottom' }: MenuOnReleaseProps) {
  const [open, setOpen] = useState(false);
  return (
    <Base.Root
      modal
      open={open}
      onOpenChange={(next, { event }) => {
        if (!(next && event.type === 'mousedown')) setOpen(next);
      }}
    >
      <Base.Trigger render={cloneElement(trigger, { onClick: () => setOpen(true) })} />
      <MenuPopup align={align} side={side}>
        {children}
      </MenuPopup>
    </Base.Root>
  );
}

function MenuPopup({ align, side, children }: Required<Omit<MenuProps, 'trigger'>>) {
  return (
    <Base.Portal>
      <Base.Positioner align={align} side={side} sideOffset={6} collisionPadding={12} className="z-40">
        <Base.Popup className="popup">{children}</Base.Popup>
      </Base.Positioner>
    </Base.Portal>
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

/** Items that belong together, under a word of their own. */
export function MenuGroup({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className="small-head px-[0.7rem] pt-2 pb-1">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export function MenuLine() {
  return <Base.Separator className="popup-line" />;
}
