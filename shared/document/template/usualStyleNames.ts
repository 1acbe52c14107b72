import type { ParagraphStyle } from '../filingBlock';

/** Names companies' templates give the styles of our purposes, Word's own among them; the first that a template has is proposed. */
export const USUAL_STYLE_NAMES: Readonly<Record<ParagraphStyle, readonly string[]>> = {
  AnnCode: ['公告代码行', '证券代码', '公告编号行'],
  Title: ['公告标题', '标题', 'title'],
  Guarantee: ['公告声明', '声明', '保证声明'],
  ReplyBody: ['回复正文', '公告正文', '正文缩进', '正文首行缩进', 'Normal Indent', 'Body Text First Indent', 'Body Text', '正文文本'],
  ReplyLead: ['回复引导语'],
  Heading1: ['heading 1', '标题 1', '一级标题'],
  QuestionText: ['问询题干', '问题', '问题正文', 'Quote', '引用'],
  ReplyLabel: ['回复标签', '回复'],
  Heading2: ['heading 2', '标题 2', '二级标题'],
  Heading3: ['heading 3', '标题 3', '三级标题'],
  Heading4: ['heading 4', '标题 4', '四级标题'],
  Heading5: ['heading 5', '标题 5', '五级标题'],
  Heading6: ['heading 6', '标题 6', '六级标题'],
  TableUnit: ['表格单位', '单位'],
  TableNote: ['表格附注', '表注', '附注'],
  AfterTable: ['表后'],
  Figure: ['图', '图片', '插图'],
  FigureSource: ['图源', '资料来源', '数据来源'],
  SignOff: ['落款', 'Signature', '签名'],
  DocumentNo: ['文号', '发文字号'],
  PartHeading: ['部分标题', '问题分类标题', '章节标题'],
  Addressee: ['主送', '抬头', 'Salutation', '称呼'],
};
