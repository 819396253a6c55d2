/** How people change in a program, in Spanish; for administrators. */
import type * as en from '../en/outcomes';

export const outcomes: typeof en.outcomes = {
  title: 'Resultados',
  lead: 'Cambio desde la primera semana, por semana en el programa. Solo sobre grupos de personas.',
  none: 'Todavía no hay programa',
  program: 'Programa',
  least: (count: number): string => `Un número se muestra solo cuando representa al menos a ${count} personas.`,
  withheld: (count: number): string => `menos de ${count} personas`,
  withheldAll: (count: number): string => `Hay menos de ${count} personas en cada semana, así que no se muestra nada.`,
  download: 'Descargar como tabla (CSV)',
  chart: 'Cambio promedio por semana en el programa, con su intervalo del 95%. Un hueco quiere decir muy pocas personas.',
  heads: { week: 'Semana', people: 'Personas', first: 'Promedio inicial', change: 'Cambio promedio', interval: 'Intervalo del 95%', missing: 'Faltan', asOf: 'Al día' },
  interval: (low: string, high: string): string => `${low} a ${high}`,
  bands: { under_a_quarter: 'menos de un cuarto', under_a_half: 'menos de la mitad', half_or_more: 'la mitad o más' },
  rules: (version: string): string => `Calculado con las reglas ${version}.`,
  measures: {
    mood: 'Ánimo, 0 a 10',
    sleep_hours: 'Sueño, horas por noche',
    sleep_quality: 'Calidad del sueño, 0 a 10',
    craving: 'Ganas de consumir, 0 a 10',
    stress: 'Estrés, 0 a 10',
    connection: 'Cercanía con otras personas, 0 a 10',
    confidence: 'Confianza, 0 a 10',
    'phq-9': 'PHQ-9',
    'gad-7': 'GAD-7',
    'pcl-5': 'PCL-5',
    'audit-c': 'AUDIT-C',
    'dast-10': 'DAST-10',
    'who-5': 'WHO-5',
  },
};
