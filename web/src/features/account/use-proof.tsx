/** A fresh proof for what changes on these screens, asked for in a dialog of their own. */
import type { JSX } from 'preact';

import { useProof as usePlainProof } from '../../api/use-proof';
import { ProofDialog } from '../../ui/proof-dialog';

type Proof = Omit<ReturnType<typeof usePlainProof>, 'question'> & {
  /** The question, while one stands. */
  dialog: JSX.Element | null;
};

export function useProof(): Proof {
  const { question, ...proof } = usePlainProof();
  return { ...proof, dialog: question && <ProofDialog {...question} /> };
}
