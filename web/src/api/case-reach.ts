/** For whoever answers an alert: how its client is reached, and their safety plan. Each reading is kept. */
import { queryOptions } from '@tanstack/react-query';

import { api, bodyOf } from './client';
import type { SafetyPlan } from './plans';
import { isProblem } from './problem';
import type { components } from './schema';

export type ClientReach = components['schemas']['ReachOutput'];

export const clientReachQuery = (client: string) =>
  queryOptions({
    queryKey: ['case-reach', client],
    queryFn: async () => bodyOf(await api.GET('/api/v1/clients/{client_id}/reach/', { params: { path: { client_id: client } } })),
  });

/** Null where there is none yet. */
export const alertPlanQuery = (alert: string) =>
  queryOptions({
    queryKey: ['case-reach', 'plan', alert],
    queryFn: async (): Promise<SafetyPlan | null> => {
      try {
        return bodyOf(await api.GET('/api/v1/alerts/{alert_id}/safety-plan/', { params: { path: { alert_id: alert } } }));
      } catch (error) {
        if (isProblem(error) && error.status === 404) return null;
        throw error;
      }
    },
  });
