/** One move on a sharing; afterwards everything about sharing is asked for anew. */
import { moveSharing, SHARING, type Consent } from '../../api/sharing';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';

export function useMoves(onDone?: (consent: Consent) => void) {
  const moving = useSending(moveSharing, [SHARING, ['between']], onDone);
  return { ...moving, trouble: moving.error ? sentenceOf(moving.error, t.sharing.stopOffline) : undefined };
}
