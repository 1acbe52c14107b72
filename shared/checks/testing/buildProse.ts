import type { Question } from '../../domain/letter';
import type { Block } from '../../domain/reply';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { newId, type QuestionId } from '../../domain/ids';
import type { DataTable } from '../../domain/dataTable';
import { buildSnapshot, paragraph } from '../../document/testing/buildSnapshot';
import { listProse, type ProseBlock } from '../prose/proseBlock';

/** Paragraphs of one reply as the checks read them. For tests. */
export function buildProse(...texts: readonly string[]): ProseBlock[] {
  return listProse({
    questionId: 'q1' as QuestionId,
    revision: 1,
    sections: [{ sectionId: newId(), role: 'statement', verifier: null, itemIds: [], blocks: texts.map(paragraph) }],
  });
}

/** A project of one question whose reply is paragraphs and tables in the order given. For tests. */
export function buildReply(parts: readonly (string | DataTable)[]): ProjectSnapshot {
  const blocks = parts.map(
    (part): Block => (typeof part === 'string' ? paragraph(part) : { type: 'table', blockId: newId(), tableId: part.tableId }),
  );
  const tables = parts.filter((part): part is DataTable => typeof part !== 'string');
  return buildSnapshot({ questions: [{ no: '1', text: '请你公司说明情况。', sections: [{ blocks }] }], tables });
}

/** A question with items. For tests. */
export function buildQuestion(...items: readonly string[]): Question {
  return {
    questionId: 'q1' as QuestionId,
    no: '1',
    label: '问题 1',
    title: null,
    partHeading: null,
    text: items.join('\n'),
    status: 'toWrite',
    owner: null,
    verifications: [],
    items: items.map((text, index) => ({
      itemId: newId(),
      no: String(index + 1),
      label: `（${index + 1}）`,
      text,
      status: 'toWrite',
      owner: null,
    })),
  };
}
