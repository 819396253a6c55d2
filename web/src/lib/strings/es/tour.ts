/** La primera mirada, tres tarjetas para cada lado de la app. Clientes sexto grado, familias séptimo. */
import type { tour as english } from '../en/tour';

export const tour: typeof english = {
  title: 'Una primera mirada',
  place: (at: number, of: number): string => `${at} de ${of}`,
  skip: 'Saltar esto',
  done: 'Listo',
  later: 'Puede verlo otra vez en Yo, Guía.',
  cards: {
    client: [
      { title: 'Un minuto al día', body: 'Haga su registro una vez al día. Toque cómo está; no hace falta escribir. Funciona sin señal y se envía solo más tarde.' },
      { title: 'Su equipo lo lee de día', body: 'Nadie vigila esta app todo el tiempo. Su equipo de atención lee sus registros en horas de trabajo. Su familia ve solo lo que usted decide compartir.' },
      { title: 'La ayuda está a un toque', body: 'El botón de Ayuda está en cada pantalla. Funciona aunque haya cerrado la sesión y aunque no haya señal. Si hay peligro, llame al 911.' },
    ],
    family: [
      { title: 'Lecciones para usted', body: 'Lecciones cortas cuentan qué ayuda y qué no. Están abiertas para usted aunque no se comparta nada.' },
      { title: 'Lo que ve y lo que no', body: 'Usted ve solo lo que su familiar decidió compartir. Puede cambiarlo cuando quiera. Quizá el programa no pueda decirle más.' },
      { title: 'Ayuda, también para usted', body: 'En Apoyo hay personas a las que puede llamar por usted. El botón de Ayuda está en cada pantalla. Nadie vigila esta app todo el tiempo: si hay peligro, llame al 911.' },
    ],
    clinician: [
      { title: 'Empiece por la bandeja', body: 'Cada alerta tiene su motivo, alguien a cargo y una hora límite. Oprima ? para ver las teclas.' },
      { title: 'Luego, sus clientes', body: 'Los clientes están por orden de necesidad. Una página para cada uno tiene tendencias, registros, planes y permisos, y se imprime para preparar la sesión.' },
      { title: 'Cierre el círculo', body: 'Una alerta termina cuando se anota qué hizo y qué pasó después. Su cliente puede leer en palabras sencillas qué se marcó y que usted lo miró.' },
    ],
    administrator: [
      { title: 'Primero el programa', body: 'En Programa están los grupos, los clientes, las sesiones y los días libres. Ahí están también los turnos y lo que no se pudo entregar.' },
      { title: 'Números y palabras', body: 'Los ejercicios, los cuestionarios y los avisos tienen versiones. Una versión nueva vale solo cuando alguien lo dice.' },
      { title: 'Usted ve lo que funciona, no lo que escriben', body: 'Aquí no se leen los expedientes de los clientes. Todo lo que mira el personal queda anotado.' },
    ],
  },
};
