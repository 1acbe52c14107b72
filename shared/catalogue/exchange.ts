import { defineWords } from './defineWords';

/** What goes out for review or to departments and comes back, in the log of changes. */
export const exchangeWords = defineWords({
  'zh-CN': {
    'operation.review:comment': '批注问题 {question}',
    'operation.review:propose': '对问题 {question} 提出修订',
    'operation.review:saveSuggestions': '在问题 {question} 的回复中修订',
    'operation.review:decide': '处理 {count} 处批注和修订：{verdict}',
    'verdict.accepted': '接受',
    'verdict.rejected': '拒绝',
    'verdict.resolved': '已解决',
    'verdict.reopened': '重新打开',
    'verdict.withdrawn': '撤回',
  },
  en: {
    'operation.review:comment': 'Comment on question {question}',
    'operation.review:propose': 'Suggest a change of question {question}',
    'operation.review:saveSuggestions': 'Suggest changes in the reply to question {question}',
    'operation.review:decide': 'Decide {count} comments and suggestions: {verdict}',
    'verdict.accepted': 'accepted',
    'verdict.rejected': 'rejected',
    'verdict.resolved': 'resolved',
    'verdict.reopened': 'reopened',
    'verdict.withdrawn': 'withdrawn',
  },
});
