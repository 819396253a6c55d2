/** A quiet question on every step. It opens on the device only: nothing is sent, and nothing kept. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { pressureQuery } from '../../api/sharing';
import { t } from '../../lib/strings';
import { ButtonLink } from '../../ui/button';

export function Pressure(): JSX.Element | null {
  const words = useQuery(pressureQuery).data;
  if (!words) return null;
  return (
    <details class="sharing-pressure">
      <summary>{words.question}</summary>
      <div class="stack-small">
        <p class="soft">{words.private}</p>
        <ul class="stack-small">
          {words.help.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>{t.sharing.pressureLess}</p>
        <div>
          <ButtonLink to="/help" look="secondary" icon="help">
            {t.sharing.pressureMore}
          </ButtonLink>
        </div>
      </div>
    </details>
  );
}
