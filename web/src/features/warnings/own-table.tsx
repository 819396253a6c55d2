/** Try a version on a table from elsewhere. The file goes to the server once and is not kept. */
import { useMutation } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/compat';

import { tryTable } from '../../api/warnings';
import { isProblem } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { TrialResult } from './trial-result';

export function OwnTable({ version }: { version: string }): JSX.Element {
  const id = useId();
  const [file, setFile] = useState<File>();
  const [checked, setChecked] = useState(false);
  const trying = useMutation({ mutationFn: async (chosen: File) => tryTable({ version, csv: await chosen.text() }) });
  const send = (): void => {
    setChecked(true);
    if (file) trying.mutate(file);
  };
  const trouble = trying.error ? troubleOf(trying.error) : checked && !file ? t.warnings.tableNeed : undefined;
  return (
    <details class="warnings-numbers">
      <summary>{t.warnings.tableTitle}</summary>
      <div class="stack-small">
        <p class="soft small">{t.warnings.tableLead}</p>
        <label class="field-label" for={id}>
          {t.warnings.tableFile}
        </label>
        <input id={id} type="file" accept=".csv,text/csv" onChange={(event) => setFile(event.currentTarget.files?.[0])} />
        {trouble !== undefined && (
          <Notice tone="warm" urgent>
            {trouble}
          </Notice>
        )}
        <div>
          <Button look="secondary" busy={trying.isPending} onClick={send}>
            {t.warnings.tableTry}
          </Button>
        </div>
        {trying.data && <TrialResult trial={trying.data} compared={false} />}
      </div>
    </details>
  );
}

function troubleOf(error: Error): string {
  const refusal: Record<string, unknown> = isProblem(error) ? { ...error.refusal } : {};
  const { row, column, detail } = refusal;
  if (typeof row === 'number' && typeof column === 'string' && typeof detail === 'string') return t.warnings.tableAt(row, column, detail);
  return sentenceOf(error);
}
