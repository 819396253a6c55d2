/** The copy of my data: asked for with a password, made while one waits, kept for a week. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { askForCopy, copiesQuery, deleteCopy, fileOf, OWN_RECORD, type Copy } from '../../api/own-record';
import { isOffline } from '../../api/problem';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { sentenceOf } from '../../api/trouble';
import { usePasskey } from '../../api/use-passkey';
import { useSending } from '../../api/use-sending';
import { dayOf } from '../../lib/day-of';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Button, ButtonOut } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { SmallForm } from '../../ui/small-form';

export function Copies(): JSX.Element {
  const query = useQuery(copiesQuery);
  const [asking, setAsking] = useState(false);
  return (
    <section class="stack-small" aria-labelledby="copies">
      <h2 id="copies">{t.ownRecord.copy}</h2>
      <p>{t.ownRecord.copyAbout}</p>
      <Asked query={query} isOffline={isOffline} lines={2}>
        {([newest]) => (
          <>
            {newest && <OneCopy copy={newest} />}
            {asking && <ProofForm onClose={() => setAsking(false)} />}
            {!asking && !isMaking(newest) && (
              <div>
                <Button look={newest?.state === 'ready' ? 'secondary' : 'primary'} onClick={() => setAsking(true)}>
                  {t.ownRecord.copyAsk}
                </Button>
              </div>
            )}
          </>
        )}
      </Asked>
    </section>
  );
}

const isMaking = (copy: Copy | undefined): boolean => copy?.state === 'asked' || copy?.state === 'making';

function OneCopy({ copy }: { copy: Copy }): JSX.Element {
  return (
    <div class="card stack-small" role="status">
      {isMaking(copy) && <Progress at={copy.steps_done} of={copy.steps_in_all} label={t.ownRecord.making(copy.steps_done, copy.steps_in_all)} />}
      {copy.state === 'failed' && <p>{t.ownRecord.failed}</p>}
      {copy.state === 'gone' && <p>{t.ownRecord.gone}</p>}
      {copy.state === 'ready' && <Ready copy={copy} />}
    </div>
  );
}

function Ready({ copy: { id, made_at: made, expires_at: until } }: { copy: Copy }): JSX.Element {
  const deleting = useSending(deleteCopy, [OWN_RECORD]);
  return (
    <>
      <p class="strong">{t.ownRecord.ready}</p>
      <p class="soft small">{t.ownRecord.readyUntil(dayOf(made ?? ''), dayOf(until ?? ''))}</p>
      <p class="soft small">{t.ownRecord.careful}</p>
      {deleting.error && (
        <Notice tone="warm" urgent>
          {sentenceOf(deleting.error)}
        </Notice>
      )}
      <div class="row">
        <ButtonOut href={fileOf(id)}>{t.ownRecord.download}</ButtonOut>
        <Button look="quiet" busy={deleting.isPending} onClick={() => deleting.mutate(id)}>
          {t.ownRecord.deleteNow}
        </Button>
      </div>
    </>
  );
}

/** Who asks shows again that it is they, with a password, a code or a passkey. None of them is kept. */
function ProofForm({ onClose }: { onClose: () => void }): JSX.Element {
  const [way, setWay] = useState<'password' | 'code'>('password');
  const [secret, setSecret] = useState('');
  const asking = useSending(askForCopy, [OWN_RECORD], onClose);
  const passkey = usePasskey(() => asking.mutate({}));
  const byPassword = way === 'password';
  const other = (): void => {
    setWay(byPassword ? 'code' : 'password');
    setSecret('');
  };
  return (
    <SmallForm
      save={t.ownRecord.make}
      busy={asking.isPending}
      trouble={troubleBesides(passkey.error ?? asking.error, ['password', 'code'])}
      onSave={() => asking.mutate(byPassword ? { password: secret } : { code: secret.trim() })}
      onClose={onClose}
    >
      <Secret way={way} value={secret} onChange={setSecret} error={refusalAt(asking.error, way)} />
      <div class="row">
        {passkey.offered && (
          <Button look="quiet" icon="lock" busy={passkey.busy} onClick={passkey.show}>
            {t.ownRecord.withPasskey}
          </Button>
        )}
        <Button look="quiet" onClick={other}>
          {byPassword ? t.ownRecord.withCode : t.ownRecord.withPassword}
        </Button>
      </div>
    </SmallForm>
  );
}

interface SecretProps {
  way: 'password' | 'code';
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

function Secret({ way, ...field }: SecretProps): JSX.Element {
  if (way === 'code') return <TextField key="code" label={t.ownRecord.code} autoComplete="one-time-code" inputMode="numeric" {...field} />;
  return <TextField key="password" label={t.ownRecord.password} type="password" autoComplete="current-password" {...field} />;
}
