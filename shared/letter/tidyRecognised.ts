const CJK = '\u2e80-\u9fff\uff00-\uffef\u3000-\u303f\u2014\u2018-\u201d\u2026';
const BLANK_IN_CHINESE = new RegExp(`(?<=[${CJK}])[ \\t]+(?=[${CJK}])`, 'g');
const BLANK_IN_NUMBER = /(?<=\d) ?([.,]) ?(?=\d)/g;
const BLANK_BEFORE_MARK = /[ \t]+(?=[,:;，：；。、）)%])/g;
/** Recognition takes the opening bracket of a label for something like it. */
const LABEL = /^[ \t]*[〈《<\\({（[]{1,2}[ \t]?(\d{1,2})[ \t]?[)）〉》}\]][ \t]*/gm;

/** 1]、 and 1|、 are 1、 . */
const QUESTION_LABEL = /^[ \t]*(\d{1,2})[\]|}】][、.．,，]/gm;
/** The year of a letter's number: 函〔【2024] 第 77 号. */
const YEAR_OF_NUMBER = /[〔【[［(（]{1,2}(20\d\d)[〕\]】］)）]{1,2}(?= ?第? ?\d+ ?号)/g;

/** Recognised Chinese text without the blanks recognition puts between characters and into numbers, labels with their brackets whole. */
export function tidyRecognised(text: string): string {
  return text
    .replace(/\r/g, '')
    .replace(BLANK_IN_CHINESE, '')
    .replace(BLANK_IN_NUMBER, '$1')
    .replace(BLANK_BEFORE_MARK, '')
    .replace(LABEL, '（$1）')
    .replace(QUESTION_LABEL, '$1、')
    .replace(YEAR_OF_NUMBER, '〔$1〕')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
