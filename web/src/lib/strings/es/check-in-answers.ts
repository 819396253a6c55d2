/** What was answered in a check-in, short enough for a table, in Spanish. */
import type * as en from '../en/check-in-answers';

export const checkInAnswers: typeof en.checkInAnswers = {
  groups: { feeling: 'Cómo estuvo', safety: 'Seguridad y ganas', sleep: 'Sueño', own: 'Preguntas propias' },
  rows: {
    mood: 'Ánimo',
    stress: 'Estrés',
    connection: 'Cerca de otros',
    confidence: 'Confianza en el día',
    safety: 'A salvo',
    craving: 'Ganas de consumir',
    used: 'Bebió o consumió',
    medication: 'Medicina',
    sleep_hours: 'Horas de sueño',
    sleep_quality: 'Calidad del sueño',
  },
  safety: { safe: 'Sí', unsure: '?', unsafe: 'No' },
  safetySpoken: { safe: 'Se sentía a salvo', unsure: 'No sabía', unsafe: 'No se sentía a salvo' },
  medication: { taken: 'Sí', missed: 'No', none: '–' },
  medicationSpoken: { taken: 'Tomada', missed: 'No tomada', none: 'No toma ninguna' },
  yes: 'Sí',
  no: 'No',
  ended: (label) => `${label} (terminada)`,
  lead: 'Los números van de 0 a 10. Un punto quiere decir: lo hizo. Una raya quiere decir: sin respuesta.',
  table: (from, to) => `Registros del ${from} al ${to}`,
  goal: (goal, outcome) => `Meta: ${goal} (${outcome})`,
  goalBefore: (goal) => `Meta: ${goal}`,
  earlier: 'Antes del cambio',
  earlierLead: 'Lo que se dijo primero y luego se dijo de otra manera.',
  earlierOf: (day, moment) => `${day}, dicho: ${moment}`,
  outcomes: { done: 'hecha', partly: 'en parte', not_today: 'ese día no', none: 'aún sin preguntar' },
  note: (words) => `Nota: ${words}`,
  changed: (times) =>
    times === 1 ? 'Se cambió o se le agregó algo una vez. Lo que se dijo antes se queda guardado.' : `Se cambió o se le agregó algo ${times} veces. Lo que se dijo antes se queda guardado.`,
  part: 'Solo se respondió una parte de las preguntas.',
  late: 'Se envió otro día, más tarde.',
  clock: 'Quizás el reloj del teléfono estaba mal. Guardamos esto y lo marcamos.',
};
