/** Help, at once, after an answer that says a person may be in danger. Works with no line. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/compat';

import { supportPeopleQuery } from '../../api/plans';
import { crisisLine, emergencyLine, phoneHref, programLines, type HelpLine } from '../../lib/help-lines';
import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { useSafetyCopy } from '../../offline/safety-copy';
import { useWatchWords } from '../../offline/watch';
import { Button, ButtonLink } from '../../ui/button';
import { ContactList } from '../../ui/contact-list';
import { Notice } from '../../ui/notice';
import { useSaving } from './use-saving';

interface HelpFirstProps {
  onSave: () => Promise<boolean>;
  onGoOn: () => void;
}

export function HelpFirst({ onSave, onGoOn }: HelpFirstProps): JSX.Element {
  const { program } = useDevice().me;
  const heading = useRef<HTMLHeadingElement>(null);
  const trusted = useTrusted();
  // Nothing is sent before it is saved.
  const watch = useWatchWords(false);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <section class="page stack diary-help">
      <header class="stack-small">
        <h1 ref={heading} tabIndex={-1}>
          {t.diary.help.title}
        </h1>
        <p class="lead">{t.diary.help.body}</p>
      </header>
      <ContactList contacts={[crisisLine(), emergencyLine()]} strong />
      <p>{t.diary.help.honest}</p>
      <p role="status">{watch}</p>
      {trusted.length > 0 && (
        <section class="stack-small">
          <h2>{t.diary.help.trusted}</h2>
          <ContactList contacts={trusted} />
        </section>
      )}
      {program && <ContactList contacts={programLines(program)} />}
      <WaysOn onSave={onSave} onGoOn={onGoOn} />
    </section>
  );
}

function WaysOn({ onSave, onGoOn }: HelpFirstProps): JSX.Element {
  const { saving, trouble, save } = useSaving(onSave);
  return (
    <div class="stack-small">
      {trouble !== undefined && (
        <Notice tone="warm" urgent>
          {trouble}
        </Notice>
      )}
      <ButtonLink to="/plan/safety" look="secondary" icon="plan" wide>
        {t.diary.help.plan}
      </ButtonLink>
      <ButtonLink to="/contact/now" look="secondary" icon="call" wide>
        {t.help.askContact}
      </ButtonLink>
      <Button wide busy={saving} onClick={save}>
        {t.diary.help.save}
      </Button>
      <Button look="quiet" wide onClick={onGoOn}>
        {t.diary.help.goOn}
      </Button>
    </div>
  );
}

const MOST_TRUSTED = 3;

/** People to talk to: from the plan kept on this device, else from the list at the server. */
function useTrusted(): HelpLine[] {
  const kept = useSafetyCopy().value?.plan?.steps.ask_help ?? [];
  const people = useQuery(supportPeopleQuery).data ?? [];
  const named = [
    ...kept.map(({ name, phone }) => ({ name, phone, about: '' })),
    ...people.filter(({ can_help_with: helps }) => helps !== 'distract').map(({ name, phone, relationship }) => ({ name, phone, about: relationship })),
  ].filter(({ name, phone }, at, all) => phone !== '' && all.findIndex((one) => one.name === name) === at);
  return named.slice(0, MOST_TRUSTED).map(({ name, phone, about }) => ({ name, about, call: { number: phone, href: phoneHref(phone) } }));
}
