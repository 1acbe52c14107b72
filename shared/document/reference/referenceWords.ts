/** Words of cross references as replies print them. */
export const REFERENCE_WORDS = {
  own: '本题',
  above: '上',
  below: '下',
  textAbove: '上文',
  textBelow: '下文',
  of: '之',
  /** Of the reply to a letter before this one. */
  earlier: (letter: string) => `此前回复（${letter}）之`,
  table: '表',
  figure: '图',
  see: '详见',
  shown: { lead: '如', tail: '所示' },
  ordinal: (number: number) => `第${number}张`,
  /** Text that already leads to a reference. */
  leads: /(?:见|参照|如|由|从|据|根据|与|同|及|和|、|“)$/,
} as const;
