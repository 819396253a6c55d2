/** Saving once, however often the button is pressed. */
import { useState } from 'preact/compat';

interface Saving {
  saving: boolean;
  save: () => void;
}

export function useSaving(onSave: () => Promise<boolean>, onMissing: () => void): Saving {
  const [saving, setSaving] = useState(false);
  const save = (): void => {
    if (saving) return;
    setSaving(true);
    void onSave()
      .then((saved) => {
        if (!saved) onMissing();
      })
      .finally(() => setSaving(false));
  };
  return { saving, save };
}
