/** What this page is for, told once and agreed to before anything of anybody is shown. */
import { useMutation } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { acceptRules } from '../../api/family';
import { sentenceOf } from '../../api/trouble';
import type { FamilyShared } from '../../api/types';
import { t } from '../../lib/strings';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { PrivateNotice } from '../../ui/sharing/shared-card';

interface RulesProps {
  rules: FamilyShared['rules'];
  notice: string;
  onRead: () => void;
}

export function Rules({ rules: { text }, notice, onRead }: RulesProps): JSX.Element {
  const agree = useMutation({ mutationFn: acceptRules, onSuccess: onRead });
  const [title = '', ...paragraphs] = text.split(/\n\s*\n/);
  return (
    <>
      <section class="card stack-small" aria-labelledby="family-rules">
        <h2 id="family-rules">{title}</h2>
        {paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        {agree.isError && (
          <Notice tone="warm" urgent>
            {sentenceOf(agree.error, t.family.rulesOffline)}
          </Notice>
        )}
        <Button wide busy={agree.isPending} onClick={() => agree.mutate()}>
          {t.family.rulesAgree}
        </Button>
      </section>
      <div class="shared-notice-alone">
        <PrivateNotice text={notice} />
      </div>
    </>
  );
}
