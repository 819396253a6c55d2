/** Bring in answers that were given elsewhere, as a FHIR file. Its totals are worked out again here. */
import type { JSX } from 'preact';

import { importResponse, responsesKey } from '../../api/client-progress';
import { problemsOf } from '../../api/questionnaire-library';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { Notice } from '../../ui/notice';

export function ResponseImport({ client }: { client: string }): JSX.Element {
  const sending = useSending((file: string) => importResponse(client, file), [responsesKey(client)]);
  const words = t.clientProgress.results;
  const choose = (file: File | undefined): void => {
    if (file && !sending.isPending) void file.text().then((text) => sending.mutate(text));
  };
  return (
    <details>
      <summary>{words.importTitle}</summary>
      <div class="stack-small">
        <label class="field">
          <span class="field-label">{words.importFile}</span>
          <input type="file" accept=".json,application/json,application/fhir+json" onChange={(event) => choose(event.currentTarget.files?.[0])} />
        </label>
        <p class="soft small">{words.importHint}</p>
        <p role="status">{sending.isSuccess ? words.importDone : ''}</p>
        {sending.error && (
          <Notice tone="warm" urgent>
            <p class="strong">{sentenceOf(sending.error)}</p>
            <ul>
              {problemsOf(sending.error).map(({ path, sentence }) => (
                <li key={`${path} ${sentence}`}>
                  <code>{path}</code> {sentence}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
    </details>
  );
}
