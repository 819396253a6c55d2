/** English, the language every other one is measured against. */
import { alerts } from './alerts';
import { checkIn } from './check-in';
import { clients } from './clients';
import { common } from './common';
import { diary } from './diary';
import { family } from './family';
import { help } from './help';
import { helpNow } from './help-now';
import { me } from './me';
import { plan } from './plan';
import { signIn } from './sign-in';
import { skills } from './skills';
import { today } from './today';

export const en = { alerts, checkIn, clients, common, diary, family, help, helpNow, me, plan, signIn, skills, today };
