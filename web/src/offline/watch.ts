/**
 * What may be said of who watches. The server's sentence holds for a moment, so it is never kept:
 * with no line, or while what was said is still on this phone, we promise nobody.
 */
import { useQuery } from '@tanstack/react-query';

import { watchQuery } from '../api/contact';
import { t } from '../lib/strings';

/** The words for a safety screen; `sent`: what was said has reached the server. */
export function useWatchWords(sent: boolean): string {
  const { data, error } = useQuery(watchQuery);
  if (!data || error || (data.watched && !sent)) return t.help.watchUnknown;
  return data.sentence;
}
