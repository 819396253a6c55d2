/** A quiet landscape of hills and stepping stones. Decoration; the hour changes its light. */
import './hills.css';

import type { JSX } from 'preact';

export type HillsLight = 'morning' | 'afternoon' | 'evening' | 'night';

export function Hills({ light }: { light: HillsLight }): JSX.Element {
  return (
    <svg class={`hills hills-${light}`} viewBox="0 0 800 200" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">
      <rect class="hills-sky" width="800" height="200" />
      <circle class="hills-sun" cx="540" cy="86" r="30" />
      <path class="hills-far" d="M0 120c80-30 150-40 250-18 100 22 150 12 230-14 120-38 220-26 320 22v90H0z" />
      <path class="hills-mid" d="M0 150c110-34 220-34 330-8 130 31 260 14 470-26v84H0z" />
      <path class="hills-near" d="M0 184c140-34 300-44 460-20 130 20 230 14 340-8v44H0z" />
      <g class="hills-stones">
        <ellipse cx="398" cy="191" rx="25" ry="6.5" />
        <ellipse cx="446" cy="176" rx="17" ry="4.6" />
        <ellipse cx="420" cy="163.5" rx="12" ry="3.3" />
        <ellipse cx="448" cy="154.5" rx="8" ry="2.3" />
        <ellipse cx="433" cy="147.5" rx="5.5" ry="1.6" />
      </g>
    </svg>
  );
}
