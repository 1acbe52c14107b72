import type { SearchHit } from '../ipc/results';
import { defineWords } from './defineWords';

/** Search over the whole project. */
export const searchWords = defineWords({
  'zh-CN': {
    'search.title': '全项目搜索',
    'search.field': '搜索词、数或单位',
    'search.hint': '在函件、回复、数据表和资料中搜索',
    'search.period': '期间',
    'search.periodHint': '如 2023、期末；不填为全部',
    'search.unit': '单位',
    'search.unitHint': '如 万元、%；不填为全部',
    'search.none': '没有找到“{query}”。',
    'search.count': '{count} 处',
    'search.kind.letter': '函件',
    'search.kind.reply': '回复',
    'search.kind.table': '表',
    'search.kind.cell': '单元格',
    'search.kind.note': '表注',
    'search.kind.source': '资料',
  },
  en: {
    'search.title': 'Search the project',
    'search.field': 'Words, a number or a unit',
    'search.hint': 'searches the letter, replies, tables and sources',
    'search.period': 'Period',
    'search.periodHint': 'such as 2023, 期末; empty for all',
    'search.unit': 'Unit',
    'search.unitHint': 'such as 万元, %; empty for all',
    'search.none': 'Nothing found for “{query}”.',
    'search.count': 'places: {count}',
    'search.kind.letter': 'Letter',
    'search.kind.reply': 'Reply',
    'search.kind.table': 'Table',
    'search.kind.cell': 'Cell',
    'search.kind.note': 'Note',
    'search.kind.source': 'Source',
  },
} satisfies Record<'zh-CN' | 'en', Record<`search.kind.${SearchHit['kind']}` | `search.${string}`, string>>);
