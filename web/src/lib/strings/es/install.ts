/** Poner la app en la pantalla de inicio, y el nombre sencillo que puede tener ahí. Sexto grado o menos. */
import type { install as english } from '../en/install';

export const install: typeof english = {
  title: 'Ponga la app en su pantalla de inicio',
  lead: 'Se abre con un toque, funciona sin señal y puede mostrarle avisos.',
  button: 'Ponerla ahí',
  no: 'No ofrecer esto otra vez',
  done: 'La app está en su pantalla de inicio.',
  none: 'Abra el menú de su navegador y busque «Instalar» o «Agregar a pantalla de inicio».',
  steps: {
    lead: 'En un iPhone o iPad, hágalo en Safari:',
    share: 'Toque el botón Compartir, el cuadrado con una flecha.',
    add: 'Baje en la lista. Toque «Agregar a pantalla de inicio».',
    done: 'Toque «Agregar» y abra la app desde su pantalla de inicio.',
    notes: 'Los avisos solo funcionan en la app que abre desde ahí.',
    addRow: 'Agregar a pantalla de inicio',
    addButton: 'Agregar',
  },
  look: {
    title: 'Nombre y dibujo en este dispositivo',
    lead: 'Otra persona puede ver su pantalla. Puede darle a la app un nombre y un dibujo sencillos.',
    own: (name: string): string => `${name}, con su propio dibujo`,
    plain: (name: string): string => `${name}, con una hoja de papel`,
    now: 'Vale enseguida para la pestaña del navegador. Elija antes de poner la app en la pantalla de inicio: la que ya está ahí conserva su nombre. Para cambiarla, quítela y agréguela otra vez.',
    unsent: 'Antes de quitarla, vea que todo esté enviado.',
    chosen: 'Cambiado.',
  },
};
