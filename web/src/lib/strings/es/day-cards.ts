/** Cards of Today that lead on to bigger screens, in Spanish. */
import type * as en from '../en/day-cards';

export const dayCards: typeof en.dayCards = {
  assigned: {
    title: 'De su equipo de atención',
    by: (name: string): string => `${name} le pidió que probara esto.`,
    due: (day: string): string => `Para el ${day}`,
    dueToday: 'Para hoy',
    late: (day: string): string => `Era para el ${day}. Todavía puede hacerla.`,
    open: 'Empezar',
    skip: 'Saltar esta',
    skipNamed: (title: string): string => `Saltar esta: ${title}`,
    skipAsk: '¿Dejar esta de lado?',
    skipBody: 'Está bien. Su equipo verá que la saltó. Todavía puede hacerla desde la lista de habilidades.',
    skipYes: 'Sí, saltarla',
    skipKeep: 'Dejarla',
    skipOffline: 'Todavía no se saltó: no hay señal. Pruebe otra vez en un rato.',
    doneHere: 'Hecho. Se envía cuando haya señal.',
  },
  diary: {
    title: 'Tarjeta diaria',
    ask: 'Unos toques sobre su día. Salte lo que no va con usted.',
    askGoOn: 'Ya empezó. Sus respuestas siguen aquí.',
    fill: 'Llenar la tarjeta',
    goOn: 'Seguir con la tarjeta',
    change: 'Cambiar la tarjeta de hoy',
    refused: 'Su tarjeta diaria no se aceptó',
  },
};
