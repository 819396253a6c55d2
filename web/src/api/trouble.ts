/** Why something did not work, in a sentence: no line, the server's own, or ours. */
import { t } from '../lib/strings';
import { isOffline, isProblem } from './problem';

export function sentenceOf(error: Error, offline = `${t.common.offlineTitle}. ${t.common.tryAgain}.`): string {
  if (isOffline(error)) return offline;
  return isProblem(error) && error.refusal.detail ? error.refusal.detail : t.common.errorBody;
}
