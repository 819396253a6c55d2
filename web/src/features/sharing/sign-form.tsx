/** The signature: of age, and a password or a code that proves who signs. Neither is kept. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';

export type Proof = { password: string } | { code: string };

type Way = 'password' | 'code';

interface SignFormProps {
  error: Error | null;
  busy: boolean;
  button: string;
  onSign: (proof: Proof) => void;
}

export function SignForm({ error, busy, button, onSign }: SignFormProps): JSX.Element {
  const [way, setWay] = useState<Way>('password');
  const [secret, setSecret] = useState('');
  const [adult, setAdult] = useState(false);
  const [checked, setChecked] = useState(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    setChecked(true);
    if (busy || !adult || secret === '') return;
    onSign(way === 'password' ? { password: secret } : { code: secret.trim() });
  };
  const other = (): void => {
    setWay(way === 'password' ? 'code' : 'password');
    setSecret('');
    setChecked(false);
  };
  const trouble = isOffline(error) ? t.sharing.signOffline : troubleBesides(error, ['password', 'code']);
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <Adult adult={adult} missing={checked && !adult} onChange={setAdult} />
      <Secret way={way} value={secret} error={checked && secret === '' ? 'missing' : error} onChange={setSecret} />
      <div>
        <Button look="quiet" onClick={other}>
          {way === 'password' ? t.sharing.withCode : t.sharing.withPassword}
        </Button>
      </div>
      {trouble !== undefined && (
        <Notice tone="warm" urgent>
          {trouble}
        </Notice>
      )}
      <Button type="submit" wide busy={busy}>
        {button}
      </Button>
    </form>
  );
}

function Adult({ adult, missing, onChange }: { adult: boolean; missing: boolean; onChange: (adult: boolean) => void }): JSX.Element {
  return (
    <div>
      <div class="choices">
        <label class="choice">
          <input type="checkbox" checked={adult} aria-invalid={missing || undefined} aria-describedby={missing ? 'adult-missing' : undefined} onChange={(event) => onChange(event.currentTarget.checked)} />
          <span>{t.sharing.adult}</span>
          {adult && <Icon name="check" />}
        </label>
      </div>
      {missing && (
        <p id="adult-missing" class="field-error" role="alert">
          {t.sharing.adultMissing}
        </p>
      )}
    </div>
  );
}

interface SecretProps {
  way: Way;
  value: string;
  /** The server's refusal, or that nothing was filled in. */
  error: Error | 'missing' | null;
  onChange: (value: string) => void;
}

function Secret({ way, value, error, onChange }: SecretProps): JSX.Element {
  const { label, missing, ...field } = fieldOf(way);
  const said = error === 'missing' ? missing : refusalAt(error, way);
  return <TextField key={way} label={label} {...field} value={value} onChange={onChange} error={said} />;
}

const fieldOf = (way: Way) =>
  way === 'password'
    ? ({ label: t.sharing.password, hint: t.sharing.passwordHint, missing: t.sharing.passwordMissing, type: 'password', autoComplete: 'current-password' } as const)
    : ({ label: t.sharing.code, missing: t.sharing.codeMissing, inputMode: 'numeric', autoComplete: 'one-time-code' } as const);
