import { expect, test } from 'vitest';
import type { Finding, FindingSeverity } from '../../../shared/domain/finding';
import { message } from '../../../shared/domain/message';
import type { QuestionId, TableId } from '../../../shared/domain/ids';
import { countFindings, findFirstPlace, sortFindings } from './findingOrder';

const finding = (severity: FindingSeverity, text: string): Finding => ({
  rule: 'sum',
  severity,
  message: message('finding.open-blank', { text }),
  expected: null,
  stated: null,
  places: [],
});

test('findings are worst first and keep their order within a severity', () => {
  const sorted = sortFindings([finding('note', 'a'), finding('error', 'b'), finding('warning', 'c'), finding('error', 'd')]);
  expect(sorted.map((each) => each.message.data['text'])).toEqual(['b', 'd', 'c', 'a']);
});

test('severities are counted', () => {
  expect(countFindings([finding('note', 'a'), finding('error', 'b'), finding('error', 'c')])).toEqual({ error: 2, warning: 0, note: 1 });
});

test('the first place in the text is found behind places in tables', () => {
  const both: Finding = {
    ...finding('error', 'x'),
    places: [
      { tableId: 't' as TableId, text: '1' },
      { questionId: 'q' as QuestionId, text: '2' },
    ],
  };
  expect(findFirstPlace(both, 'question')?.text).toBe('2');
  expect(findFirstPlace(both, 'table')?.text).toBe('1');
  expect(findFirstPlace(finding('note', 'y'), 'table')).toBeNull();
});
