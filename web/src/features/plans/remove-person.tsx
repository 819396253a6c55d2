/** Taking somebody off the list of support people: asked once, then done. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JSX } from 'preact';
import { useState } from 'preact/compat';

import { removeSupportPerson, supportPeopleQuery, type SupportPerson } from '../../api/plans';
import { sentenceOf } from '../../api/trouble';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Notice } from '../../ui/notice';

export function RemovePerson({ person: { id, name } }: { person: SupportPerson }): JSX.Element {
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const removing = useMutation({
    mutationFn: () => removeSupportPerson(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: supportPeopleQuery.queryKey }),
  });
  return (
    <>
      <Button look="quiet" label={`${t.plan.people.remove}: ${name}`} onClick={() => setAsking(true)}>
        {t.plan.people.remove}
      </Button>
      {asking && (
        <Dialog title={t.plan.people.removeAsk(name)} onClose={() => setAsking(false)}>
          {removing.isError && (
            <Notice tone="warm" urgent>
              {sentenceOf(removing.error, t.plan.saveOffline)}
            </Notice>
          )}
          <Button busy={removing.isPending} onClick={() => removing.mutate()}>
            {t.plan.people.removeYes}
          </Button>
          <Button look="secondary" onClick={() => setAsking(false)}>
            {t.common.cancel}
          </Button>
        </Dialog>
      )}
    </>
  );
}
