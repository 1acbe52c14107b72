import type { SectionRole } from '../../domain/reply';
import type { DisclosureDecision } from '../../domain/sourceUpdate';

/** Words the registers print; a register is the matter's own paper and Chinese in every language of the screen. */
export const FIGURE_SHEET = '数字出处';
export const FIGURE_COLUMNS = [
  { title: '序号', width: 6 },
  { title: '问题', width: 6 },
  { title: '部分', width: 10 },
  { title: '所在文字', width: 36 },
  { title: '数字', width: 14 },
  { title: '状态', width: 10 },
  { title: '计算', width: 8 },
  { title: '表', width: 22 },
  { title: '行', width: 16 },
  { title: '列', width: 16 },
  { title: '单元格', width: 13 },
  { title: '单位', width: 7 },
  { title: '文件', width: 18 },
  { title: '页、表或范围', width: 14 },
  { title: '披露状态', width: 10 },
  { title: '核查机构', width: 10 },
  { title: '说明', width: 16 },
];

export const TABLE_SHEET = '表格数字出处';
export const TABLE_COLUMNS = [
  { title: '序号', width: 6 },
  { title: '问题', width: 6 },
  { title: '部分', width: 10 },
  { title: '回复中的表', width: 22 },
  { title: '行', width: 18 },
  { title: '列', width: 18 },
  { title: '数字', width: 14 },
  { title: '单位', width: 7 },
  { title: '出处表', width: 22 },
  { title: '出处单元格', width: 30 },
  { title: '文件', width: 18 },
  { title: '页、表或范围', width: 14 },
  { title: '核查机构', width: 10 },
];
export const PASTED = '粘贴的表，没有资料文件';

export const CORRECTION_SHEET = '拟更正事项';
export const CORRECTION_COLUMNS = [
  { title: '序号', width: 6 },
  { title: '已披露文件', width: 22 },
  { title: '表', width: 22 },
  { title: '行', width: 18 },
  { title: '列', width: 18 },
  { title: '原披露', width: 14 },
  { title: '调整为', width: 14 },
  { title: '单位', width: 7 },
  { title: '理由', width: 24 },
  { title: '调整人', width: 10 },
  { title: '日期', width: 12 },
  { title: '是否同步更正', width: 14 },
  { title: '备注', width: 20 },
];
export const DECISIONS: Readonly<Record<DisclosureDecision, string>> = { undecided: '待定', correct: '同步更正', keep: '不更正' };

export const SECTIONS: Readonly<Record<SectionRole, string>> = { statement: '公司说明', procedures: '核查程序', conclusion: '核查意见' };
export const STATES = { linked: '有出处', computed: '计算得出' } as const;
export const DISCLOSED = '已披露';
export const INTERNAL = '内部';
