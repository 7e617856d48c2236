const PATHS = {
  search: 'M10.500 17a6.500 6.500 0 1 1 0-13 6.500 6.500 0 0 1 0 13ZM15.500 15.500 20 20',
  place:
    'M12 21c4.500-5 7-8.500 7-12a7 7 0 1 0-14 0c0 3.500 2.500 7 7 12ZM12 11.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z',
  filter: 'M4 6h16M7 12h10M10 18h4',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  check: 'M5 12.500 10 17.500 19 7',
  lock: 'M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z',
  pencil: 'M4 20l1-4L16 5l3 3L8 19l-4 1Z',
  right: 'M9 6l6 6-6 6',
  left: 'M15 6l-6 6 6 6',
  today: 'M5 6h14v14H5zM5 10h14M9 3v4M15 3v4',
  people:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7ZM3 20c0-3.500 2.500-6 6-6s6 2.500 6 6M16 4.500a3.500 3.500 0 0 1 0 6M17.500 14.500c2.200.8 3.500 2.800 3.500 5.500',
  circles: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Z',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4M12 17v-6M9.500 13.500 12 11l2.500 2.500',
} as const;

export type IconName = keyof typeof PATHS;

/** Signs grow with the words beside them. */
const inRem = (pixels: number): string => `${pixels / 16}rem`;

/** A drawn sign beside or instead of a word that is said elsewhere; never read aloud. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={inRem(size)}
      height={inRem(size)}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.6 : 1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

export function Sprout({ size = 22 }: { readonly size?: number }) {
  return (
    <svg
      width={inRem(size)}
      height={inRem(size)}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      className="text-leaf"
      aria-hidden="true"
    >
      <path d="M12 22c0-6 .5-9-2-12S4 7 4 11s4 4.500 5 2" />
      <path d="M12 16c1-5 4-7 8-7-.2 4-3 7-8 7Z" />
    </svg>
  );
}
