import { defineWords } from './defineWords';

/** Words of the terminal. */
export const cliWords = defineWords({
  'zh-CN': {
    'cli.unknownCommand': '没有“{name}”这个命令。可用：{commands}。',
    'cli.usage': '用法：{usage}',
    'cli.badOption': '{reason}。用法：{usage}',
    'cli.badLanguage': '--lang 只能是：{languages}。',
    'cli.noVariant': '不能输出“{variant}”；可用：{variants}。',
    'cli.made': '已建立 {file}：问题 {questions} 个，小问 {items} 个。',
    'cli.drafted': '问题 {no}：段落 {paragraphs}，表 {tables}',
    'cli.added': '{file}：表 {tables}（{id}）',
    'cli.linked': '已引用：{address} ← {table}',
    'cli.corrected': '已更正；数字变化 {figures} 处，勾稽核对 {findings} 项。',
    'cli.exported': '已输出 {file}：表 {tables}，数字 {figures}。',
    'cli.openAsks': '还有 {count} 项问询要点未答复（用 asks 查看）。',
    'cli.noRole': '没有“{role}”这个角色；可用：{roles}。',
    'cli.compared': '差异 {count} 处。',
    'cli.difference': '问题 {question} {kind}：本稿“{ours}” ／ 对方“{theirs}”',
    'cli.acceptedDifference': '{said}（已接受：{reason}）',
    'cli.restored': '已恢复版本“{name}”。',
    'cli.question': '问题 {no}  {status}  {characters} 字  表 {tables}  数字 {figures}  引用 {links}',
    'cli.inspected':
      '已回复 {answered}/{questions}，定稿 {final}/{items}，无出处 {withoutEvidence}；期限 {dueOn}（剩 {days} 个交易日）；文件完整性：{integrity}',
  },
  en: {
    'cli.unknownCommand': 'There is no command “{name}”. Commands: {commands}.',
    'cli.usage': 'Usage: {usage}',
    'cli.badOption': '{reason}. Usage: {usage}',
    'cli.badLanguage': '--lang must be one of: {languages}.',
    'cli.noVariant': '“{variant}” cannot be written; available: {variants}.',
    'cli.made': 'Made {file}: {questions} questions, {items} items.',
    'cli.drafted': 'Question {no}: {paragraphs} paragraphs, {tables} tables',
    'cli.added': '{file}: {tables} tables ({id})',
    'cli.linked': 'Linked: {address} ← {table}',
    'cli.corrected': 'Corrected; {figures} figures changed, {findings} findings.',
    'cli.exported': 'Wrote {file}: {tables} tables, {figures} figures.',
    'cli.openAsks': 'Open asks: {count} (see `asks`).',
    'cli.noRole': 'There is no role “{role}”; available: {roles}.',
    'cli.compared': 'Differences: {count}.',
    'cli.difference': 'Question {question}, {kind}: ours “{ours}” / theirs “{theirs}”',
    'cli.acceptedDifference': '{said} (accepted: {reason})',
    'cli.restored': 'Restored version “{name}”.',
    'cli.question': 'Question {no}  {status}  {characters} characters  {tables} tables  {figures} figures  {links} links',
    'cli.inspected':
      'answered {answered}/{questions}, final {final}/{items}, without evidence {withoutEvidence}; due {dueOn} ({days} trading days left); integrity: {integrity}',
  },
});
