import { useEffect, useRef } from 'react';

/** Words put into the line from elsewhere: shared by another app, or kept here and refused. They wait until the line is there. */
let waiting = '';
let take: ((text: string) => void) | undefined;

export function prefillCapture(text: string): void {
  if (text === '') return;
  if (take) take(text);
  else waiting = text;
}

/** Hands each such text over, once. */
export function usePrefill(onText: (text: string) => void): void {
  const latest = useRef(onText);
  latest.current = onText;
  useEffect(() => {
    take = (text) => latest.current(text);
    if (waiting !== '') take(waiting);
    waiting = '';
    return () => {
      take = undefined;
    };
  }, []);
}
