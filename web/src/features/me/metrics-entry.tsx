/** The way to how alerts are answered, for those of the staff who may see it. */
import { useQuery } from '@tanstack/react-query';
import type { JSX } from 'preact';

import { metricsProgramsQuery } from '../../api/metrics';
import { t } from '../../lib/strings';
import { RowLink } from '../../ui/row-link';

export function MetricsEntry(): JSX.Element | null {
  const programs = useQuery(metricsProgramsQuery).data ?? [];
  if (programs.length === 0) return null;
  return (
    <RowLink to="/metrics" icon="chart" title={t.me.metrics}>
      {t.me.metricsAbout}
    </RowLink>
  );
}
