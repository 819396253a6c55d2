/** How wide a box is, so that a chart can be drawn to measure. */
import { useEffect, useRef, useState } from 'preact/compat';

const FIRST_GUESS = 320;

export function useWidth(): [{ current: HTMLDivElement | null }, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_GUESS);
  useEffect(() => {
    const box = ref.current;
    if (!box || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(Math.round(entry.contentRect.width), 240));
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
