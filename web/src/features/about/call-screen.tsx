/** Asking for a call: a name, a way to reach the person, a good time. No word about health is asked for. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { t } from '../../lib/strings';
import { ButtonLink } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { AboutPage } from './about-page';
import { CallForm } from './call-form';
import { ProgramPhones } from './program-phones';

export function CallScreen(): JSX.Element {
  const [done, setDone] = useState(false);
  const { call } = t.about;
  return (
    <AboutPage name="call" title={done ? call.doneTitle : call.title} lead={done ? call.doneBody : call.lead} key={String(done)}>
      {!done && <CallForm onDone={() => setDone(true)} />}
      <ProgramPhones />
      <Notice icon="help">
        <p>{call.notEmergency}</p>
      </Notice>
      <ButtonLink to="/help" look="secondary">
        {call.now}
      </ButtonLink>
    </AboutPage>
  );
}
