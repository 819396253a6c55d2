/** The name and the sign of the app on this device. */
import './look-choice.css';

import type { JSX } from 'preact';
import { useState, useSyncExternalStore } from 'preact/compat';

import { chooseLook, onLook, readLook, type Look } from '../lib/look';
import { t } from '../lib/strings';
import { Choices } from './choices';

export function LookChoice(): JSX.Element {
  const look = useSyncExternalStore(onLook, readLook);
  const [changed, setChanged] = useState(false);
  const { look: words } = t.install;
  const choose = (next: string): void => {
    chooseLook(next as Look);
    setChanged(true);
  };
  const choices = [
    { value: 'own', label: words.own(t.common.appName) },
    { value: 'plain', label: words.plain(t.common.plainName) },
  ];
  return (
    <section class="card stack-small" aria-labelledby="look">
      <div class="row row-apart">
        <h2 id="look">{words.title}</h2>
        <img class="look-sign" src={look === 'plain' ? '/icon-plain-192.png' : '/icon-192.png'} alt="" width="48" height="48" />
      </div>
      <p class="soft">{words.lead}</p>
      <Choices legend={words.title} quietLegend choices={choices} value={look} onChange={choose} />
      <p class="soft small">{words.now}</p>
      <p class="soft small">{words.unsent}</p>
      <p role="status" class="soft small">
        {changed ? words.chosen : ''}
      </p>
    </section>
  );
}
