/** Two versions of the same thing, side by side in plain words. The person chooses; until then both stay. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { cameFirstQuery } from '../../api/came-first';
import { differences, type Difference } from '../../lib/facts';
import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import type { Work } from '../../offline/queue';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

export function Conflict({ work }: { work: Work }): JSX.Element {
  const { outbox } = useDevice();
  const { data } = useQuery(cameFirstQuery(work));
  const amendPath = work.trouble?.amendPath;
  return (
    <div class="stack-small">
      <Notice tone="warm">
        <p class="strong">{t.device.conflictTitle}</p>
        <p>{t.device.conflictBody}</p>
      </Notice>
      {data ? <Versions found={differences(work.body, data)} /> : <p class="soft">{t.device.conflictUnknown}</p>}
      <div class="row">
        {amendPath !== undefined && <Button onClick={() => void outbox.release(work, amendPath)}>{t.device.useMine}</Button>}
        <Button look="secondary" onClick={() => void outbox.remove(work.id)}>
          {t.device.useTheirs}
        </Button>
      </div>
    </div>
  );
}

function Versions({ found }: { found: readonly Difference[] }): JSX.Element {
  if (found.length === 0) return <p>{t.device.conflictSame}</p>;
  return (
    <>
      <table class="versions">
        <thead>
          <tr>
            <th scope="col">{t.device.conflictField}</th>
            <th scope="col">{t.device.conflictMine}</th>
            <th scope="col">{t.device.conflictTheirs}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ key, names, mine, theirs }) => (
            <tr key={key}>
              <th scope="row">{nameOf(names)}</th>
              <td>{said(mine)}</td>
              <td>{said(theirs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="soft small">{t.device.conflictRest}</p>
    </>
  );
}

const ID = /^[0-9a-f-]{36}$/;

/** “Urges, drink, acted on it”: a name of the program's own stays as it is. */
const nameOf = (names: readonly string[]): string =>
  names
    .filter((name) => !ID.test(name))
    .map((name) => t.device.fields[name] ?? name.replaceAll('_', ' '))
    .join(', ');

const said = (value: string): string => (value === '' ? t.device.nothing : (t.device.values[value] ?? value.replaceAll('_', ' ')));
