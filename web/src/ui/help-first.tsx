/** Help, at once, after an answer that says a person may not be safe. Works with no line. */
import type { ComponentChildren, JSX } from 'preact';

import { crisisLine, emergencyLine, programLines } from '../lib/help-lines';
import { t } from '../lib/strings';
import { useArrival } from '../lib/use-arrival';
import { ButtonLink } from './button';
import { ContactList } from './contact-list';

interface HelpFirstProps {
  words: { title: string; body: string; more: string };
  /** Where the answer is, and what that does not promise. */
  standing: string;
  program: Parameters<typeof programLines>[0] | null | undefined;
  /** When a person will see it. */
  watch: string;
  /** The ways on. */
  children: ComponentChildren;
}

export function HelpFirst({ words, standing, watch, program, children }: HelpFirstProps): JSX.Element {
  const heading = useArrival();
  return (
    <section class="page stack">
      <header class="stack-small">
        <h1 ref={heading} tabIndex={-1}>
          {words.title}
        </h1>
        <p class="lead">{words.body}</p>
        <p role="status">{standing}</p>
        <p role="status">{watch}</p>
      </header>
      <ContactList contacts={[crisisLine(), emergencyLine()]} strong />
      {program && <ContactList contacts={programLines(program)} />}
      <div class="stack-small">
        {children}
        <ButtonLink to="/contact/now" look="secondary" icon="call" wide>
          {t.help.askContact}
        </ButtonLink>
        <ButtonLink to="/help" look="quiet" wide>
          {words.more}
        </ButtonLink>
      </div>
    </section>
  );
}
