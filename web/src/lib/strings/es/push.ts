/** Avisos de la app en este dispositivo: cómo se ve uno, y la pregunta de si mostrarlos. */
import type { push as english } from '../en/push';

export const push: typeof english = {
  note: { title: 'Tiene una novedad', body: 'Abra la app.' },
  ask: '¿Le avisamos?',
  lead: 'Cuando algo le espera, este dispositivo puede mostrar un aviso corto. Se ve así:',
  noMore: 'Nunca dice más que eso, ni de qué se trata. Usted elige para qué y cuándo.',
  yes: 'Sí, mostrar avisos aquí',
  no: 'No, gracias',
  next: 'Ahora le pregunta su navegador. Ahí también puede decir que no.',
  working: 'Preparando',
  on: 'Los avisos están activados en este dispositivo. Puede cambiarlo cuando quiera en Yo, Recordatorios.',
  off: 'Está bien, sin avisos. No volveremos a preguntar. Si cambia de idea, mire en Yo, Recordatorios.',
  failed: 'No funcionó. Puede probar otra vez en Yo, Recordatorios.',
};
