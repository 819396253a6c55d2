/** Saving once, however often the button is pressed, and saying why it did not work. */
import { useState } from 'preact/compat';

import { t } from '../../lib/strings';

interface Saving {
  saving: boolean;
  trouble: string | undefined;
  save: () => void;
}

export function useSaving(onSave: () => Promise<boolean>): Saving {
  const [saving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const save = (): void => {
    if (saving) return;
    setSaving(true);
    setTrouble(undefined);
    void onSave()
      .then((saved) => {
        if (!saved) setTrouble(t.diary.needOne);
      })
      .catch(() => setTrouble(t.diary.saveFault))
      .finally(() => setSaving(false));
  };
  return { saving, trouble, save };
}
