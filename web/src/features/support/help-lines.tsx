/** Who helps at once, as the server names them, as large plain links. */
import type { JSX } from 'preact';

import type { HelpLineSaid } from '../../api/support';
import { phoneHref } from '../../lib/help-lines';
import { t } from '../../lib/strings';
import { ButtonOut } from '../../ui/button';

export function HelpLines({ lines }: { lines: readonly HelpLineSaid[] }): JSX.Element {
  return (
    <ul class="stack-small">
      {lines.map(({ name, call, text }) => (
        <li key={name} class="stack-small">
          <p class="strong">{name}</p>
          <div class="row">
            {call && (
              <ButtonOut href={phoneHref(call)} icon="call" label={`${t.support.call(call)}, ${name}`}>
                {t.support.call(call)}
              </ButtonOut>
            )}
            {text && (
              <ButtonOut href={phoneHref(text).replace('tel:', 'sms:')} icon="text" look="secondary" label={`${t.support.text(text)}, ${name}`}>
                {t.support.text(text)}
              </ButtonOut>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
