import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitDraft } from './splitDraft';
import { ask, collectTexts, makeParts, outlineSections } from './testing/draftFixture';
import { message } from '../../domain/message';

const HEAD = [
  '证券代码：900001\t证券简称：甲辰股份\t公告编号：2030-015',
  '甲辰精密股份有限公司',
  '关于对年报问询函回复的公告',
  '本公司及董事会全体成员保证信息披露的内容真实、准确、完整，没有虚假记载、误导性陈述或重大遗漏。',
  '公司于近日收到年报问询函，现回复如下：',
];
const FIRST_LINES = [
  '年报显示，你公司报告期存货余额大幅增加，周转率下降。请你公司：',
  '（1）说明存货余额增加的原因及合理性；',
  '（2）说明存货跌价准备计提是否充分。',
  '请年审会计师对上述问题（2）核查并发表明确意见。',
];
const FIRST = ask('1', FIRST_LINES, ['auditor']);
const SECOND = ask('2', ['年报显示，你公司向关联方采购金额较大。请你公司说明采购价格的公允性。']);
const QUESTIONS = [FIRST, SECOND];
const TAIL = ['特此公告。', '甲辰精密股份有限公司董事会', '2030 年 5 月 8 日'];

const REPLY = [
  '问题 1',
  ...FIRST_LINES,
  '回复：',
  '一、公司说明及分析',
  '（一）说明存货余额增加的原因及合理性；',
  '1、备货策略',
  '公司根据订单备货，具体如下：',
  '[表]',
  '（二）说明存货跌价准备计提是否充分。',
  '公司按成本与可变现净值孰低计提。',
  '二、会计师核查程序',
  '1、对存货实施监盘；',
  '三、会计师核查结论',
  '经核查，会计师认为：',
  '存货跌价准备计提充分。',
];
const SECOND_REPLY = ['问题 2', '年报显示，你公司向关联方采购金额较大。请你公司说明采购价格的公允性。', '回复：', '采购价格公允。'];

const split = (texts: readonly string[], questions = QUESTIONS) => splitDraft(makeParts(texts), questions);

describe('splitDraft', () => {
  it('reads a sign-off whose 董事会 and date are set wide or written out', () => {
    const { tail, unplaced } = split([
      ...HEAD,
      ...REPLY,
      ...SECOND_REPLY,
      '特此公告。',
      '甲辰精密股份有限公司',
      '董  事  会',
      '二〇三〇年五月八日',
    ]);
    expect(tail).toMatchObject({ signature: [{ text: '甲辰精密股份有限公司' }, { text: '董  事  会' }], signedOn: '2030-05-08' });
    expect(unplaced).toEqual([]);
  });

  it('cuts a whole announcement into head, replies in sections and sign-off', () => {
    const draft = split([...HEAD, ...REPLY, ...SECOND_REPLY, ...TAIL]);
    expect(draft.head.details).toEqual({
      code: '900001',
      shortName: '甲辰股份',
      announcementNo: '2030-015',
      company: '甲辰精密股份有限公司',
      title: '关于对年报问询函回复的公告',
    });
    expect(draft.head.guarantee?.text).toBe(HEAD[3]);
    expect(draft.head.preamble.map((paragraph) => paragraph.text)).toEqual([HEAD[4]]);
    expect(draft.tail).toMatchObject({
      closing: { text: '特此公告。' },
      signature: [{ text: '甲辰精密股份有限公司董事会' }],
      signedOn: '2030-05-08',
    });
    expect(outlineSections(draft, '1')).toEqual([
      '# statement -',
      'H2 一、公司说明及分析',
      'H3 （一）说明存货余额增加的原因及合理性；',
      'H4 1、备货策略',
      '公司根据订单备货，具体如下：',
      '[table]',
      'H3 （二）说明存货跌价准备计提是否充分。',
      '公司按成本与可变现净值孰低计提。',
      '# procedures auditor',
      'H2 二、会计师核查程序',
      '1、对存货实施监盘；',
      '# conclusion auditor',
      'H2 三、会计师核查结论',
      '经核查，会计师认为：',
      '存货跌价准备计提充分。',
    ]);
    expect(draft.replies[0]!.sections.map((section) => section.itemIds)).toEqual([[], [FIRST.items[1]!.itemId], [FIRST.items[1]!.itemId]]);
    expect(outlineSections(draft, '2')).toEqual(['# statement -', '采购价格公允。']);
    expect([draft.unplaced, draft.warnings]).toEqual([[], []]);
  });

  it('takes the company out of a title that begins with its name', () => {
    const lines = (...title: string[]) => split([HEAD[0]!, ...title, HEAD[3]!, ...REPLY]).head.details;
    const own = { company: '甲辰精密股份有限公司', title: '关于对年报问询函回复的公告' };
    expect(lines('甲辰精密股份有限公司关于对年报问询函回复的公告')).toMatchObject(own);
    expect(lines('甲辰精密股份有限公司', '甲辰精密股份有限公司关于对年报问询函回复的公告')).toMatchObject(own);
    const firm = '乙未会计师事务所有限公司关于甲辰精密股份有限公司的说明';
    expect(lines('甲辰精密股份有限公司', firm)).toMatchObject({ company: '甲辰精密股份有限公司', title: firm });
  });

  it('keeps the repeated question out of the reply and says which paragraph differs from the letter', () => {
    const altered = FIRST_LINES.with(2, '(2) 说明存货跌价准备的计提是否充分。').with(1, '(1)说明 存货余额增加的原因及合理性；');
    const reply = split(['问题1', ...altered, '【回复】', '正文。']).replies[0]!;
    expect(reply.restated.map((paragraph) => paragraph.exact)).toEqual([true, true, false, true]);
    expect(reply.sections.flatMap((section) => section.blocks.map((block) => block.type))).toEqual(['paragraph']);
  });

  it('finds questions under other headings, and where number and text share a paragraph or the text is cut in two', () => {
    for (const heading of ['【问题1】', '问题一：', '关注 1、', '事项一']) {
      expect(split([heading, ...FIRST_LINES, '答复：', '正文。']).replies[0]?.heading.length).toBe(1);
    }
    const glued = split([`1．${FIRST_LINES[0]}`, ...FIRST_LINES.slice(1), '公司回复：正文。']);
    expect(glued.replies[0]).toMatchObject({ heading: [], replyLabel: { text: '公司回复：' } });
    expect(outlineSections(glued, '1')).toEqual(['# statement -', '正文。']);
    const cut = split(['问题 1', FIRST_LINES[0]!.slice(0, 18), FIRST_LINES[0]!.slice(18), ...FIRST_LINES.slice(1), '回复：', '正文。']);
    expect(cut.replies[0]?.restated.length).toBe(5);
  });

  it('keeps a title apart that stands in the heading and again in the text', () => {
    const text = '关于存货。年报显示，你公司报告期存货余额大幅增加。请你公司说明原因。';
    const question = { ...ask('1', [text]), label: '1、', title: '关于存货' };
    const reply = split(['问题1：关于存货', text, '回复：', '正文。'], [question]).replies[0]!;
    expect([reply.heading.length, reply.restated.map((paragraph) => paragraph.exact)]).toEqual([1, [true]]);
    const cut = split(['1、关于存货', text.slice(5), '回复：', '正文。'], [question]).replies[0]!;
    expect([cut.heading.length, cut.restated.map((paragraph) => paragraph.exact)]).toEqual([1, [true]]);
  });

  it('is not misled by a table of contents or by a question named in the text', () => {
    const contents = ['目录', '问题 1', '问题 2'];
    const draft = split([...HEAD, ...contents, ...REPLY, '详见问题 2', ...SECOND_REPLY]);
    expect(draft.replies.map((reply) => [reply.no, reply.restated.length])).toEqual([
      ['1', 4],
      ['2', 1],
    ]);
    expect(outlineSections(draft, '1').at(-1)).toBe('详见问题 2');
  });

  it('takes a question whose text is not repeated by its number and 回复：, and warns of one it cannot find', () => {
    const draft = split(['问题 2', '回复：', '采购价格公允。']);
    expect(draft.replies.map((reply) => reply.no)).toEqual(['2']);
    expect(draft.warnings).toEqual([
      { code: 'question-not-in-draft', message: message('warning.question-not-in-draft', { no: '1' }), place: null },
    ]);
  });

  it('keeps a second 回复： inside a reply as text', () => {
    const draft = split(['问题 2', SECOND.text, '回复：', '（1）定价', '回复：', '正文。']);
    expect(outlineSections(draft, '2')).toEqual(['# statement -', 'H5 （1）定价', '回复：', '正文。']);
  });

  it('opens a conclusion at 经核查，会计师认为 without a heading, and a new statement where the next item follows it', () => {
    const item = FIRST_LINES[2]!;
    const draft = split(['问题 1', FIRST_LINES[0]!, '回复：', '说明一。', '经核查，年审会计师认为：原因合理。', item, '说明二。']);
    expect(outlineSections(draft, '1')).toEqual([
      '# statement -',
      '说明一。',
      '# conclusion auditor',
      '经核查，年审会计师认为：原因合理。',
      '# statement -',
      `H3 ${item}`,
      '说明二。',
    ]);
  });

  it('reads bracketed sections and gives them to the verifier that speaks in them', () => {
    const question = ask('1', FIRST_LINES, ['sponsor', 'auditor']);
    const body = ['【披露与说明】', '正文。', '【核查情况】', '（一）核查程序', '针对上述事项，保荐机构履行了如下核查程序：', '1、访谈；'];
    const rest = ['（二）核查意见', '经核查，保荐机构认为：', '合理。', '会计师核查意见：', '经核查，会计师认为：', '充分。'];
    const draft = split(['问题 1', ...FIRST_LINES, '回复：', ...body, ...rest], [question]);
    expect(outlineSections(draft, '1').filter((line) => /^[#H]/.test(line))).toEqual([
      '# statement -',
      'H2 【披露与说明】',
      '# procedures sponsor',
      'H2 【核查情况】',
      'H3 （一）核查程序',
      '# conclusion sponsor',
      'H3 （二）核查意见',
      '# conclusion auditor',
      'H2 会计师核查意见：',
    ]);
  });

  it('follows a reply that answers item by item, each with its own 回复：', () => {
    const [intro, first, second] = FIRST_LINES as [string, string, string];
    const own = [
      intro,
      first,
      '【公司回复】',
      '说明一。',
      second,
      '【公司回复】',
      '说明二。',
      '【年审会计师核查意见】',
      '经核查，年审会计师认为：充分。',
    ];
    const draft = split(['问题 1', ...own]);
    expect(draft.replies[0]?.restated.length).toBe(1);
    expect(outlineSections(draft, '1')).toEqual([
      '# statement -',
      `H3 ${first}`,
      '【公司回复】',
      '说明一。',
      `H3 ${second}`,
      '【公司回复】',
      '说明二。',
      '# conclusion auditor',
      'H2 【年审会计师核查意见】',
      '经核查，年审会计师认为：充分。',
    ]);
  });

  it('opens procedures at a sentence that introduces them', () => {
    const body = [
      '（1）存货跌价准备计提充分。',
      '针对上述事项，我们执行了以下核查程序：',
      '我们执行了以下核查程序：',
      '1、访谈管理层；',
      '经核查，我们认为：',
      '充分。',
    ];
    const draft = split(['问题 1', ...FIRST_LINES, '回复：', ...body]);
    expect(draft.replies[0]?.sections.flatMap((section) => section.blocks).filter((block) => block.type === 'heading')).toEqual([]);
    expect(draft.replies[0]?.sections.map((section) => [section.role, section.verifier, section.blocks.length])).toEqual([
      ['statement', null, 1],
      ['procedures', 'auditor', 3],
      ['conclusion', 'auditor', 2],
    ]);
  });

  it('keeps going where the draft puts a table or a line into the middle of the question', () => {
    const texts = ['问题 1', FIRST_LINES[0]!, '[表]', '单位：万元', ...FIRST_LINES.slice(1), '回复：', '正文。'];
    const draft = split(texts, [FIRST]);
    expect(draft.replies[0]?.restated.length).toBe(4);
    expect(draft.warnings.map((warning) => [warning.code, warning.place?.paragraph])).toEqual([
      ['between-question-and-reply', 3],
      ['between-question-and-reply', 4],
    ]);
    expect(collectTexts(draft)).toEqual(texts);
  });

  it('gives a heading over the next questions neither to the preamble nor to the reply before it', () => {
    const draft = split([...HEAD, '一、关于存货', ...REPLY, '二、关于关联交易', ...SECOND_REPLY]);
    expect(outlineSections(draft, '1').at(-1)).toBe('存货跌价准备计提充分。');
    expect(draft.head.preamble.length).toBe(1);
    expect(draft.warnings.map((warning) => warning.code)).toEqual(['before-first-question', 'between-questions']);
  });

  it('keeps a blank left open at the end of a reply in that reply', () => {
    const draft = split([...HEAD, ...REPLY, '【待会计师提供】', ...SECOND_REPLY]);
    expect(collectTexts({ ...draft, unplaced: [] })).toContain('【待会计师提供】');
    expect(draft.warnings).toEqual([]);
  });

  it('keeps pictures after the text of their paragraph', () => {
    const picture = { bytes: new Uint8Array(1), mime: 'image/png' as const, alt: '趋势图', widthPx: 10, heightPx: 10 };
    const parts = makeParts(['问题 2', SECOND.text, '回复：', '见下图', '']).map((part, index) =>
      part.type === 'paragraph' && index > 1 ? { ...part, pictures: [picture] } : part,
    );
    const draft = splitDraft(parts, [SECOND]);
    expect(outlineSections(draft, '2')).toEqual(['# statement -', '[picture]', '见下图', '[picture]', '[picture]']);
    expect(collectTexts(draft).filter((text) => text === '[图 趋势图]').length).toBe(3);
  });

  it('leaves what the company itself looked into in its statement', () => {
    const draft = split([
      '问题 1',
      ...FIRST_LINES,
      '回复：',
      '（一）公司核查情况',
      '经核查，前五大客户与公司不存在关联关系。',
      '经公司自查，认为：不存在。',
    ]);
    expect(outlineSections(draft, '1')[0]).toBe('# statement -');
    expect(draft.replies[0]!.sections.length).toBe(1);
  });

  it('names what fits nowhere, with its place, and loses none of it', () => {
    const texts = ['封面', ...HEAD, '[表]', '问题 1', ...FIRST_LINES, '图例', '回复：', '正文。', ...TAIL, '附件：清单'];
    const draft = split(texts, [FIRST]);
    expect(draft.warnings.map((warning) => [warning.code, warning.place?.paragraph])).toEqual([
      ['before-first-question', 1],
      ['before-first-question', 7],
      ['between-question-and-reply', 13],
      ['after-sign-off', 19],
    ]);
    expect(collectTexts(draft)).toEqual(texts);
  });

  it('puts everything aside when no question is found', () => {
    const texts = ['会议通知', '[表]', '无关内容'];
    const draft = split(texts);
    expect(draft.replies).toEqual([]);
    expect(collectTexts(draft)).toEqual(texts);
  });

  it('trusts the headings a file marks, and asks boldness of others', () => {
    const parts = makeParts(['问题 2', SECOND.text, '回复：', '定价原则', '1、参照市场价', '2、另行约定']).map((part, index) => {
      if (part.type !== 'paragraph') return part;
      if (index === 3) return { ...part, outline: 3 };
      return index === 5 ? { ...part, bold: true } : part;
    });
    expect(outlineSections(splitDraft(parts, [SECOND]), '2')).toEqual(['# statement -', 'H3 定价原则', '1、参照市场价', 'H4 2、另行约定']);
  });

  it('holds every paragraph, table and picture of any input exactly once', () => {
    const known = [
      ...HEAD,
      ...REPLY,
      ...SECOND_REPLY,
      ...TAIL,
      '二、会计师核查意见',
      '【核查情况】',
      '回复：同行',
      '目录',
      '正文 A 1.5 元。',
    ];
    const text = fc.oneof(fc.constantFrom(...known), fc.stringMatching(/^[问题回复一（）1、。：核查公司 ]{1,12}$/));
    fc.assert(
      fc.property(
        fc.array(
          text.filter((candidate) => candidate.trim() !== ''),
          { maxLength: 40 },
        ),
        (texts) => {
          const whole = [...texts.slice(0, 10), ...REPLY, ...texts.slice(10)];
          expect(collectTexts(split(whole))).toEqual(whole);
        },
      ),
      { numRuns: 300 },
    );
  });
});
