/** The ways to answer an alert: call, have it in hand, hand it on, close it, open it again. */
import type { JSX } from 'preact';

import type { Alert } from '../../api/types';
import { phoneHref } from '../../lib/help-lines';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { language, t } from '../../lib/strings';
import { Button, ButtonOut } from '../../ui/button';
import { AssignForm } from './assign-form';
import { callId } from './call-id';
import { ReasonForm } from './reason-form';
import { ResolveForm } from './resolve-form';
import type { Answers } from './use-answers';

export function Actions({ alert, answers }: { alert: Alert; answers: Answers }): JSX.Element {
  if (answers.form?.id === alert.id) return <OpenForm alert={alert} answers={answers} kind={answers.form.kind} />;
  return (
    <div class="stack-small">
      <Call alert={alert} />
      <Next alert={alert} answers={answers} />
    </div>
  );
}

function Call({ alert: { id, client, glance } }: { alert: Alert }): JSX.Element | null {
  if (!glance) return null;
  const { phone, phone_confirmed_at: confirmed } = glance;
  if (phone === '') return <p class="soft">{t.alerts.noPhone}</p>;
  return (
    <div class="stack-small" id={callId(id)}>
      <ButtonOut href={phoneHref(phone)} icon="call" look="secondary" wide label={t.alerts.callNamed(client.name, phone)}>
        {t.alerts.call(phone)}
      </ButtonOut>
      {confirmed && <p class="soft small">{t.alerts.phoneConfirmed(shortMoment(confirmed, deviceTimezone(), language))}</p>}
    </div>
  );
}

function Next({ alert, answers }: { alert: Alert; answers: Answers }): JSX.Element {
  const { move, open, busy } = answers;
  if (alert.state === 'resolved') {
    return (
      <Button look="secondary" wide onClick={() => open(alert, 'reopen')}>
        {t.alerts.reopen}
      </Button>
    );
  }
  return (
    <>
      {alert.state === 'open' ? (
        <>
          <Button wide busy={busy} onClick={() => move({ do: 'acknowledge', alert })}>
            {t.alerts.acknowledge}
          </Button>
          <p class="soft small">{t.alerts.acknowledgeMeans}</p>
        </>
      ) : (
        <Button wide onClick={() => open(alert, 'resolve')}>
          {t.alerts.resolve}
        </Button>
      )}
      <div class="row">
        <Button look="quiet" icon="people" onClick={() => open(alert, 'assign')}>
          {t.alerts.assign}
        </Button>
        {alert.tier === 'critical' && alert.state === 'acknowledged' && (
          <Button look="quiet" onClick={() => open(alert, 'lower')}>
            {t.alerts.lower}
          </Button>
        )}
      </div>
    </>
  );
}

function OpenForm({ alert, answers, kind }: { alert: Alert; answers: Answers; kind: NonNullable<Answers['form']>['kind'] }): JSX.Element {
  const { move, busy, close } = answers;
  switch (kind) {
    case 'resolve':
      return <ResolveForm saving={busy} onCancel={close} onResolve={(resolution) => move({ do: 'resolve', alert, resolution })} />;
    case 'assign':
      return <AssignForm alert={alert} busy={busy} onCancel={close} onAssign={(person) => move({ do: 'assign', alert, person })} />;
    case 'lower':
      return <ReasonForm words={t.alerts.lowering} busy={busy} onCancel={close} onSave={(reason) => move({ do: 'lower', alert, reason })} />;
    case 'reopen':
      return <ReasonForm words={t.alerts.reopening} busy={busy} onCancel={close} onSave={(reason) => move({ do: 'reopen', alert, reason })} />;
  }
}
