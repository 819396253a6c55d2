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
  const id = useId();
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  // A browser says "closed" a moment later: of a question that is gone, it counts no more.
  return (
    <dialog ref={box} class="dialog" aria-labelledby={id} onClose={({ currentTarget }) => currentTarget.isConnected && onClose()}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
