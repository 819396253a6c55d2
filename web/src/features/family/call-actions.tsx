/** Answering “please call me”: that it was seen goes back by itself, that I call is my press. */
import { useMutation } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useEffect } from 'preact/compat';

import { answerCall, seeCall } from '../../api/family';
import { isProblem } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';

interface CallActionsProps {
  call: { id: string; seen: boolean };
  /** The call was taken back meanwhile. */
  onOver: () => void;
}

export function CallActions({ call: { id, seen }, onOver }: CallActionsProps): JSX.Element {
  const answer = useMutation({ mutationFn: () => answerCall(id) });
  useEffect(() => {
    // Where it cannot be said now, the next look says it.
    if (!seen) void seeCall(id).catch(() => undefined);
  }, [id, seen]);
  if (answer.isSuccess) return <p role="status">{t.family.called}</p>;
  const over = isProblem(answer.error) && answer.error.status === 404;
  return (
    <>
      {answer.isError && (
        <Notice tone="warm" urgent>
          {over ? t.family.callOver : sentenceOf(answer.error)}
        </Notice>
      )}
      {over ? (
        <Button look="secondary" onClick={onOver}>
          {t.family.done}
        </Button>
      ) : (
        <Button icon="call" busy={answer.isPending} onClick={() => answer.mutate()}>
          {t.family.calling}
        </Button>
      )}
      <p class="small">{t.family.callingMeans}</p>
    </>
  );
}
