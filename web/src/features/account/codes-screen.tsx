/** Recovery codes: how many are left, and new ones, which are shown this once. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { ACCOUNT, factorsQuery, newCodes } from '../../api/account';
import { t } from '../../lib/strings';
import { AskFirst } from '../../ui/ask-first';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { Awaited, Part } from './part';
import { useProof } from './use-proof';

export function CodesScreen(): JSX.Element {
  const factors = useQuery(factorsQuery);
  const [shown, setShown] = useState<readonly string[]>([]);
  const kept = factors.data?.find((factor) => factor.type === 'recovery_codes');
  const mayHave = factors.data?.some(({ type }) => type === 'totp' || type === 'webauthn');
  return (
    <Part title={t.account.codes} lead={t.account.codesLead}>
      <Awaited query={factors} />
      {mayHave === false && <Notice>{t.account.codesNeedApp}</Notice>}
      {shown.length > 0 && <Shown codes={shown} onKept={() => setShown([])} />}
      {mayHave === true && shown.length === 0 && (
        <>
          <p>{kept ? t.account.codesLeft(kept.unused_code_count, kept.total_code_count) : t.account.codesNone}</p>
          <Make replaces={kept !== undefined} onMade={setShown} />
        </>
      )}
    </Part>
  );
}

function Make({ replaces, onMade }: { replaces: boolean; onMade: (codes: readonly string[]) => void }): JSX.Element {
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const { attempt, busy, trouble, dialog } = useProof();
  const make = (): void =>
    void attempt(async () => {
      onMade(await newCodes());
      await queries.invalidateQueries({ queryKey: ACCOUNT });
    });
  return (
    <>
      {!replaces && trouble !== undefined && <Notice tone="warm">{trouble}</Notice>}
      <Button busy={busy} onClick={replaces ? () => setAsking(true) : make}>
        {t.account.codesNew}
      </Button>
      {asking && !dialog && (
        <AskFirst title={t.account.codesNewAsk} yes={t.account.codesNew} busy={busy} trouble={trouble} onYes={make} onClose={() => setAsking(false)}>
          <p>{t.account.codesNewBody}</p>
        </AskFirst>
      )}
      {dialog}
    </>
  );
}

function Shown({ codes, onKept }: { codes: readonly string[]; onKept: () => void }): JSX.Element {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(codes.join('\n'));
    setCopied(true);
  };
  return (
    <section class="card stack-small">
      <p>
        <strong>{t.account.codesOnce}</strong>
      </p>
      <ul class="account-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p role="status">{copied && t.account.codesCopied}</p>
      <div class="moves no-print">
        <Button look="secondary" onClick={() => void copy()}>
          {t.account.codesCopy}
        </Button>
        <Button look="secondary" onClick={() => window.print()}>
          {t.account.codesPrint}
        </Button>
        <Button onClick={onKept}>{t.account.codesKept}</Button>
      </div>
    </section>
  );
}
