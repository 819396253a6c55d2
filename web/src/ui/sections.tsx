/** The sections of a page with many: links in a row; on a phone it scrolls, with the open one in sight. */
import './sections.css';

import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/compat';

import { Link } from '../lib/navigation';

export interface SectionLink {
  key: string;
  to: string;
  label: string;
}

interface SectionsProps {
  /** What is said of the row as a whole. */
  label: string;
  sections: readonly SectionLink[];
  current: string;
}

export function Sections({ label, sections, current }: SectionsProps): JSX.Element {
  const rowRef = useRef<HTMLElement>(null);
  useEffect(() => {
    const row = rowRef.current;
    const link = row?.querySelector<HTMLElement>('[aria-current]');
    if (row && link) row.scrollLeft = link.offsetLeft - row.offsetLeft - (row.clientWidth - link.offsetWidth) / 2;
  }, [current]);
  return (
    <nav ref={rowRef} class="sections no-print" aria-label={label}>
      {sections.map(({ key, to, label: name }) => (
        <Link key={key} to={to} current={key === current} class="section-link">
          {name}
        </Link>
      ))}
    </nav>
  );
}
