/** English, the language every other one is measured against. */
import { alerts } from './alerts';
import { checkIn } from './check-in';
import { clientSkills } from './client-skills';
import { clients } from './clients';
import { common } from './common';
import { diary } from './diary';
import { exercises } from './exercises';
import { family } from './family';
import { help } from './help';
import { helpNow } from './help-now';
import { me } from './me';
import { plan } from './plan';
import { signIn } from './sign-in';
import { skills } from './skills';
import { today } from './today';

export const en = { alerts, checkIn, clients, clientSkills, common, diary, exercises, family, help, helpNow, me, plan, signIn, skills, today };
