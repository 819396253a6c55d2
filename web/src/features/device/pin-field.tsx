/** Six digits, large, not shown. */
import type { JSX } from 'preact';

import { PIN_LENGTH } from '../../offline/pin';
import { TextField } from '../../ui/field';

interface PinFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

export function PinField({ label, value, onChange, error }: PinFieldProps): JSX.Element {
  const digits = (text: string): void => onChange(text.replace(/\D/g, '').slice(0, PIN_LENGTH));
  return (
    <div class="pin-field">
      <TextField label={label} type="password" inputMode="numeric" autoComplete="off" maxLength={PIN_LENGTH} value={value} onChange={digits} error={error} />
    </div>
  );
}
