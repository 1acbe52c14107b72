import { expect, test } from 'vitest';
import { identifyFinding } from '../../../shared/checks/identifyFinding';
import type { Finding, FindingSeverity } from '../../../shared/domain/finding';
import type { QuestionId, TableId } from '../../../shared/domain/ids';
import { message } from '../../../shared/domain/message';
import { countFindings, findCorrection, findFirstPlace, splitFindings } from './findingOrder';

const finding = (severity: FindingSeverity, text: string): Finding => ({
  rule: 'sum',
  severity,
  message: message('finding.open-blank', { text }),
  expected: null,
  stated: text,
  places: [],
});

test('an accepted finding is set apart, and comes back with another number', () => {
  const [one, other] = [finding('error', '1.00'), finding('warning', '2.00')];
  const acceptance = { key: identifyFinding(one), rule: 'sum', reason: '口径不同', actor: '董秘', at: '2026-05-01T00:00:00Z' };
  expect(splitFindings([one, other], [acceptance])).toEqual({ open: [other], accepted: [{ finding: one, acceptance }] });
  const changed = { ...one, stated: '1.01' };
  expect(splitFindings([changed, other], [acceptance]).open).toEqual([changed, other]);
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

test('what would set a finding right is found with its place', () => {
  const place = { tableId: 't' as TableId, text: '1', correction: { start: null, before: '1', text: '2' } };
  expect(findCorrection({ ...finding('error', 'x'), places: [{ text: 'a' }, place] })).toEqual({ place, correction: place.correction });
  expect(findCorrection(finding('error', 'x'))).toBeNull();
});
