import { type CSSProperties, useState } from 'react';
import { urlOf } from '../../src/client/client.ts';

interface FaceProps {
  readonly id: string;
  readonly initials: string;
  readonly photo: string | null;
  /** In rem. */
  readonly size?: number;
  /** Overrides the calm tint each person has by their id. */
  readonly tone?: 'leaf' | 'warm' | 'sky' | 'none';
}

const TONES = ['tone-leaf', 'tone-sky', 'tone-warm'];

function toneOf(id: string): string {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  return TONES[sum % TONES.length] ?? '';
}

/** A photo or initials. The name always stands beside it, so it is silent for a screen reader. */
export function Face({ id, initials, photo, size = 3, tone }: FaceProps) {
  // Without a network there may be no picture.
  const [missing, setMissing] = useState(false);
  const look = tone === undefined ? toneOf(id) : tone === 'none' ? '' : `tone-${tone}`;
  return (
    <span className={`face ${look}`} style={{ '--size': `${size}rem` } as CSSProperties} aria-hidden="true">
      {photo === null || missing ? (
        initials
      ) : (
        <img
          src={urlOf('getBlob', { params: { id: photo } })}
          alt=""
          loading="lazy"
          decoding="async"
          onError={() => setMissing(true)}
        />
      )}
    </span>
  );
}
