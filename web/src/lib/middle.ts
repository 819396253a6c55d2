/** The middle half of some numbers: from where a quarter lies below to where a quarter lies above. */
export function middleHalf(numbers: readonly number[]): { low: number; high: number } {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { low: at(0.25), high: at(0.75) };
}
