/** My passkeys: make one on this device, name them, take one away. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { ACCOUNT, factorsQuery, removePasskey, renamePasskey, type Factor } from '../../api/account';
import { addPasskey, canUsePasskeys } from '../../api/passkey';
import { t } from '../../lib/strings';
import { readPhone } from '../../offline/phone';
import { AskFirst } from '../../ui/ask-first';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Notice } from '../../ui/notice';
import { SmallForm } from '../../ui/small-form';
import { dayOfSeconds } from './moments';
import { Awaited, Part } from './part';
import { useProof } from './use-proof';

type Passkey = Extract<Factor, { type: 'webauthn' }>;

export function PasskeysScreen(): JSX.Element {
  const factors = useQuery(factorsQuery);
  const passkeys = factors.data?.filter((factor) => factor.type === 'webauthn');
  return (
    <Part title={t.account.passkeys} lead={t.account.passkeysAbout}>
      <Awaited query={factors} />
      {passkeys?.length === 0 && <p>{t.account.passkeysNone}</p>}
      {passkeys && passkeys.length > 0 && (
        <ul class="account-list">
          {passkeys.map((passkey) => (
            <OnePasskey key={passkey.id} passkey={passkey} />
          ))}
        </ul>
      )}
      {passkeys && <Add />}
    </Part>
  );
}

function Add(): JSX.Element {
  const [open, setOpen] = useState(false);
  const [added, setAdded] = useState(false);
  const queries = useQueryClient();
  if (!canUsePasskeys()) return <Notice>{t.account.passkeysUnknown}</Notice>;
  const onAdded = async (): Promise<void> => {
    setOpen(false);
    setAdded(true);
    await queries.invalidateQueries({ queryKey: ACCOUNT });
  };
  return (
    <>
      <p role="status">{added && t.account.passkeyAdded}</p>
      {readPhone().shared && <Notice tone="warm">{t.account.passkeysShared}</Notice>}
      {open ? (
        <NameForm save={t.account.passkeyAdd} first="" onClose={() => setOpen(false)} onName={addPasskey} onDone={onAdded} />
      ) : (
        <Button icon="lock" wide onClick={() => setOpen(true)}>
          {t.account.passkeyAdd}
        </Button>
      )}
    </>
  );
}

interface NameFormProps {
  first: string;
  save: string;
  onName: (name: string) => Promise<unknown>;
  onDone: () => Promise<void>;
  onClose: () => void;
}

function NameForm({ first, save, onName, onDone, onClose }: NameFormProps): JSX.Element {
  const [name, setName] = useState(first);
  const [missing, setMissing] = useState(false);
  const { attempt, busy, trouble, dialog } = useProof();
  const send = (): void => {
    setMissing(name.trim() === '');
    if (name.trim() === '') return;
    void attempt(async () => {
      await onName(name.trim());
      await onDone();
    });
  };
  return (
    <>
      <SmallForm trouble={trouble} save={save} busy={busy} onSave={send} onClose={onClose}>
        <TextField label={t.account.passkeyName} hint={t.account.passkeyNameHint} maxLength={60} value={name} onChange={setName} error={missing ? t.account.passkeyNameMissing : undefined} />
      </SmallForm>
      {dialog}
    </>
  );
}

function OnePasskey({ passkey }: { passkey: Passkey }): JSX.Element {
  const [act, setAct] = useState<'rename' | 'remove'>();
  const queries = useQueryClient();
  const { attempt, busy, trouble, dialog } = useProof();
  const close = (): void => setAct(undefined);
  const changed = async (): Promise<void> => {
    close();
    await queries.invalidateQueries({ queryKey: ACCOUNT });
  };
  const remove = async (): Promise<void> => {
    await removePasskey(passkey.id);
    await changed();
  };
  if (act === 'rename') return <li><NameForm first={passkey.name} save={t.account.save} onName={(name) => renamePasskey({ id: passkey.id, name })} onDone={changed} onClose={close} /></li>;
  return (
    <li class="card account-item">
      <div class="account-item-words">
        <strong>{passkey.name}</strong>
        <span class="soft small">{historyOf(passkey)}</span>
      </div>
      <div class="moves">
        <Button look="quiet" label={t.account.passkeyRenameNamed(passkey.name)} onClick={() => setAct('rename')}>
          {t.account.passkeyRename}
        </Button>
        <Button look="quiet" label={t.account.passkeyRemoveNamed(passkey.name)} onClick={() => setAct('remove')}>
          {t.account.passkeyRemove}
        </Button>
      </div>
      {act === 'remove' && !dialog && (
        <AskFirst title={t.account.passkeyRemoveAsk(passkey.name)} yes={t.account.passkeyRemove} busy={busy} trouble={trouble} onYes={() => void attempt(remove)} onClose={close}>
          <p>{t.account.passkeyRemoveBody}</p>
        </AskFirst>
      )}
      {dialog}
    </li>
  );
}

function historyOf({ created_at: made, last_used_at: used }: Passkey): string {
  const said = [t.account.made(dayOfSeconds(made))];
  if (typeof used === 'number') said.push(t.account.used(dayOfSeconds(used)));
  return said.join(', ');
}
