/** One request: who, how to reach them and when, what was tried, and what comes next. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { CALLS, moveCall, type CallOutcome, type CallRequest } from '../../api/calls';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { deviceTimezone, shortMoment } from '../../lib/dates';
import { optionsOf } from '../../lib/options';
import { phoneWords } from '../../lib/phone-words';
import { language, t } from '../../lib/strings';
import { Button, ButtonOut } from '../../ui/button';
import { Choices } from '../../ui/choices';
import { Notice } from '../../ui/notice';
import { SmallForm } from '../../ui/small-form';

const momentOf = (moment: string): string => shortMoment(moment, deviceTimezone(), language);

export function CallItem({ request }: { request: CallRequest }): JSX.Element {
  const { name, phone, email, best_time: best, language: speaks, asked_at: asked, times_asked: times } = request;
  const facts = [t.calls.best[best], t.calls.languages[speaks], t.calls.asked(momentOf(asked)), times > 1 && t.calls.askedTimes(times)];
  return (
    <li class="card stack-small">
      <h2>{name}</h2>
      <p class="soft small">{facts.filter(Boolean).join(' · ')}</p>
      <div class="call-ways">
        {phone !== '' && (
          <ButtonOut href={`tel:${phone}`} look="secondary" icon="phone">
            {phoneWords(phone)}
          </ButtonOut>
        )}
        {email !== '' && <a href={`mailto:${email}`}>{email}</a>}
      </div>
      <Past request={request} />
      <Moves request={request} />
    </li>
  );
}

function Past({ request }: { request: CallRequest }): JSX.Element {
  const { called_at: calledAt, called_by: caller, times_called: times, closed_at: closedAt, closed_by: closer, outcome } = request;
  return (
    <>
      {calledAt !== null && <p class="small">{[t.calls.calledTimes(times), caller && t.calls.calledBy(caller.name, momentOf(calledAt))].filter(Boolean).join(' · ')}</p>}
      {closedAt !== null && <p class="small">{[t.calls.outcomes[outcome], closer && t.calls.closedBy(closer.name, momentOf(closedAt))].filter(Boolean).join(' · ')}</p>}
    </>
  );
}

function Moves({ request: { id, name, state } }: { request: CallRequest }): JSX.Element {
  const [closing, setClosing] = useState(false);
  const moving = useSending(moveCall, [CALLS], () => setClosing(false));
  const trouble = moving.error ? sentenceOf(moving.error) : undefined;
  if (closing) return <CloseForm busy={moving.isPending} trouble={trouble} onSave={(outcome) => moving.mutate({ do: 'close', id, outcome })} onClose={() => setClosing(false)} />;
  return (
    <>
      {trouble !== undefined && (
        <Notice tone="warm" urgent>
          {trouble}
        </Notice>
      )}
      {state === 'closed' ? (
        <div>
          <Button look="quiet" busy={moving.isPending} label={t.calls.reopenNamed(name)} onClick={() => moving.mutate({ do: 'reopen', id })}>
            {t.calls.reopen}
          </Button>
        </div>
      ) : (
        <div class="row">
          <Button icon="check" busy={moving.isPending} label={t.calls.calledNamed(name)} onClick={() => moving.mutate({ do: 'called', id })}>
            {t.calls.called}
          </Button>
          <Button look="quiet" label={t.calls.closeNamed(name)} onClick={() => setClosing(true)}>
            {t.calls.close}
          </Button>
        </div>
      )}
    </>
  );
}

interface CloseFormProps {
  busy: boolean;
  trouble: string | undefined;
  onSave: (outcome: CallOutcome) => void;
  onClose: () => void;
}

function CloseForm({ busy, trouble, onSave, onClose }: CloseFormProps): JSX.Element {
  const [outcome, setOutcome] = useState<CallOutcome>();
  const [checked, setChecked] = useState(false);
  const outcomes = optionsOf(t.calls.outcomes);
  const save = (): void => {
    setChecked(true);
    if (outcome) onSave(outcome);
  };
  return (
    <SmallForm bare save={t.calls.closeSave} busy={busy} trouble={trouble} onSave={save} onClose={onClose}>
      <p class="strong" aria-hidden="true">
        {t.calls.how}
      </p>
      <Choices compact="pills" legend={t.calls.how} choices={outcomes} value={outcome} onChange={(value) => setOutcome(value as CallOutcome)} error={checked && !outcome ? t.calls.needOutcome : undefined} />
    </SmallForm>
  );
}
