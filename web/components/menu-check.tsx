import { Menu as Base } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

/** Something to switch on or off; the menu stays open for the next. */
export function MenuCheck({
  checked,
  onChange,
  children,
}: {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <Base.CheckboxItem className="popup-item" checked={checked} onCheckedChange={onChange}>
      <span className="flex items-center gap-2">
        <span className={checked ? 'text-leaf' : 'invisible'}>
          <Icon name="check" size={16} />
        </span>
        {children}
      </span>
    </Base.CheckboxItem>
  );
}
