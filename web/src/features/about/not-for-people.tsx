/** A box that no person sees or hears of. What fills it in is a machine, and the server knows that. */
import type { JSX } from 'preact';

export function NotForPeople({ value, onChange }: { value: string; onChange: (value: string) => void }): JSX.Element {
  return (
    <div class="about-off-screen" aria-hidden="true">
      <input name="website" tabIndex={-1} autoComplete="off" value={value} onInput={(event) => onChange(event.currentTarget.value)} />
    </div>
  );
}
