/** Two versions of the same thing, side by side in plain words. The person chooses; until then both stay. */
import './two-versions.css';

import type { JSX } from 'preact';

import { differences, type Difference } from '../lib/facts';
import { t } from '../lib/strings';
import { Button } from './button';
import { Notice } from './notice';

interface TwoVersionsProps {
  mine: object;
  /** What came first; nothing while it is not known here. */
  theirs: object | null | undefined;
  /** Left out where the one that came first can have nothing in its place. */
  onMine: (() => void) | undefined;
  onTheirs: () => void;
}

export function TwoVersions({ mine, theirs, onMine, onTheirs }: TwoVersionsProps): JSX.Element {
  return (
    <div class="stack-small">
      <Notice tone="warm" urgent>
        <p class="strong">{t.device.conflictTitle}</p>
        <p>{t.device.conflictBody}</p>
      </Notice>
      {theirs ? <Versions found={differences(mine, theirs)} /> : <p class="soft">{t.device.conflictUnknown}</p>}
      <div class="row">
        {onMine && <Button onClick={onMine}>{t.device.useMine}</Button>}
        <Button look="secondary" onClick={onTheirs}>
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
