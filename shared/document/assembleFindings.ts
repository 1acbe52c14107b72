import { say, sayMessage } from '../catalogue/catalogue';
import { nameTarget } from '../catalogue/nameTarget';
import { identifyFinding } from '../checks/identifyFinding';
import { runChecks } from '../checks/runChecks';
import type { Finding, FindingPlace } from '../domain/finding';
import type { Letter } from '../domain/letter';
import type { ProjectSnapshot } from '../domain/snapshot';
import { toShanghaiDate } from '../letter/deadline';
import { assertNever } from '../util/assert';
import { buildTextTable } from './buildTextTable';
import { createParagraph, type FilingBlock } from './filingBlock';
import { ACCEPTED_DOUBT, FINDING_COLUMNS, FINDINGS_TITLE, NO_DOUBTS, OPEN_DOUBT, SEVERITIES, sumUpFindings } from './filingWords';
import { layOutTable } from './layOutTable';

/** Places a finding names on paper: both sides of a contradiction. */
const PLACES_PRINTED = 2;

/** 勾稽核对结果, a summary for the file: what was found, where, what is stated and expected, and what was accepted by whom, when and why. `on` is the day it is printed. */
export function assembleFindings(snapshot: ProjectSnapshot, on: Date): FilingBlock[] {
  const findings = runChecks(snapshot);
  const acceptances = new Map(snapshot.acceptances.map((acceptance) => [acceptance.key, acceptance]));
  const open = findings.filter((finding) => !acceptances.has(identifyFinding(finding)));
  const count = (severity: Finding['severity']) => open.filter((finding) => finding.severity === severity).length;
  const summary = sumUpFindings(toShanghaiDate(on), count('error'), count('warning'), count('note'), findings.length - open.length);
  const head = [createParagraph('Title', `${snapshot.details.title}${FINDINGS_TITLE}`), createParagraph('ReplyBody', summary)];
  if (findings.length === 0) return [...head, createParagraph('ReplyBody', NO_DOUBTS)];
  const rows = findings.map((finding, index) => {
    const acceptance = acceptances.get(identifyFinding(finding));
    const settled = acceptance
      ? `${ACCEPTED_DOUBT}：${acceptance.reason}（${acceptance.actor}，${toShanghaiDate(new Date(acceptance.at))}）`
      : OPEN_DOUBT;
    const places = finding.places.slice(0, PLACES_PRINTED).map((place) => describePlace(place, snapshot.letters));
    return [
      String(index + 1),
      SEVERITIES[finding.severity],
      sayMessage('zh-CN', finding.message),
      places.join('\n'),
      finding.places[0]?.correction?.text ?? finding.expected ?? '',
      settled,
    ];
  });
  const layout = layOutTable(
    buildTextTable([[...FINDING_COLUMNS], ...rows]),
    () => assertNever(null as never, 'a list holds no nested tables'),
    false,
  );
  const blocks: FilingBlock[] = [
    { type: 'table', layout },
    { type: 'paragraph', style: 'AfterTable', inlines: [] },
  ];
  return [...head, ...(layout.landscape ? [{ type: 'landscape' as const, blocks }] : blocks)];
}

/** 问题 1 · 合计 / 2023 年度：43,157.74, with the round where there are several letters. */
function describePlace({ questionId, label, text }: FindingPlace, letters: readonly Letter[]): string {
  const question =
    questionId === undefined ? '' : nameTarget(letters, { questionId, itemId: null }, (key, data) => say('zh-CN', key, data));
  const where = [question, label ?? ''].filter((part) => part !== '').join(' · ');
  return where === '' ? text : `${where}：${text}`;
}
