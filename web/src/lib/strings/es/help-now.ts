/** “Help me now”, in Spanish. Fifth-grade words or simpler: read in a hard moment. */
import type * as en from '../en/help-now';

export const helpNow: typeof en.helpNow = {
  title: 'Necesito ayuda ya',
  lead: 'Elija lo que más se parece. No hay respuesta mala.',
  ask: '¿Qué pasa?',
  needs: {
    craving: 'Ganas',
    panic: 'Pánico',
    angry: 'Enojo',
    numb: 'No siento nada',
    sleep: 'No puedo dormir',
    low: 'Siento tristeza',
    about_to_use: 'Estoy a punto de consumir',
  },
  howStrong: '¿Qué tan fuerte es ahora?',
  change: 'Cambiar',
  changeNeed: 'Cambiar lo que pasa',
  low: 'Casi nada',
  high: 'Lo peor posible',
  logUrge: 'Anotar estas ganas',
  logChange: (level) => `Anotarlas como ${level}`,
  logged: 'Estas ganas quedaron anotadas.',
  tryThis: 'Pruebe esto',
  tryFirst: 'Empiece con esto',
  callFirst: 'Esto es mucho para llevarlo a solas. Hable con alguien ahora.',
  callFirstUse: 'No tiene que consumir a solas. Llame primero. Tenga naloxona cerca.',
  none: 'Aún no hay ejercicios para esto en este teléfono. Toque Ayuda para hablar con una persona.',
  offlineBody: 'Los ejercicios se cargan la primera vez que haya señal. Mientras tanto, toque Ayuda para hablar con una persona.',
  notEnough: '¿Nada le sirve, o es demasiado?',
  people: 'Ver quién puede ayudar',
  minutes: (count) => `${count} min`,
  found: (count) => (count === 1 ? '1 cosa para probar.' : `${count} cosas para probar.`),
  /** The server's sentences, said with “usted”. */
  why: {
    short: 'Corto y pensado para esto.',
    fits: 'Pensado para esto.',
    noChange: 'Ya lo probó. Aún no ha cambiado mucho.',
    often: {
      here: (helped, tried, mean) => `Le ayudó ${helped} de ${tried} veces, ${mean} puntos de media, con esta intensidad.`,
      elsewhere: (helped, tried, mean) => `Le ayudó ${helped} de ${tried} veces, ${mean} puntos de media, en otros momentos.`,
    },
    once: {
      here: (mean) => `Le ayudó la vez que lo probó, ${mean} puntos, con esta intensidad.`,
      elsewhere: (mean) => `Le ayudó la vez que lo probó, ${mean} puntos, en otro momento.`,
    },
    some: {
      here: (helped, tried) => `Le ayudó ${helped} de ${tried} veces con esta intensidad.`,
      elsewhere: (helped, tried) => `Le ayudó ${helped} de ${tried} veces, en otros momentos.`,
    },
  },
};
