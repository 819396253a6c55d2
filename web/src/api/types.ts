/** Our names for the shapes that the generated schema describes. */
import type { components } from './schema';

type Schemas = components['schemas'];

export type Me = Schemas['MeOutput'];
export type Role = Me['roles'][number];
export type CheckIn = Schemas['CheckInOutput'];
export type CheckInBody = Schemas['CheckInInputRequest'];
export type Session = Schemas['SessionOutput'];
export type SkillSummary = Schemas['SkillSummaryOutput'];
export type Skill = Schemas['SkillOutput'];
export type Step = Schemas['SkillStepOutput'];
export type Field = Schemas['SkillFieldOutput'];
export type PracticeBody = Schemas['PracticeInputRequest'];
export type Alert = Schemas['InboxRowOutput'];
export type AlertState = Alert['state'];
export type Resolution = Schemas['ResolveInputRequest'];
export type FamilyShared = Schemas['SharedPageOutput'];
