/** A question that must be answered first. The browser's own dialog keeps focus and Escape right. */
import './dialog.css';

import type { ComponentChildren, JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/compat';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

export function Dialog({ title, onClose, children }: DialogProps): JSX.Element {
  const box = useRef<HTMLDialogElement>(null);
  const answered = useRef(false);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => {
      answered.current = true;
      dialog?.close();
    };
  }, []);
  // A browser says "closed" a moment later, when another question may stand open already.
  const close = (): void => {
    if (!answered.current) onClose();
  };
  return (
    <dialog ref={box} class="dialog" aria-labelledby={id} onClose={close}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
