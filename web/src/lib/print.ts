/** Prints what is on the screen, in one of the shapes that the style sheets know. */

/** page: one sheet. card: small enough for a wallet. */
export type PrintShape = 'page' | 'card';

export function printAs(shape: PrintShape): void {
  const root = document.documentElement;
  root.dataset['print'] = shape;
  window.addEventListener('afterprint', () => delete root.dataset['print'], { once: true });
  window.print();
}
