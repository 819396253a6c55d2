/** My signature and my clinician's under the version on the screen. */
import type { JSX } from 'preact';

import { isOffline, isProblem } from '../../api/problem';
import { OWN, type Plan } from '../../api/plans';
import { usePlanSigning } from '../../api/use-plan-signing';
import { fullDate } from '../../lib/dates';
import { dayOf } from '../../lib/day-of';
import { language, t } from '../../lib/strings';
import { PlanSigning } from '../../ui/plan/plan-signing';

export function Signing({ plan }: { plan: Plan }): JSX.Element {
  const { sign, busy, trouble } = usePlanSigning(OWN, plan);
  const { client_signed_at: mine, clinician_signed_at: theirs, clinician } = plan;
  const parties = [
    { sentence: mine ? t.plan.youSigned(dayOf(mine)) : t.plan.youNot, done: mine !== null },
    { sentence: theirs && clinician ? t.plan.clinicianSigned(clinician.name, dayOf(theirs)) : t.plan.clinicianNot, done: theirs !== null },
  ];
  return (
    <PlanSigning
      parties={parties}
      about={`${t.plan.versionBy(plan.version, plan.written_by.name, dayOf(plan.written_at))} ${t.plan.reviewOn(fullDate(plan.review_on, language))}`}
      sign={mine ? undefined : { label: t.plan.sign, meaning: t.plan.signMeans, busy, trouble: sentenceFor(trouble), onSign: sign }}
    />
  );
}

function sentenceFor(trouble: 'newer' | Error | undefined): string | undefined {
  if (trouble === undefined) return undefined;
  if (trouble === 'newer') return t.plan.changedMeanwhile;
  if (isOffline(trouble)) return `${t.common.offlineTitle}. ${t.common.offlineBody}`;
  return isProblem(trouble) && trouble.refusal.detail ? trouble.refusal.detail : t.common.errorBody;
}
