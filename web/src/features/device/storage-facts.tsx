/** What the browser promises about what lies here. */
import type { JSX } from 'preact';
import { useEffect, useState, useSyncExternalStore } from 'preact/compat';

import { t } from '../../lib/strings';
import { onStorageTrouble, storageTrouble } from '../../offline/database';
import { Button } from '../../ui/button';

export function StorageFacts(): JSX.Element {
  const trouble = useSyncExternalStore(onStorageTrouble, storageTrouble);
  const { persisted, asked, ask } = usePersisted();
  return (
    <section class="card stack-small" aria-labelledby="storage">
      <h2 id="storage">{t.device.storageTitle}</h2>
      <p>{wordsFor(trouble)}</p>
      {persisted && <p class="soft">{t.device.storagePersisted}</p>}
      {!persisted && asked && (
        <p class="soft" role="status">
          {t.device.storageNotPersisted}
        </p>
      )}
      {persisted === false && !asked && (
        <div>
          <Button look="secondary" onClick={ask}>
            {t.device.storagePersist}
          </Button>
        </div>
      )}
    </section>
  );
}

function wordsFor(trouble: ReturnType<typeof storageTrouble>): string {
  if (trouble === 'denied') return t.device.storageDenied;
  return trouble === 'full' ? t.device.storageFull : t.device.storageFine;
}

function usePersisted(): { persisted: boolean | undefined; asked: boolean; ask: () => void } {
  const [persisted, setPersisted] = useState<boolean>();
  const [asked, setAsked] = useState(false);
  const storage = navigator.storage as StorageManager | undefined;
  useEffect(() => {
    void storage?.persisted().then(setPersisted, () => undefined);
  }, [storage]);
  const ask = (): void => {
    void storage?.persist().then(setPersisted, () => undefined).finally(() => setAsked(true));
  };
  return { persisted, asked, ask };
}
