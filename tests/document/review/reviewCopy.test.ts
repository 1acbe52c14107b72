import { expect, test } from 'vitest';
import { exportDocx } from '../../../electron/core/export/docx/exportDocx';
import { assembleReview } from '../../../shared/document/assembleReview';
import { lintDocx, readParts } from '../../../electron/core/export/finalCheck/lintDocx';
import { validateDocx } from '../validateDocx';
import { buildReviewProject } from './reviewProject';
import { buildOpenReview } from './openReview';

const OPTIONS = { title: '审阅稿', created: '2025-06-05' };

test('a copy for reviewers is valid for Word, in the schema and beyond, and the same to the byte when repeated', async () => {
  const project = buildReviewProject(2);
  const view = buildOpenReview(project);
  const write = async () => {
    const { blocks, marks, comments } = assembleReview(project, view);
    return exportDocx(blocks, { ...OPTIONS, review: { marks, comments, name: 'exchange' } });
  };
  const docx = await write();
  expect(await validateDocx(docx)).toEqual([]);
  expect(lintDocx(readParts(docx))).toEqual([]);
  expect(Buffer.compare(docx, await write())).toBe(0);
});
