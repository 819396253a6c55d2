/** The sections of a client's page. A new one is a line here and a screen of its own. */
import type { ComponentType } from 'preact';
import { lazy } from 'preact/compat';

import { t } from '../../lib/strings';
import { PlansTab } from './plans-tab';

// Chunks of their own, so that the page opens fast.
const DiaryTab = lazy(() => import('./diary-tab').then((m) => ({ default: m.DiaryTab })));
const SkillsTab = lazy(() => import('./skills-tab').then((m) => ({ default: m.SkillsTab })));

export interface ClientTab {
  /** The last part of its path; the first tab is also the page itself. */
  slug: string;
  label: () => string;
  Contents: ComponentType<{ client: string }>;
}

export const CLIENT_TABS: readonly ClientTab[] = [
  { slug: 'plans', label: () => t.clients.tabs.plans, Contents: PlansTab },
  { slug: 'diary', label: () => t.clients.tabs.diary, Contents: DiaryTab },
  { slug: 'skills', label: () => t.clientSkills.tab, Contents: SkillsTab },
];
