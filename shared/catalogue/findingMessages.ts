import { defineWords } from './defineWords';

/** What checks say: one sentence for every kind of finding, and the parts such sentences are made of (a slip, a place inside a table). */
export const findingMessages = defineWords({
  'zh-CN': {
    'finding.times': '{message}（本表共 {count} 处）',
  },
  en: {
    'finding.times': '{message} ({count} places in this table)',
  },
});
