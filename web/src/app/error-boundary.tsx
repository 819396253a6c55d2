/** Catches a screen that broke, and still shows who can help. */
import { Component, type ComponentChildren, type JSX } from 'preact';

import { crisisLine, emergencyLine } from '../lib/help-lines';
import { t } from '../lib/strings';
import { Button } from '../ui/button';
import { ContactList } from '../ui/contact-list';

interface State {
  broken: boolean;
}

export class ErrorBoundary extends Component<{ children: ComponentChildren }, State> {
  override state: State = { broken: false };

  static override getDerivedStateFromError(): State {
    return { broken: true };
  }

  override render(): ComponentChildren {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken(): JSX.Element {
  return (
    <section class="page stack" role="alert">
      <h1>{t.common.brokenTitle}</h1>
      <p>{t.common.brokenBody}</p>
      <Button onClick={() => window.location.reload()}>{t.common.loadAgain}</Button>
      <ContactList contacts={[emergencyLine(), crisisLine()]} />
    </section>
  );
}
