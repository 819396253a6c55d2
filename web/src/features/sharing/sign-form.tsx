/** The signature: of age, and a password, a code or a passkey that proves who signs. None is kept. */
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { isOffline } from '../../api/problem';
import { refusalAt, troubleBesides } from '../../api/refusals';
import { usePasskey } from '../../api/use-passkey';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';

/** With neither, a passkey was shown a moment before. */
export type Proof = { password: string } | { code: string } | Record<string, never>;

type Way = 'password' | 'code';

interface SignFormProps {
  error: Error | null;
  busy: boolean;
  button: string;
  onSign: (proof: Proof) => void;
}

export function SignForm({ error, busy, button, onSign }: SignFormProps): JSX.Element {
  const form = useSignature(busy, onSign);
  const passkey = usePasskey(() => onSign({}));
  const withPasskey = (): void => {
    if (form.ofAge()) passkey.show();
  };
  const refused = passkey.error ?? error;
  const trouble = isOffline(refused) ? t.sharing.signOffline : troubleBesides(refused, ['password', 'code']);
  return (
    <form class="stack" noValidate onSubmit={form.submit}>
      <Adult adult={form.adult} missing={form.adultMissing} onChange={form.setAdult} />
      <Secret way={form.way} value={form.secret} error={form.secretMissing ? 'missing' : error} onChange={form.setSecret} />
      <div>
        <Button look="quiet" onClick={form.other}>
          {form.way === 'password' ? t.sharing.withCode : t.sharing.withPassword}
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
      {passkey.offered && (
        <Button look="secondary" wide icon="lock" busy={passkey.busy || busy} onClick={withPasskey}>
          {t.sharing.withPasskey}
        </Button>
      )}
    </form>
  );
}

/** What was filled in, and what is missing from it once somebody tried. */
function useSignature(busy: boolean, onSign: (proof: Proof) => void) {
  const [way, setWay] = useState<Way>('password');
  const [secret, setSecret] = useState('');
  const [adult, setAdult] = useState(false);
  const [asked, setAsked] = useState({ adult: false, secret: false });
  const ofAge = (): boolean => {
    setAsked((before) => ({ ...before, adult: true }));
    return adult && !busy;
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    setAsked({ adult: true, secret: true });
    if (busy || !adult || secret === '') return;
    onSign(way === 'password' ? { password: secret } : { code: secret.trim() });
  };
  const other = (): void => {
    setWay(way === 'password' ? 'code' : 'password');
    setSecret('');
    setAsked({ adult: false, secret: false });
  };
  return { way, secret, setSecret, adult, setAdult, adultMissing: asked.adult && !adult, secretMissing: asked.secret && secret === '', ofAge, submit, other };
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
