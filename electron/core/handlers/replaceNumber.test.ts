import { expect, it } from 'vitest';
import { newId } from '../../../shared/domain/ids';
import { getInlineText } from '../../../shared/domain/reply';
import { makeSampleProject } from '../testing/sampleProject';
import { startTestCore } from '../testing/temporaryCore';

it('a wrong number that is computed from cells is named with its figure, becomes plain text when asked, and comes back with undo', async () => {
  const core = startTestCore();
  const { letter, tables } = await makeSampleProject(core);
  const { questionId } = letter.questions[1]!;
  const table = tables.find(({ rows }) => rows.some(({ role }) => role === 'body'))!;
  const numbers = table.rows.flatMap((row) =>
    row.cells.flatMap((cell, at) =>
      cell.value === null || cell.unit === '%' ? [] : [{ tableId: table.tableId, rowId: row.rowId, colId: table.columns[at]!.colId }],
    ),
  );
  const [a, b] = [numbers[0]!, numbers[1]!];
  const formula = {
    op: 'growth' as const,
    args: [
      { op: 'cell' as const, cell: a },
      { op: 'cell' as const, cell: b },
    ],
  };
  const format = { unit: '%', decimals: 2, grouping: false, showUnit: true, wording: '', signByWords: false };
  const figure = await core.call('figure:create', { questionId, formula, format, asOf: null, reason: null });
  const { sections, revision } = await core.call('reply:get', { questionId });
  const blockId = newId<'block'>();
  const lead = '收入由 100.00 万元增至 150.00 万元，增长 ';
  const inlines = [
    { type: 'text' as const, text: lead },
    { type: 'figure' as const, figureId: figure.figureId, text: figure.shown },
    { type: 'text' as const, text: '。' },
  ];
  const blocks = [...(sections[0]?.blocks ?? []), { type: 'paragraph' as const, blockId, inlines }];
  const statement = sections[0] ?? { sectionId: newId<'section'>(), role: 'statement' as const, verifier: null, itemIds: [], blocks: [] };
  await core.call('reply:save', { questionId, baseRevision: revision, sections: [{ ...statement, blocks }, ...sections.slice(1)] });

  const finding = (await core.callJob('check:run', {})).find(
    ({ rule, places }) => rule === 'stated-growth' && places[0]?.blockId === blockId,
  );
  const correction = finding!.places[0]!.correction!;
  expect(correction).toMatchObject({ start: lead.length, before: figure.shown, text: '50.00%' });
  const change = { questionId, blockId, start: lead.length, before: figure.shown, after: '50.00%' };
  expect((await core.call('reply:replaceNumber', change)).figure?.figureId).toBe(figure.figureId);
  expect((await core.call('reply:replaceNumber', { ...change, unlinks: true })).figure).toBeNull();
  const read = async () => {
    const reply = await core.call('reply:get', { questionId });
    const block = reply.sections.flatMap((section) => section.blocks).find((each) => each.blockId === blockId)!;
    return 'inlines' in block ? [getInlineText(block.inlines), block.inlines.some(({ type }) => type === 'figure')] : null;
  };
  expect(await read()).toEqual([`${lead}50.00%。`, false]);
  await core.call('history:undo', {});
  expect(await read()).toEqual([`${lead}${figure.shown}。`, true]);
});
