import { Dialog } from '@base-ui/react/dialog';
import type { CSSProperties, ReactNode } from 'react';
import { t } from '../lib/strings.ts';
import { Icon } from './icon.tsx';

interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** For a sheet that speaks for itself: the title is only read aloud. */
  readonly bare?: boolean;
  readonly width?: string;
}

/** A dialog: in the middle on a desk, from the bottom on a phone. */
export function Sheet({ open, onClose, title, children, bare = false, width = '34rem' }: SheetProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup className={bare ? 'sheet p-0' : 'sheet'} style={{ '--sheet-width': width } as CSSProperties}>
          {bare ? (
            <Dialog.Title className="sr-only">{title}</Dialog.Title>
          ) : (
            <Dialog.Title className="mb-4 pe-10 font-serif text-title">{title}</Dialog.Title>
          )}
          {children}
          {/* Last, so that the cursor opens in the first field. */}
          {!bare && (
            <Dialog.Close className="act act-round absolute end-4 top-5" aria-label={t.common.close}>
              <Icon name="close" />
            </Dialog.Close>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
