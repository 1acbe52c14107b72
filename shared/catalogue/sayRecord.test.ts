import { expect, it } from 'vitest';
import type { RecordChange } from '../domain/matterRecord';
import { sayRecord } from './sayRecord';

const change = (part: Partial<RecordChange>): RecordChange => ({ record: 'link', key: {}, was: null, becomes: null, label: '', ...part });

it('says which record comes or goes, and which fields of one become what, in both languages', () => {
  expect(sayRecord('zh-CN', change({ becomes: { tableId: 't' }, label: '应收账款' }))).toEqual({
    about: '',
    before: '',
    after: '引用“应收账款”',
  });
  expect(sayRecord('zh-CN', change({ was: { tableId: 't' }, label: '应收账款' }))).toEqual({
    about: '',
    before: '引用“应收账款”',
    after: '',
  });
  const owner = change({
    record: 'question',
    label: '1',
    was: { owner: null, status: 'toWrite' },
    becomes: { owner: '财务部', status: 'final' },
  });
  expect(sayRecord('zh-CN', owner)).toEqual({ about: '问题“1”', before: '责任人 —、状态 待写', after: '责任人 财务部、状态 已定稿' });
  expect(sayRecord('en', owner).about).toBe('question “1”');
});

it('says a field without a word of its own as content, once', () => {
  const definition = change({ record: 'reply_table', label: '前五名', was: { definition: '{}' }, becomes: { definition: '{"a":1}' } });
  expect(sayRecord('zh-CN', definition)).toEqual({ about: '回复用表“前五名”', before: '内容', after: '内容' });
});
