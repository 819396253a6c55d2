/** Showing once more that it is they, before a change. */
import type * as en from '../en/proof';

export const proof: typeof en.proof = {
  title: '¿Es usted?',
  lead: 'Antes de este cambio, muestre otra vez que es usted.',
  go: 'Seguir',
  wrong: 'Eso no es correcto. Inténtelo otra vez.',
  passkey: 'Usar una llave de acceso',
  withCode: 'Mejor con un código',
  withPassword: 'Mejor con la contraseña',
  password: 'Contraseña',
  code: 'Código',
  offline: 'Esto necesita señal. Inténtelo otra vez cuando la haya.',
};
