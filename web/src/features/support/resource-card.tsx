/** Somewhere to turn to: what it is, and the ways there. Nothing of it is loaded before it is tapped. */
import type { JSX } from 'preact';

import type { Resource } from '../../api/support';
import { phoneHref } from '../../lib/help-lines';
import { t } from '../../lib/strings';
import { ButtonOut } from '../../ui/button';

export function ResourceCard({ resource: { name, what, phone, site } }: { resource: Resource }): JSX.Element {
  return (
    <li class="card stack-small">
      <div>
        <h3>{name}</h3>
        <p class="soft">{what}</p>
      </div>
      <div class="row">
        {phone && (
          <ButtonOut href={phoneHref(phone)} icon="call" look="secondary" label={`${t.support.call(phone)}, ${name}`}>
            {t.support.call(phone)}
          </ButtonOut>
        )}
        {site && (
          <a class="button button-secondary" href={`https://${site}`} rel="noopener noreferrer" title={t.support.leavesApp}>
            {t.support.site(site)}
          </a>
        )}
      </div>
    </li>
  );
}
