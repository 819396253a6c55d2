/** The app's own small line drawings. Decoration only: the words beside them carry the meaning. */
import './icon.css';

import type { JSX } from 'preact';

const PATHS = {
  help: 'M12 20s-7-4.3-7-9.7A3.9 3.9 0 0 1 12 7.8a3.9 3.9 0 0 1 7 2.5C19 15.7 12 20 12 20z',
  today: 'M12 4v2M12 18v2M4 12h2M18 12h2M6.3 6.3l1.4 1.4M16.3 16.3l1.4 1.4M17.7 6.3l-1.4 1.4M7.7 16.3l-1.4 1.4M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  skills: 'M4 6.5C6.5 5 9.5 5 12 6.5c2.5-1.5 5.5-1.5 8 0v12c-2.5-1.5-5.5-1.5-8 0-2.5-1.5-5.5-1.5-8 0zM12 6.5v12',
  inbox: 'M4 13l2.5-7.5h11L20 13v5.5H4zM4 13h4.5l1.2 2.5h4.6L15.5 13H20',
  family: 'M8.5 11a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM3.5 18.5c0-2.8 2.2-4.7 5-4.7s5 1.9 5 4.7M15.5 6a2.6 2.6 0 0 1 0 5M16.5 13.9c2.3.3 4 2.1 4 4.6',
  me: 'M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 19.5c.4-3.3 3.3-5.3 7-5.3s6.6 2 7 5.3',
  phone: 'M8 3.5h8a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1zM11 17.8h2',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  call: 'M6.5 4.5h3l1.2 4-2 1.6a11 11 0 0 0 5.2 5.2l1.6-2 4 1.2v3c0 1-.9 1.8-1.9 1.7C11 18.6 5.4 13 4.8 6.4 4.7 5.4 5.5 4.5 6.5 4.5z',
  text: 'M4.5 6h15v10.5H11L7 20v-3.5H4.5zM8 10h8M8 13h5',
  back: 'M14.5 5.5L8 12l6.5 6.5',
  next: 'M9.5 5.5L16 12l-6.5 6.5',
  clock: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM12 8v4.2l2.8 1.8',
  leaf: 'M5 19c0-8 4-13 14-14 .5 9-4 14-11 14-1 0-2-.2-3 0zM5 19c2-4 5-7 9-9',
  flag: 'M6 20V4.5M6 5.5c4-2 7 2 12 0v8c-5 2-8-2-12 0',
  offline: 'M4 4l16 16M8.5 14.5a5 5 0 0 1 4-1.4M5 11a10 10 0 0 1 3.5-2.2M12 6.5a10 10 0 0 1 7 4.5M12 18h.01',
  place: 'M12 20.5s6-5.5 6-10a6 6 0 0 0-12 0c0 4.5 6 10 6 10zM12 12.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  minus: 'M6 12h12',
  plus: 'M6 12h12M12 6v12',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  lock: 'M7 11h10v8.5H7zM9 11V8.5a3 3 0 0 1 6 0V11',
  plan: 'M12 4l6.5 2.2v5.3c0 3.9-2.7 6.7-6.5 8.2-3.8-1.5-6.5-4.3-6.5-8.2V6.2zM9.2 11.8l2.1 2.1 3.7-4',
  people: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 18.5c.3-2.7 2.5-4.5 5.5-4.5s5.2 1.8 5.5 4.5M16.5 8v6M13.5 11h6',
  card: 'M6 4.5h12v15H6zM9 9h6M9 12.5h6M9 16h3.5',
  edit: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  print: 'M7.5 9V4.5h9V9M7.5 16.5h-3V9h15v7.5h-3M7.5 13.5h9v6h-9z',
  star: 'M12 4.5l2.3 4.7 5.2.8-3.7 3.6.9 5.1-4.7-2.4-4.7 2.4.9-5.1L4.5 10l5.2-.8z',
  search: 'M10.5 5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM14.6 14.6L19.5 19.5',
  lifebuoy: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM6.4 6.4l3.1 3.1M14.5 14.5l3.1 3.1M17.6 6.4l-3.1 3.1M9.5 14.5l-3.1 3.1',
  pill: 'M8.2 15.8l7.6-7.6M6 12.4l6.4-6.4a4 4 0 0 1 5.6 5.6L11.6 18A4 4 0 0 1 6 12.4z',
  bell: 'M7 16.5V11a5 5 0 0 1 10 0v5.5l1.5 1.5h-13zM10.5 20h3M12 6V4.5',
  calendar: 'M5 7h14v12.5H5zM5 11h14M8.5 4.5V8M15.5 4.5V8',
  wave: 'M3.5 14c2.2 0 2.2-4.5 4.3-4.5S10 14 12 14s2.1-4.5 4.2-4.5S18.3 14 20.5 14M3.5 18.5c2.2 0 2.2-2 4.3-2s2.2 2 4.2 2 2.1-2 4.2-2 2.1 2 4.3 2',
  up: 'M5.5 14.5L12 8l6.5 6.5',
  chart: 'M4.5 19.5h15M5.5 15l4-4.5 3.5 3 5.5-6.5M18.5 7h-3.5M18.5 7v3.5',
  steps: 'M4 18.5h4v-4h4v-4h4v-4h4M4 18.5h16v-12',
  hide: 'M4 4l16 16M9.8 6.3A8.7 8.7 0 0 1 12 6c4.5 0 7.5 3.6 8.5 6a11 11 0 0 1-2.6 3.6M14.7 17.5a8 8 0 0 1-2.7.5c-4.5 0-7.5-3.6-8.5-6A11 11 0 0 1 7 7.6',
  play: 'M8.5 6l9.5 6-9.5 6z',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** Three stepping stones, the app's mark. */
export function Mark(): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 100 100" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="100" height="100" rx="26" />
      <ellipse class="mark-stone" cx="34" cy="70" rx="17" ry="8.5" />
      <ellipse class="mark-stone" cx="60" cy="51.5" rx="14.5" ry="7.2" />
      <ellipse class="mark-sand" cx="43" cy="35" rx="11.5" ry="5.8" />
    </svg>
  );
}
