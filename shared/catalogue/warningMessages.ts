import { defineWords } from './defineWords';

/** What readers, writers and parsers warn of: what they could not take in or were not sure of, one sentence each. */
export const warningMessages = defineWords({
  'zh-CN': {
    'warning.first-of': '{message}（共 {count} 处，此为第一处）',
    'warning.letter-truncated': '文件过长，仅读取了前 200 万字。',
    'warning.letter-empty': '文件中没有文字。',
    'warning.not-a-letter': '没有找到函件名称、文号，也没有向公司提出的问题：这可能不是监管函件。',
    'warning.no-questions': '这份函件没有提出需要回复的问题。',
    'warning.blank-left': '仍有空白待填：{where}',
    'warning.picture-not-written': '图片未能写入，已留标记：{mark}',
    'warning.ask-open': '{where} 未答复：{ask}{missing}',
    'warning.of-question': '问题 {no}',
    'warning.of-item': '问题 {no}（{item}）',
    'warning.missing-columns': '（表中缺：{columns}）',
  },
  en: {
    'warning.first-of': '{message} ({count} places, this is the first)',
    'warning.letter-truncated': 'The file is too long; only its first 2 million characters were read.',
    'warning.letter-empty': 'The file holds no text.',
    'warning.not-a-letter':
      'No name of a letter, no number and no question to the company was found: this may not be a regulator’s letter.',
    'warning.no-questions': 'This letter asks nothing that must be answered.',
    'warning.blank-left': 'Still blank: {where}',
    'warning.picture-not-written': 'The picture could not be written; a mark stands in its place: {mark}',
    'warning.ask-open': '{where} is open: {ask}{missing}',
    'warning.of-question': 'Question {no}',
    'warning.of-item': 'Question {no} ({item})',
    'warning.missing-columns': ' (columns missing: {columns})',
  },
});
