import type { Letter } from '../domain/letter';
import type { ProjectDetails } from '../domain/project';
import type { ProjectSnapshot } from '../domain/snapshot';
import type { OpinionVariant } from '../domain/variant';
import { chooseQuestions } from '../letter/chooseQuestions';
import { getLetter, type FilingDocument } from './filingDocument';
import { createParagraph, type FilingBlock } from './filingBlock';
import { joinTitle } from './announcementFrame';
import { BLANK, BLANK_DATE, DOCUMENT_NO, OPINION_END, OPINION_WORDS, TO, VERIFIER_NAMES } from './filingWords';
import { headPart } from './headPart';
import { citeLetter, nameLetter, nameSender, orBlank } from './letterNames';
import { chooseSections, listScopes } from './opinionScope';
import { assembleQuestion, assembleReply, countLists } from './questionBlocks';
import { restateQuestion } from './restateQuestion';
import { styleByNeighbours } from './styleByNeighbours';

/**
 * A verifier's own document (会计师专项说明, 律师专项法律意见…): the questions and items put to that verifier as asked, the company's statement
 * word for word, the verifier's procedures and conclusions. Firm, number, signatures and date are visible blanks.
 */
export function assembleOpinion(role: OpinionVariant, snapshot: ProjectSnapshot): FilingDocument {
  const letter = getLetter(snapshot);
  const scopes = new Map(listScopes(letter, role).map(({ question, itemIds }) => [question.questionId, itemIds]));
  const replies = new Map(snapshot.replies.map((reply) => [reply.questionId, reply]));
  const title = composeTitle(role, snapshot.details, letter);
  const body: FilingBlock[] = [];
  const shown: FilingDocument['shown'] = [];
  for (const question of chooseQuestions(letter.questions, ({ questionId }) => scopes.has(questionId))) {
    const itemIds = scopes.get(question.questionId)!;
    const sections = chooseSections({ question, itemIds }, replies.get(question.questionId), role);
    const restated = { ...question, text: restateQuestion(question, itemIds) };
    body.push(
      ...headPart(question),
      ...assembleQuestion(restated),
      ...assembleReply({ questionId: question.questionId, revision: 0, sections }, snapshot, countLists(body)),
    );
    shown.push({ questionId: question.questionId, itemIds, sections });
  }
  return {
    title: title.replace('\n', ''),
    blocks: styleByNeighbours([...assembleHead(role, title, snapshot.details, letter), ...body, ...assembleTail(role)]),
    shown,
  };
}

function composeTitle(role: OpinionVariant, details: ProjectDetails, letter: Letter): string {
  return joinTitle(`关于${orBlank(details.company)}`, `${nameLetter(letter)}相关事项的${OPINION_WORDS[role].kind}`);
}

function assembleHead(role: OpinionVariant, title: string, details: ProjectDetails, letter: Letter): FilingBlock[] {
  const { addressee: to, nameEnd } = OPINION_WORDS[role];
  const addressee = to === 'company' ? TO + orBlank(details.company) : `${nameSender(letter)}：`;
  return [
    createParagraph('Title', BLANK + nameEnd),
    createParagraph('Title', title),
    createParagraph('DocumentNo', `${DOCUMENT_NO}${BLANK}`),
    createParagraph('Addressee', addressee),
    createParagraph('ReplyBody', composePreamble(role, details, letter)),
  ];
}

function composePreamble(role: OpinionVariant, details: ProjectDetails, letter: Letter): string {
  const { self, kind, addressee, nameEnd } = OPINION_WORDS[role];
  const firm = BLANK + nameEnd;
  const company = `${orBlank(details.company)}（以下简称“公司”）`;
  const matters = `其中要求${VERIFIER_NAMES[role]}核查的事项`;
  if (addressee === 'company') {
    return `${firm}（以下简称“${self}”）接受${company}委托，就${nameSender(letter)}下发的${citeLetter(letter)}，由${self}律师对${matters}进行了核查，现出具${kind}如下：`;
  }
  return `${firm}（以下简称“${self}”或“${VERIFIER_NAMES[role]}”）收到${company}转来的${nameSender(letter)}下发的${citeLetter(letter)}。${self}对${matters}进行了审慎核查，现出具${kind}如下：`;
}

function assembleTail(role: OpinionVariant): FilingBlock[] {
  const { firm, signers } = OPINION_WORDS[role];
  const lines = [`${firm}（盖章）：${BLANK}`, ...signers.map((signer) => `${signer}：${BLANK}`), BLANK_DATE];
  return [
    { ...createParagraph('ReplyBody', OPINION_END), keepNext: true },
    { type: 'paragraph', style: 'ReplyLead', inlines: [] },
    ...lines.map((text) => createParagraph('SignOff', text)),
  ];
}
