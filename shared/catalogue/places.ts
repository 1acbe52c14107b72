import { defineWords } from './defineWords';

/** Places in received files, part by part, as lists and messages name them. */
export const placeWords = defineWords({
  'zh-CN': {
    'place.page': '第 {page} 页',
    'place.sheet': '工作表“{sheet}”',
    'place.range': '工作表“{sheet}”{range}',
    'place.table': '表 {table}',
    'place.paragraph': '第 {paragraph} 段',
    'place.line': '第 {line} 行',
    'place.lines': '第 {line}–{endLine} 行',
  },
  en: {
    'place.page': 'page {page}',
    'place.sheet': 'sheet “{sheet}”',
    'place.range': 'sheet “{sheet}” {range}',
    'place.table': 'table {table}',
    'place.paragraph': 'paragraph {paragraph}',
    'place.line': 'line {line}',
    'place.lines': 'lines {line}–{endLine}',
  },
});
