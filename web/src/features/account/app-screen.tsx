/** The app with codes: put a key into it, show that it works, or turn it off. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/compat';

import { ACCOUNT, addApp, appSecret, factorsQuery, removeApp } from '../../api/account';
import { t } from '../../lib/strings';
import { useDevice } from '../../offline/device';
import { AskFirst } from '../../ui/ask-first';
import { Button, ButtonOut } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Loading } from '../../ui/loading';
import { Notice } from '../../ui/notice';
import { Awaited, Part } from './part';
import { KeyPicture } from './picture';
import { useProof } from './use-proof';

interface Secret {
  secret: string;
  url: string;
}

export function AppScreen(): JSX.Element {
  const factors = useQuery(factorsQuery);
  const [turnedOn, setTurnedOn] = useState(false);
  const on = factors.data?.some(({ type }) => type === 'totp');
  return (
    <Part title={t.account.app} lead={t.account.appAbout}>
      <p role="status">{turnedOn && t.account.appTurnedOn}</p>
      <Awaited query={factors} />
      {on === true && <IsOn alone={factors.data?.every(({ type }) => type !== 'webauthn') ?? true} />}
      {on === false && <SetUp onDone={() => setTurnedOn(true)} />}
    </Part>
  );
}

function IsOn({ alone }: { alone: boolean }): JSX.Element {
  const { me } = useDevice();
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const { attempt, busy, trouble, dialog } = useProof();
  const staff = me.roles.some((role) => role === 'clinician' || role === 'administrator');
  const turnOff = async (): Promise<void> => {
    await removeApp();
    setAsking(false);
    await queries.invalidateQueries({ queryKey: ACCOUNT });
  };
  if (staff && alone) return <Notice icon="lock">{t.account.appStaff}</Notice>;
  return (
    <>
      <Notice icon="check">{t.account.appOn}</Notice>
      <Button look="secondary" onClick={() => setAsking(true)}>
        {t.account.appTurnOff}
      </Button>
      {asking && !dialog && (
        <AskFirst title={t.account.appTurnOffAsk} yes={t.account.appTurnOff} busy={busy} trouble={trouble} onYes={() => void attempt(turnOff)} onClose={() => setAsking(false)}>
          <p>{t.account.appTurnOffBody}</p>
        </AskFirst>
      )}
      {dialog}
    </>
  );
}

function SetUp({ onDone }: { onDone: () => void }): JSX.Element {
  const [secret, setSecret] = useState<Secret>();
  const { attempt, busy, trouble, dialog } = useProof();
  const begin = (): void => void attempt(async () => setSecret(await appSecret()));
  // eslint-disable-next-line react-hooks/exhaustive-deps -- asked for once, when the part opens
  useEffect(begin, []);
  return (
    <>
      {secret && <Steps secret={secret} onDone={onDone} />}
      {!secret && busy && <Loading lines={3} />}
      {!secret && !busy && (
        <>
          {trouble !== undefined && <Notice tone="warm">{trouble}</Notice>}
          <Button onClick={begin}>{t.account.appTurnOn}</Button>
        </>
      )}
      {dialog}
    </>
  );
}

function Steps({ secret, onDone }: { secret: Secret; onDone: () => void }): JSX.Element {
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const queries = useQueryClient();
  const { attempt, busy, trouble, dialog } = useProof();
  const submit = (event: Event): void => {
    event.preventDefault();
    const digits = code.replace(/\s/g, '');
    setMissing(digits === '');
    if (digits === '' || busy) return;
    void attempt(async () => {
      await addApp(digits);
      onDone();
      await queries.invalidateQueries({ queryKey: ACCOUNT });
    });
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <ol class="stack-small">
        <li>{t.account.appOne}</li>
        <li>{t.account.appTwo}</li>
        <li>{t.account.appThree}</li>
      </ol>
      <KeyPicture text={secret.url} name={t.account.appPicture} />
      <code>{secret.secret.match(/.{1,4}/g)?.join(' ')}</code>
      <ButtonOut href={secret.url} look="quiet" icon="phone">
        {t.account.appLink}
      </ButtonOut>
      <TextField label={t.account.code} inputMode="numeric" autoComplete="one-time-code" maxLength={8} value={code} onChange={setCode} error={missing ? t.account.appCodeMissing : trouble} />
      <Button type="submit" wide busy={busy}>
        {t.account.appTurnOn}
      </Button>
      {dialog}
    </form>
  );
}
