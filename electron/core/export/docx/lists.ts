import { AlignmentType, type INumberingOptions, LevelFormat } from 'docx';

/** Names of the two kinds of list in numbering.xml. */
export const LISTS = { bullet: 'replyBullets', number: 'replyNumbers' } as const;

const DEPTHS = Array.from({ length: 9 }, (_, depth) => depth);
const BULLETS = ['●', '○', '■'];

/** Indents a level by two characters of body text, its mark hanging into them. */
function indentLevel(depth: number): { paragraph: { indent: { left: number; hanging: number } } } {
  return { paragraph: { indent: { left: 480 + 480 * (depth + 1) - 60, hanging: 420 } } };
}

/** Lists a writer made as lists. Labels of headings and items (一、（1）) are text and never numbered by Word. */
export const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: LISTS.bullet,
      levels: DEPTHS.map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: BULLETS[level % BULLETS.length]!,
        alignment: AlignmentType.LEFT,
        style: indentLevel(level),
      })),
    },
    {
      reference: LISTS.number,
      levels: DEPTHS.map((level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        alignment: AlignmentType.LEFT,
        style: indentLevel(level),
      })),
    },
  ],
};
