/** Guías de una página para imprimir, y la pantalla que lleva a ellas. Cliente sexto grado, familia séptimo. */
import type { guides as english } from '../en/guides';

export const guides: typeof english = {
  title: 'Guía',
  lead: 'Qué hace esta app, en una página, y cómo tenerla en su teléfono.',
  backToMe: 'Yo',
  open: 'Una página para leer o imprimir',
  tour: 'La primera mirada, otra vez',
  tourAbout: 'Unas pocas tarjetas. Toma un minuto.',
  showTour: 'Mostrarla',
  print: 'Imprimir esta página',
  large: 'Letra grande',
  largeOn: 'La letra es grande. Se imprime en más de una hoja.',
  largeOff: 'Se imprime en una hoja de papel.',
  linesTitle: 'Ayuda, de día y de noche',
  inDanger: 'Si hay peligro ahora mismo, o una sobredosis: llame al 911.',
  crisis: 'Línea de crisis: llame al 988 y oprima el 2, o envíe AYUDA al 988.',
  state: 'Línea de ayuda de Massachusetts: 833-773-2445.',
  program: (name: string, day: string, night: string): string => [name, day && `de día ${day}`, night && `de guardia ${night}`].filter(Boolean).join(', '),
  missing: 'No existe esa guía',
  missingBody: 'Hay una para clientes, una para familias y una para profesionales.',
  who: {
    client: {
      title: 'Para usted, en el programa',
      lead: 'Esta app ayuda entre sus sesiones. No ocupa el lugar de una persona.',
      parts: [
        { title: 'Cada día', lines: ['Haga su registro. Toma un minuto y no hace falta escribir.', 'Mire Hoy: sus sesiones, su meta, una habilidad.', '¿Le faltó un día? Puede llenar los dos últimos.'] },
        { title: 'Cuando es difícil', lines: ['Toque Ayuda. Está en cada pantalla, también con la sesión cerrada y sin señal.', 'Anote un impulso: dos toques, y luego algo que puede ayudar.', 'Las habilidades están según lo que necesita: ganas de consumir, no puedo dormir, enojo, no siento nada.', '¿Bebió o consumió? Díganoslo aquí. Nadie le va a regañar, y no borra lo que ha logrado.'] },
        { title: 'Quién ve qué', lines: ['Su equipo de atención lee lo que escribe de día, no en el momento. Nadie vigila esta app todo el tiempo.', 'Su familia ve solo lo que usted elige, en Yo, Quién ve qué. Puede pararlo cuando quiera.', 'Los avisos en su teléfono solo dicen que hay una novedad.'] },
        { title: 'Su teléfono', lines: ['Funciona sin señal y se envía solo más tarde. «Recibido» quiere decir que llegó.', 'En Yo, Este teléfono: un bloqueo, una forma rápida de ocultar la app y una opción para teléfonos que usan otros.', 'En Yo, Guía: un nombre y un dibujo sencillos para la app.', 'Al cerrar la sesión se quita del teléfono todo lo suyo.'] },
        { title: 'Sus deseos', lines: ['En Yo, Recordatorios: qué, cuándo, cómo y las horas de silencio.', 'En Yo, Idioma: inglés o español.', '¿Quiere hablar con el personal? En Yo, pida que le llamen.'] },
      ],
    },
    family: {
      title: 'Para las familias',
      lead: 'Usted le importa a alguien del programa. Esta página dice qué puede hacer aquí y qué no puede decirle el programa.',
      parts: [
        { title: 'Aprender', lines: ['Lecciones cortas sobre las condiciones, el trauma, qué ayuda, qué no, y las señales de alerta.', 'Están abiertas para todos, con cuenta o sin ella, se comparta algo con usted o no.'] },
        { title: 'Compartido conmigo', lines: ['Usted ve solo lo que su familiar decidió compartir, mientras quiera.', 'Una página vacía no dice nada de esa persona: en pausa, terminado y nunca compartido se ven igual.', 'La ley protege estos datos. Por favor, no los pase a otros.'] },
        { title: 'Qué ayuda', lines: ['Pregunte cómo está y escuche. No ponga a prueba ni vigile.', 'Note los pasos pequeños y dígalo.', 'Si vuelve a consumir, guarde la calma. Puede pasar en el camino a estar bien.', 'Tenga naloxona en casa y sepa usarla.'] },
        { title: 'Apoyo para usted', lines: ['En Apoyo: personas a las que puede llamar, según su parentesco.', 'Una mirada corta a qué tan pesado es para usted. Solo usted la ve.', 'Una nota al equipo va en un solo sentido. El personal la lee cuando puede, no en el momento.'] },
        { title: 'Sesiones', lines: ['Las sesiones de familia a las que le invitan están en Sesiones. Puede decir si va a ir.'] },
      ],
    },
    clinician: {
      title: 'Para profesionales',
      lead: 'Dos minutos entre sesiones: quién le necesita hoy, y por qué.',
      parts: [
        { title: 'Bandeja', lines: ['Alertas por gravedad y tiempo, con el motivo, quién está a cargo y la hora límite.', 'j y k mueven, a confirma, r cierra, ? muestra todas las teclas.', 'Al cerrar una alerta se pregunta qué hizo y qué pasó. Su cliente lee lo esencial en palabras sencillas.'] },
        { title: 'Clientes y su página', lines: ['Los clientes están por orden de necesidad, con el motivo en palabras. El puntaje ayuda a mirar; no decide.', 'Una página para cada cliente: tendencias, registros, diario, habilidades que ayudaron, cuestionarios, medicamentos, planes, permisos.', 'La preparación de la sesión se imprime en una página.'] },
        { title: 'Sesiones', lines: ['El horario tiene sus grupos. La asistencia de todo un grupo se anota de una vez con las teclas.', 'Asigne una habilidad o un cuestionario desde la página del cliente.'] },
        { title: 'Privacidad', lines: ['Solo el equipo de un cliente lo ve. Cada mirada queda anotada, y el cliente puede pedir la lista.', 'Las familias ven lo que el cliente permitió. Antes de decir más, mire la pestaña de permisos.', 'La sesión se cierra tras 15 minutos sin tocar nada.'] },
        { title: 'Lo que no es', lines: ['Nadie vigila de noche, salvo que los turnos lo digan. La app también se lo dice a los clientes.', 'Una alerta que nadie toma pasa a la siguiente persona de los turnos y luego a la guardia.'] },
      ],
    },
  },
};
