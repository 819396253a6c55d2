/** Who reads what a client writes, in Spanish. */
import type * as en from '../en/agreement';

export const agreement: typeof en.agreement = {
  title: 'Quién lee lo que usted escribe',
  first: 'Lea esto antes de empezar, por favor.',
  accept: 'Lo he leído',
  accepted: (day) => `Usted dijo el ${day} que lo leyó.`,
  now: 'Ahora mismo',
  notSaved: 'No se guardó. Inténtelo otra vez.',
  offline: 'Se verá cuando haya señal. ¿No está a salvo? Llame o escriba al 988, o llame al 911.',
};
