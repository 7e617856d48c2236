import {
  type RefCallback,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';

/** The value once it has held still for `wait` milliseconds. */
export function useSettled<T>(value: T, wait: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}

export function useTitle(title: string, brand: string): void {
  useEffect(() => {
    document.title = title === '' ? brand : `${title} · ${brand}`;
  }, [title, brand]);
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

const DARK = '(prefers-color-scheme: dark)';

/** In which colours the page stands: as chosen in the app, else as the system says. For what is painted by hand. */
export function useScheme(): 'light' | 'dark' {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(DARK);
      list.addEventListener('change', listener);
      // The choice is announced by it, here and in other windows; the script of the theme has heard it before.
      window.addEventListener('storage', listener);
      return () => {
        list.removeEventListener('change', listener);
        window.removeEventListener('storage', listener);
      };
    },
    () => {
      const { theme } = document.documentElement.dataset;
      return theme === 'light' || theme === 'dark' ? theme : matchMedia(DARK).matches ? 'dark' : 'light';
    },
  );
}

/** Where an element stands below the top of the page, for lists that scroll with it. */
export function useOffsetTop(ref: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void =>
      setTop(ref.current === null ? 0 : ref.current.getBoundingClientRect().top + window.scrollY);
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(document.body);
    return () => watcher.disconnect();
  }, [ref]);
  return top;
}

/** Calls back when the reader returns to the page from elsewhere. */
export function useReturn(onReturn: () => void): void {
  const latest = useRef(onReturn);
  latest.current = onReturn;
  useEffect(() => {
    const listen = (): void => {
      if (document.visibilityState === 'visible') latest.current();
    };
    document.addEventListener('visibilitychange', listen);
    window.addEventListener('focus', listen);
    return () => {
      document.removeEventListener('visibilitychange', listen);
      window.removeEventListener('focus', listen);
    };
  }, []);
}

/** Calls when the element comes into sight, or is about to. */
export function useSeen<E extends Element>(onSeen: () => void): RefCallback<E> {
  const latest = useRef(onSeen);
  latest.current = onSeen;
  return useCallback((element: E | null) => {
    if (element === null) return;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) latest.current();
      },
      { rootMargin: '400px' },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
}
