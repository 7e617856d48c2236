import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * How wide an element is, in pixels: words in a picture keep their size, and the picture takes what room there is. The element
 * has `contain: inline-size`, or the picture in it would keep it from ever becoming narrower.
 */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = (): void => setWidth(Math.floor(element.clientWidth));
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [ref]);
  return width;
}
