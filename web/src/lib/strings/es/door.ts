/** What few meet at the door, in Spanish: the second step, and another person's unsent work. */
import type * as en from '../en/door';

export const door: typeof en.door = {
  setUpTitle: 'Prepare su segundo paso',
  setUpLead: 'El personal entra con una contraseña y un código. Así se cuidan los datos de los clientes.',
  setUpOne: 'Abra una app de códigos en su teléfono y agregue una cuenta a mano.',
  setUpTwo: 'Escriba esta clave:',
  setUpThree: 'Luego escriba los 6 números que muestra la app.',
  setUpLink: 'Abrir en una app de códigos de este dispositivo',
  setUpButton: 'Activar',
  someoneElseTitle: 'En este teléfono hay respuestas de otra persona',
  someoneElse: 'Otra persona usó este teléfono y algunas de sus respuestas no se enviaron. Si usted sigue, esas respuestas se borran.',
  someoneElseGoOn: 'Borrarlas y seguir',
  someoneElseStop: 'Volver a salir',
  passkey: 'Entrar con una llave de acceso',
  passkeyRefused: 'Esa llave no funcionó aquí. Pruebe otra vez o use su contraseña.',
  forgot: 'Olvidé mi contraseña',
  recoveryCode: 'Código de respaldo',
  useRecovery: 'Usar un código de respaldo',
  useApp: 'Usar el código de mi aplicación',
};
