import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { getInlineText } from '../../shared/domain/reply';
import type { Variant } from '../../shared/domain/variant';
import { RECORD } from '../../shared/document/testing/buildRedactions';
import { lintDocx, readParts } from '../../electron/core/export/finalCheck/lintDocx';
import { startTestCore, type TestCore } from '../../electron/core/testing/temporaryCore';
import { convertInOffice, hasOffice } from './review/convertInOffice';
import { validateDocx } from './validateDocx';

const COMPANY = '青禾精工股份有限公司';
const PARTS = ['一、关于主营业务', '二、关于应收款项', '三、其他'];
const ask = (no: number, what: string, rest = '') =>
  `${no}. 年报显示，公司${what}较上年变动较大。请公司说明${what}变动的原因及合理性。${rest}`;
const VERIFY = '请年审会计师核查并发表明确意见。';
const QUESTIONS = [ask(1, '营业收入'), ask(2, '毛利率', VERIFY), ask(3, '应收账款'), ask(4, '坏账准备', VERIFY), ask(5, '对外担保')];

/** The letter's questions under their headings; `put` says how a heading and its first question stand together. */
function writeQuestions(
  write: (question: string, at: number) => string[],
  put = (heading: string, lines: string[]) => [heading, ...lines],
) {
  return QUESTIONS.flatMap((question, at) => {
    const part = [0, 2, 4].indexOf(at);
    return part < 0 ? write(question, at) : put(PARTS[part]!, write(question, at));
  });
}

const LETTER = [
  `关于${COMPANY}2024年年度报告的信息披露监管问询函`,
  '上证公函〔2025〕0199号',
  `${COMPANY}：`,
  '根据相关规定，现请你公司进一步披露以下事项：',
  ...writeQuestions((question) => [question]),
  '请你公司收到本函件后立即披露，并于十个交易日内披露对本函件的回复。',
  '上海证券交易所上市公司管理二部',
  '2025年5月9日',
].join('\n');

const answer = (at: number) => [
  '回复：',
  ...(QUESTIONS[at]!.includes(VERIFY)
    ? [
        '一、公司说明及分析',
        `第${at + 1}项变动主要系市场需求变化所致。`,
        '二、会计师核查程序',
        '1、获取明细并复核；',
        '三、会计师核查意见',
        '经核查，会计师认为，变动合理。',
      ]
    : [`第${at + 1}项变动主要系市场需求变化所致。`]),
];
const writeReply = (body: string[]) =>
  [
    '证券代码：600999    证券简称：青禾精工    公告编号：2025-020',
    COMPANY,
    '关于上海证券交易所对公司2024年年度报告的信息披露监管问询函回复的公告',
    '本公司董事会及全体董事保证本公告内容不存在任何虚假记载、误导性陈述或者重大遗漏，并对其内容的真实性、准确性和完整性承担法律责任。',
    `公司于近日收到上海证券交易所下发的《关于${COMPANY}2024年年度报告的信息披露监管问询函》（上证公函〔2025〕0199号），现回复如下：`,
    ...body,
    '特此公告。',
    `${COMPANY}董事会`,
    '2025年5月20日',
  ].join('\n');
const named = (question: string) => `问题${question}`;
const REPLIES: Record<string, string> = {
  'above its questions': writeReply(writeQuestions((question, at) => [question, ...answer(at)])),
  'above numbered headings of its questions': writeReply(
    writeQuestions((question, at) => [`问题${at + 1}`, question.replace(/^\d\. /, ''), ...answer(at)]),
  ),
  'with the number of a question behind 问题': writeReply(writeQuestions((question, at) => [named(question), ...answer(at)])),
  'on the lines of its questions': writeReply(
    writeQuestions(
      (question, at) => [question, ...answer(at)],
      (heading, [first, ...rest]) => [`${heading} ${first}`, ...rest],
    ),
  ),
};

async function start(letter: string | Uint8Array, draft?: string | Uint8Array, type = 'txt'): Promise<TestCore> {
  const core = startTestCore();
  await core.call('project:new', { letter: core.write('函.txt', letter), target: core.registerFile(join(core.folder, 'a.huihan')) });
  if (draft !== undefined) await core.callJob('reply:importDraft', { file: core.write(`稿.${type}`, draft) });
  return core;
}

async function exportVariant(core: TestCore, variant: Variant, questionIds: string[] = []): Promise<Uint8Array> {
  const path = join(core.folder, `${variant}.docx`);
  await core.callJob('export:document', { variant, target: core.registerFile(path), questionIds: questionIds as never });
  return readFileSync(path);
}

const listQuestions = async (core: TestCore) => (await core.call('letter:list', {})).flatMap(({ questions }) => questions);

/** What the replies say, section by section. */
async function readReplies(core: TestCore): Promise<string[]> {
  const replies = await Promise.all(
    (await listQuestions(core)).map(async ({ questionId, no }) => {
      const { sections } = await core.call('reply:get', { questionId });
      return sections.flatMap(({ role, blocks }) => [
        `# ${no} ${role}`,
        ...blocks.map((block) => ('inlines' in block ? getInlineText(block.inlines) : block.type)),
      ]);
    }),
  );
  return replies.flat();
}

/** The headings over several questions of a document, each with the question's heading below it. */
function listHeadings(docx: Uint8Array): [string, string][] {
  const paragraphs = strFromU8(unzipSync(docx)['word/document.xml']!).split('<w:p>').slice(1);
  const lines = paragraphs
    .filter((xml) => /"(?:PartHeading|Heading1)"/.test(xml))
    .map((xml) => ({ xml, text: xml.replaceAll(/<[^>]+>/g, '') }));
  return lines.flatMap(({ xml, text }, at) => (xml.includes('"PartHeading"') ? [[text, lines[at + 1]!.text]] : []));
}

const ABOVE_ALL = PARTS.map((part, at) => [part, `问题${[1, 3, 5][at]}`]);

describe('headings over several questions of a letter', () => {
  test('are printed above the first question of their part in every document', { timeout: 120_000 }, async () => {
    const core = await start(LETTER, REPLIES['above its questions']);
    await core.call('version:create', { name: '初稿', why: '' });
    for (const variant of ['announcement', 'redacted', 'regulator', 'revision', 'review', 'approval'] as const) {
      const docx = await exportVariant(core, variant);
      expect(
        listHeadings(docx).map(([heading, below]) => [heading, below.replace(/^\d+(?=问题)/, '')]),
        variant,
      ).toEqual(ABOVE_ALL);
      expect([await validateDocx(docx), lintDocx(readParts(docx))], variant).toEqual([[], []]);
    }
    const { parts } = await core.call('preview:pages', { variant: 'announcement' });
    const headings = parts.flatMap(({ heading }) => (heading?.level === 1 ? [heading.text] : []));
    expect(headings).toEqual([PARTS[0], '问题1', '问题2', PARTS[1], '问题3', '问题4', PARTS[2], '问题5']);
  });

  test('stand above the first question that is printed where others are left out', async () => {
    const core = await start(LETTER, REPLIES['above its questions']);
    const asked = await listQuestions(core);
    const chosen = await exportVariant(core, 'announcement', [asked[1]!.questionId, asked[4]!.questionId]);
    expect(listHeadings(chosen)).toEqual([
      [PARTS[0], '问题2'],
      [PARTS[2], '问题5'],
    ]);
    const path = join(core.folder, 'auditor.docx');
    const { warnings, shared } = await core.callJob('export:document', { variant: 'auditor', target: core.registerFile(path) });
    expect(listHeadings(readFileSync(path))).toEqual([
      [PARTS[0], '问题2'],
      [PARTS[1], '问题4'],
    ]);
    expect(shared?.differences).toEqual([]);
    expect(warnings.filter(({ code }) => code === 'shared-text')).toEqual([]);
    const compared = await core.callJob('opinion:compare', { verifier: 'auditor', file: core.registerFile(path) });
    expect([compared.differences, compared.warnings]).toEqual([[], []]);
  });

  test('are withheld like the questions', async () => {
    const core = await start(LETTER.replace(PARTS[1]!, '二、关于对禾风机械的应收款项'), REPLIES['above its questions']);
    await core.call('redaction:add', {
      target: { kind: 'name', names: ['禾风机械'] },
      method: 'alias',
      replacement: '客户甲',
      record: RECORD,
    });
    await expect(exportVariant(core, 'announcement')).rejects.toMatchObject({ code: 'redaction-leak' });
    expect(listHeadings(await exportVariant(core, 'redacted'))[1]).toEqual(['二、关于对客户甲的应收款项', '问题3']);
    expect(listHeadings(await exportVariant(core, 'regulator'))[1]![0]).toBe('二、关于对禾风机械的应收款项');
  });
});

describe.each(Object.keys(REPLIES))('a reply that repeats them %s', (kind) => {
  const reply = REPLIES[kind]!;

  test('leaves no heading in the answers before, be the project made from the letter or from the reply', async () => {
    const ofLetter = await start(LETTER, reply);
    expect((await readReplies(ofLetter)).filter((line) => PARTS.some((part) => line.includes(part)))).toEqual([]);
    const ofReply = await start(reply, reply);
    const headings = (await listQuestions(ofReply)).map(({ partHeading }) => partHeading);
    expect(headings).toEqual([PARTS[0], null, PARTS[1], null, PARTS[2]]);
    expect(await readReplies(ofReply)).toEqual(await readReplies(ofLetter));
  });

  test('comes back from its export as it was', async () => {
    const core = await start(LETTER, reply);
    const again = await start(LETTER, await exportVariant(core, 'announcement'), 'docx');
    expect(await readReplies(again)).toEqual(await readReplies(core));
  });
});

test.skipIf(!hasOffice)('an export that LibreOffice has rewritten comes back as it was', { timeout: 180_000 }, async () => {
  const core = await start(LETTER, REPLIES['above its questions']);
  const [rewritten] = convertInOffice([await exportVariant(core, 'announcement')]);
  const again = await start(LETTER, rewritten, 'docx');
  expect(await readReplies(again)).toEqual(await readReplies(core));
});
