/** Whose notes I read: off until I choose, and nobody learns of it. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { BETWEEN, chooseNotes, noteChoicesQuery } from '../../api/between';
import { isOffline } from '../../api/problem';
import { sentenceOf } from '../../api/trouble';
import { useSending } from '../../api/use-sending';
import { t } from '../../lib/strings';
import { Asked } from '../../ui/asked';
import { Notice } from '../../ui/notice';
import { Switch } from '../../ui/switch';

export function NoteChoices(): JSX.Element {
  const asked = useQuery(noteChoicesQuery);
  const choosing = useSending(chooseNotes, [BETWEEN]);
  return (
    <section class="card stack-small" aria-labelledby="note-choices">
      <h2 id="note-choices">{t.between.choices}</h2>
      <p class="soft">{t.between.choicesLead}</p>
      {choosing.error && (
        <Notice tone="warm" urgent>
          {sentenceOf(choosing.error)}
        </Notice>
      )}
      <Asked query={asked} isOffline={isOffline} offlineBody={t.between.offlineBody}>
        {(people) => (
          <>
            {people.length === 0 && <p>{t.between.choicesNone}</p>}
            {people.map(({ person, name, receives }) => (
              <Switch
                key={person}
                label={name}
                on={receives}
                meaning={receives ? t.between.choiceOn : t.between.choiceOff}
                busy={choosing.isPending}
                onChange={(on) => choosing.mutate({ person, receives: on })}
              />
            ))}
          </>
        )}
      </Asked>
    </section>
  );
}
