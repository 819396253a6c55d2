/** Six digits offered to the server, and what to say when it will not have them. */
import { useState } from 'preact/compat';

import { isProblem } from '../../api/problem';
import { t } from '../../lib/strings';

interface Code {
  code: string;
  setCode: (code: string) => void;
  refusal: string | undefined;
  busy: boolean;
  submit: (event: Event) => Promise<void>;
}

export function useCode(offer: (code: string) => Promise<void>): Code {
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setRefusal(undefined);
    try {
      await offer(code.replace(/\s/g, ''));
    } catch (error) {
      setRefusal(sentenceFor(error));
    } finally {
      setBusy(false);
    }
  };
  return { code, setCode, refusal, busy, submit };
}

function sentenceFor(error: unknown): string {
  if (!isProblem(error)) return t.signIn.failed;
  if (error.isOffline) return t.signIn.offline;
  if (error.status === 429) return t.signIn.tooMany;
  return error.status === 400 ? t.signIn.codeWrong : t.signIn.setUpAgain;
}
