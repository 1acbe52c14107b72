import { describe, expect, it } from 'vitest';
import { splitDraft } from './splitDraft';
import { ask, collectTexts, makeParts, outlineSections } from './testing/draftFixture';

const FIRST = { ...ask('1', ['年报显示，收入下降。请你公司说明收入下降的原因。']), partHeading: '一、关于主营业务' };
const SECOND = ask('2', ['年报显示，毛利率上升。请你公司说明毛利率上升的原因。'], ['auditor']);
const THIRD = { ...ask('3', ['年报显示，存货增加。请你公司说明存货增加的原因。']), partHeading: '二、财务会计\n（一）关于存货' };
const QUESTIONS = [FIRST, SECOND, THIRD];
const answer = (no: string, words = '系市场变化所致。') => [QUESTIONS[Number(no) - 1]!.text, '回复：', words];
const split = (texts: readonly string[], questions = QUESTIONS) => splitDraft(makeParts(texts), questions);
const say = (texts: readonly string[], no: string) => outlineSections(split(texts), no);

describe('headings over several questions in a draft', () => {
  it('belong to the question below them, and nothing is lost', () => {
    const texts = [
      '一、关于主营业务',
      '问题 1',
      ...answer('1'),
      '问题 2',
      ...answer('2'),
      '二、财务会计',
      '（一）关于存货',
      '问题 3',
      ...answer('3'),
    ];
    const draft = split(texts);
    expect(draft.replies.map(({ heading }) => heading.map(({ text }) => text))).toEqual([
      ['一、关于主营业务', '问题 1'],
      ['问题 2'],
      ['二、财务会计', '（一）关于存货', '问题 3'],
    ]);
    expect(outlineSections(draft, '2')).toEqual(['# statement -', '系市场变化所致。']);
    expect([draft.unplaced, draft.warnings]).toEqual([[], []]);
    expect(collectTexts(draft)).toEqual(texts);
  });

  it('are told whatever number they have, also when the draft prints but the inner one', () => {
    expect(say(['一、关于主营业务', ...answer('1'), ...answer('2'), '三、关于存货', ...answer('3')], '2')).toEqual([
      '# statement -',
      '系市场变化所致。',
    ]);
  });

  it('may stand above a further question of their part, where those before are left out', () => {
    const draft = split(['一、关于主营业务', ...answer('2'), ...answer('3')]);
    expect(draft.replies[0]!.heading.map(({ text }) => text)).toEqual(['一、关于主营业务']);
    expect(draft.warnings.map(({ code }) => code)).toEqual(['question-not-in-draft']);
  });

  it('may have their question on the same line', () => {
    const texts = [`一、关于主营业务 1. ${FIRST.text}`, '回复：', '系市场变化所致。', ...answer('2'), ...answer('3')];
    const draft = split(texts);
    expect(draft.replies[0]).toMatchObject({
      heading: [{ text: '一、关于主营业务' }],
      restated: [{ text: `1. ${FIRST.text}`, exact: true }],
    });
    expect(draft.warnings).toEqual([]);
  });

  it('are none of the words of a question that begins alike', () => {
    const alike = { ...ask('1', ['关于主营业务的收入确认。请你公司说明确认政策。']), partHeading: '一、关于主营业务的收入确认' };
    const draft = split(
      ['一、关于主营业务的收入确认', '1.关于主营业务的收入确认。请你公司说明确认政策。', '回复：', '按控制权转移确认。'],
      [alike],
    );
    expect(draft.replies[0]).toMatchObject({ restated: [{ exact: true }], sections: [{ blocks: [{ text: '按控制权转移确认。' }] }] });
    expect(draft.warnings).toEqual([]);
  });

  it('are told without a number too, also from a question that begins alike', () => {
    const alike = {
      ...ask('1', ['关于主营业务的收入确认，年报显示政策变更。请你公司说明确认政策。']),
      partHeading: '一、关于主营业务的收入确认',
    };
    const draft = split(['关于主营业务的收入确认', `1.${alike.text}`, '回复：', '按控制权转移确认。'], [alike]);
    expect(draft.replies[0]).toMatchObject({
      heading: [{ text: '关于主营业务的收入确认' }],
      restated: [{ text: `1.${alike.text}`, exact: true }],
      sections: [{ blocks: [{ text: '按控制权转移确认。' }] }],
    });
    expect(draft.warnings).toEqual([]);
  });

  it('are not the last heading of an answer, which stays there though nothing follows', () => {
    const texts = [...answer('1'), ...answer('2'), '二、会计师核查意见', ...answer('3')];
    expect(say(texts, '2')).toEqual(['# statement -', '系市场变化所致。', '# conclusion auditor', 'H2 二、会计师核查意见']);
    expect(split(texts).unplaced).toEqual([]);
  });
});
