/** Pages of a PDF by its own page tree; null when it does not tell (compressed object streams, damage): a list then shows none rather than a guess. */
export function countPdfPages(bytes: Uint8Array): number | null {
  const text = new TextDecoder('latin1').decode(bytes);
  const counts = Array.from(text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g), (match) =>
    Number(match[1] ?? match[2]),
  );
  return counts.length === 0 ? null : Math.max(...counts);
}
