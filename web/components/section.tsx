import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from './icon.tsx';

/** Where sections with nothing in them leave the way to begin; without one they stay in their place. */
export const FoldedInto = createContext<HTMLElement | null>(null);

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What the small plus beside the title adds. */
  readonly addLabel?: string;
  readonly onAdd?: () => void;
  /** What a key of the page presses the plus by. */
  readonly act?: string;
  /** Nothing is in it: only the way to add stays, with those of other empty sections. */
  readonly folded?: boolean;
}

/** A small heading with its list, and the way to add to it. */
export function Section({ title, children, addLabel, onAdd, act, folded = false }: SectionProps) {
  const place = useContext(FoldedInto);
  if (folded && place !== null)
    return onAdd === undefined
      ? null
      : createPortal(
          <button type="button" className="act act-line" data-act={act} onClick={onAdd}>
            {addLabel}
          </button>,
          place,
        );
  return (
    <section aria-label={title}>
      <div className="mb-2 flex min-h-7 items-center justify-between">
        <h2 className="small-head">{title}</h2>
        {onAdd !== undefined && (
          <button
            type="button"
            className="act act-round -me-1 min-h-7! w-7!"
            data-act={act}
            aria-label={addLabel}
            title={addLabel}
            onClick={onAdd}
          >
            <Icon name="plus" size={16} />
          </button>
        )}
      </div>
      {children}
    </section>
  );
}

/** A line one can change: its pencil shows when pointed at or reached by keyboard. */
export function EditableLine({
  children,
  label,
  onEdit,
}: {
  readonly children: ReactNode;
  readonly label: string;
  readonly onEdit: () => void;
}) {
  return (
    <div className="group relative -mx-2 rounded-soft px-2 py-1 hover:bg-sunk/60 pointer-coarse:pe-9">
      {children}
      <button
        type="button"
        className="act act-round absolute end-0.5 top-0.5 min-h-7! w-7! bg-paper opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-60"
        aria-label={label}
        onClick={onEdit}
      >
        <Icon name="pencil" size={14} />
      </button>
    </div>
  );
}
