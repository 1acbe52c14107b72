type ParagraphsProps = { texts: readonly (string | null)[] /** Stands where a table stood. */; tableWord: string };

/** Text of a source as it was read; null stands for a table. */
export function Paragraphs({ texts, tableWord }: ParagraphsProps) {
  return texts.map((text, index) => (
    <p key={index} className={text === null ? 'faint' : undefined}>
      {text ?? tableWord}
    </p>
  ));
}
