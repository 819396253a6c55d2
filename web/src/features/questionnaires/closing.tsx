/** After the last answer: kind words and where the answers are. No score, no verdict. */
import type { JSX } from 'preact';

import { crisisLine, emergencyLine } from '../../lib/help-lines';
import { t } from '../../lib/strings';
import { useArrival } from '../../lib/use-arrival';
import { useOutbox } from '../../offline/device';
import { unsentAnswers } from '../../offline/questionnaires';
import { ButtonLink } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { ContactList } from '../../ui/contact-list';
import { Notice } from '../../ui/notice';

export function Closing({ questionnaire, hard }: { questionnaire: string; hard: boolean }): JSX.Element {
  const heading = useArrival();
  const words = hard ? t.questionnaires.doneHard : t.questionnaires.done;
  return (
    <section class="page page-narrow stack questionnaire-closing">
      <h1 ref={heading} tabIndex={-1}>
        {words.title}
      </h1>
      <p class="lead">{words.body}</p>
      <Whereabouts questionnaire={questionnaire} />
      {hard && <ContactList contacts={[crisisLine(), emergencyLine()]} strong />}
      <ButtonLink to="/today" wide>
        {t.questionnaires.home}
      </ButtonLink>
    </section>
  );
}

function Whereabouts({ questionnaire }: { questionnaire: string }): JSX.Element {
  const work = unsentAnswers(useOutbox().work, questionnaire);
  return (
    <div role="status" class="stack-small">
      {work?.state === 'waiting' && (
        <>
          <Chip tone="warm" icon="phone">
            {t.common.savedHere}
          </Chip>
          <p class="soft">{t.today.savedBody}</p>
        </>
      )}
      {!work && (
        <Chip tone="calm" icon="check">
          {t.common.received}
        </Chip>
      )}
      {work && work.state !== 'waiting' && (
        <Notice tone="warm" urgent>
          {[t.questionnaires.refused, ...(work.trouble?.fields ?? [])].join(' ')}
        </Notice>
      )}
    </div>
  );
}
