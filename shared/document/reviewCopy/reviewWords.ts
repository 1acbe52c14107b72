import type { StyleChange } from '../../domain/review';

/** What a copy for reviewers says of proposals Word has no mark for. A document's words are always Chinese. */
export const PROPOSED = {
  delete: '建议删除：',
  insert: '建议插入：',
  format: '建议改变格式：',
  splitBlock: '建议在此处分段。',
  joinBlock: '建议与下一段合并。',
  insertBlock: '建议在此后增加：',
  deleteBlock: '建议删除本段。',
  setBlock: '建议改变本段的样式。',
  setCell: '建议改为：',
  insertRow: '建议增加一行：',
  deleteRow: '建议删除本行。',
  insertColumn: '建议增加一列：',
  deleteColumn: '建议删除一列。',
  overrideFigure: '建议把数字改为：',
  setRecord: '建议更改：',
} as const;

/** Names of the styles a proposal sets or takes away. */
export const STYLE_NAMES: Readonly<Record<keyof StyleChange, string>> = {
  bold: '加粗',
  italic: '倾斜',
  underline: '下划线',
  sub: '下标',
  sup: '上标',
};
export const STYLE_OFF = '取消';

/** Before the words a remark was about, when they are no longer found. */
export const FORMER_WORDS = '原处文字：';
