/** What a client said or pressed for this person: a call, thanks, how they want help. */
import type { ComponentChildren, JSX } from 'preact';

import { deviceTimezone, longDate, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Icon } from '../icon';
import type { SharedCardShown } from './card';
import { NothingYet, Part, type Level } from './part';

interface CallProps {
  card: SharedCardShown;
  level: Level;
  onCall: ComponentChildren;
}

export function CallAsked({ card: { crisis_contact: shown, client_name: name }, level, onCall }: CallProps): JSX.Element | null {
  if (!shown) return null;
  if (!shown.call) {
    return (
      <Part title={t.sharedCard.call} icon="call" level={level}>
        <p class="soft">{t.sharedCard.callQuiet}</p>
      </Part>
    );
  }
  const Heading = level === 2 ? 'h3' : 'h4';
  return (
    <section class="shared-part shared-call">
      <Heading class="shared-call-title">
        <Icon name="call" />
        {t.sharedCard.callTitle(name)}
      </Heading>
      <p>{t.sharedCard.callPressed(shortMoment(shown.call.pressed_at, deviceTimezone(), language))}</p>
      {onCall}
    </section>
  );
}

export function Thanks({ shown, level }: { shown: SharedCardShown['message_of_thanks']; level: Level }): JSX.Element | null {
  if (!shown) return null;
  return (
    <Part title={t.sharedCard.thanks} icon="help" level={level}>
      {shown.length === 0 && <NothingYet />}
      {shown.map(({ words, text, written_on: on }, at) => (
        <blockquote key={`${on}-${at}`} class="shared-said">
          {words && <p class="strong">{words}</p>}
          {text && <p class="shared-own-words">{text}</p>}
          <p class="soft small">{longDate(on, language)}</p>
        </blockquote>
      ))}
    </Part>
  );
}

export function SupportRole({ shown, level }: { shown: SharedCardShown['safety_contact_role']; level: Level }): JSX.Element | null {
  if (!shown) return null;
  return (
    <Part title={t.sharedCard.supportTitle} icon="lifebuoy" level={level}>
      {shown.words ? (
        <>
          <p>{t.sharedCard.supportAsked}</p>
          <blockquote class="shared-said">
            <p class="shared-own-words">{shown.words}</p>
          </blockquote>
        </>
      ) : (
        <p>{t.sharedCard.supportNoWords}</p>
      )}
    </Part>
  );
}
