/** After a check-in was saved: once, whether notes may show; from the third on, the home screen. Never both at once. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/compat';

import { useDevice } from '../../offline/device';
import { keep, recall } from '../../offline/keeping';
import { useNotes } from '../../offline/use-notes';
import type { Vault } from '../../offline/vault';
import { AskNotes } from '../../ui/ask-notes';
import { OfferInstall } from '../../ui/install';

const SAVED = 'check-ins-saved';
/** By then somebody knows whether the app is of use to them. */
const OFFERED_AT = 3;

export function After(): JSX.Element | null {
  const { vault } = useDevice();
  const [saved, setSaved] = useState(0);
  const notes = useNotes(true);
  useEffect(() => void countOne(vault).then(setSaved), [vault]);
  if (notes) return <AskNotes {...notes} />;
  return saved >= OFFERED_AT ? <OfferInstall /> : null;
}

/** How many check-ins were saved on this device by who is signed in, this one too. */
async function countOne(vault: Vault): Promise<number> {
  const before = (await recall(vault, SAVED).catch(() => undefined)) as number | undefined;
  const saved = (before ?? 0) + 1;
  await keep(vault, SAVED, saved);
  return saved;
}
