/** Who can help right now. Static, for everyone, with no line and no sign-in; never recorded. */
import './help-screen.css';

import type { JSX } from 'preact';

import { fullDate } from '../../lib/dates';
import { crisisLine, emergencyLine, HELP_LINES_CHECKED_ON, otherLines, programLines } from '../../lib/help-lines';
import { language, t } from '../../lib/strings';
import { useMaybeDevice } from '../../offline/device';
import { useLanguage } from '../../offline/language';
import { useWatchWords } from '../../offline/watch';
import { ButtonOut } from '../../ui/button';
import { ContactList } from '../../ui/contact-list';
import { LanguageSwitch } from '../../ui/language-switch';
import { RowLink } from '../../ui/row-link';
import { OwnSafetyPlan } from './own-safety-plan';

export function HelpScreen(): JSX.Element {
  const me = useMaybeDevice()?.me;
  const program = me?.program;
  const [now, choose] = useLanguage();
  return (
    <div class="page stack help">
      <header class="stack-small">
        <h1>{t.help.title}</h1>
        <p class="lead">{t.help.lead}</p>
        <div>
          <LanguageSwitch now={now} onChange={choose} />
        </div>
      </header>
      <ContactList contacts={[emergencyLine(), crisisLine()]} strong />
      {me?.roles.includes('client') && <ForClients />}
      {program && (
        <section class="stack-small">
          <h2>{t.help.programTitle}</h2>
          <ContactList contacts={programLines(program)} />
        </section>
      )}
      <WhileYouWait />
      <section class="stack-small">
        <h2>{t.help.otherTitle}</h2>
        <ContactList contacts={otherLines()} />
        <div>
          <ButtonOut href="https://988lifeline.org/chat/" look="quiet" icon="text">
            {t.help.chat}
          </ButtonOut>
          <p class="soft small">{t.help.chatAbout}</p>
        </div>
      </section>
      <SmallPrint />
    </div>
  );
}

function ForClients(): JSX.Element {
  return (
    <>
      <RowLink to="/help-now" icon="lifebuoy" title={t.help.helpMeNow}>
        {t.help.helpMeNowBody}
      </RowLink>
      <AskStaff />
      <OwnSafetyPlan />
    </>
  );
}

/** To be contacted, with what is known of when a person would see it. */
function AskStaff(): JSX.Element {
  return (
    <div class="stack-small">
      <RowLink to="/contact/now" icon="call" title={t.help.askContact}>
        {t.help.askContactBody}
      </RowLink>
      <p class="soft" role="status">
        {useWatchWords(true)}
      </p>
    </div>
  );
}

function SmallPrint(): JSX.Element {
  return (
    <footer class="soft small stack-small">
      <p>{t.help.works}</p>
      <p>{t.help.private}</p>
      <p>{t.help.checked(fullDate(HELP_LINES_CHECKED_ON, language))}</p>
    </footer>
  );
}

function WhileYouWait(): JSX.Element {
  return (
    <section class="stack-small">
      <h2>{t.help.calmTitle}</h2>
      <ol class="help-calm">
        {t.help.calmSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}
