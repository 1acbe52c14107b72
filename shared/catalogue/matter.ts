import type { AskState, ItemStatus, VerifierRole } from '../domain/letter';
import type { ProjectDetails } from '../domain/project';
import { defineWords } from './defineWords';

/** Names of the matter's own things: who verifies, how far an item is, where a letter was sent from. */
export const matterWords = defineWords({
  'zh-CN': {
    'role.auditor': '会计师',
    'role.lawyer': '律师',
    'role.sponsor': '保荐机构',
    'role.financialAdviser': '独立财务顾问',
    'role.appraiser': '评估师',
    'role.independentDirectors': '独立董事',
    'role.auditCommittee': '审计委员会',
    'role.supervisors': '监事会',
    'role.otherAdviser': '财务顾问',
    'itemStatus.toWrite': '待写',
    'itemStatus.awaitingDepartment': '待部门提供',
    'itemStatus.toReview': '待复核',
    'itemStatus.awaitingVerifier': '待中介核查',
    'itemStatus.final': '已定稿',
    'askState.open': '未答复',
    'askState.answered': '已答复',
    'askState.exempted': '豁免',
    'askState.notApplicable': '不适用',
    'ask.title': '未答复的问询要点',
    'ask.none': '每个问询要点都有答复。',
    'ask.decide': '问询要点',
    'ask.state': '状态',
    'ask.reason': '理由',
    'ask.reasonNote': '豁免须写明理由；“未答复”写了理由就一直保持未答复，不写则看回复内容而定。',
    'ask.save': '确定',
    'ask.missing': '表中缺：{columns}',
    'ask.count': '问询要点 {all} 项，未答复 {open} 项。',
    'exchange.szse': '深圳证券交易所',
    'exchange.sse': '上海证券交易所',
    'exchange.bse': '北京证券交易所',
    'matter.question': '问题 {no}',
    'matter.item': '问题 {no}（{item}）',
    'matter.ofRound': '第 {round} 轮 {target}',
    'matter.unknown': '未写明',
  },
  en: {
    'role.auditor': 'Auditor',
    'role.lawyer': 'Lawyer',
    'role.sponsor': 'Sponsor',
    'role.financialAdviser': 'Independent financial adviser',
    'role.appraiser': 'Appraiser',
    'role.independentDirectors': 'Independent directors',
    'role.auditCommittee': 'Audit committee',
    'role.supervisors': 'Supervisors',
    'role.otherAdviser': 'Financial adviser',
    'itemStatus.toWrite': 'To write',
    'itemStatus.awaitingDepartment': 'Awaiting department',
    'itemStatus.toReview': 'To review',
    'itemStatus.awaitingVerifier': 'Awaiting verifier',
    'itemStatus.final': 'Final',
    'askState.open': 'Open',
    'askState.answered': 'Answered',
    'askState.exempted': 'Exempted',
    'askState.notApplicable': 'Not applicable',
    'ask.title': 'Asks without an answer',
    'ask.none': 'Every ask has an answer.',
    'ask.decide': 'Ask',
    'ask.state': 'State',
    'ask.reason': 'Reason',
    'ask.reasonNote': 'An exemption needs a reason. “Open” with a reason stays open; without one the reply decides.',
    'ask.save': 'Set',
    'ask.missing': 'columns missing: {columns}',
    'ask.count': 'Asks: {all}, open: {open}.',
    'exchange.szse': 'Shenzhen Stock Exchange',
    'exchange.sse': 'Shanghai Stock Exchange',
    'exchange.bse': 'Beijing Stock Exchange',
    'matter.question': 'Question {no}',
    'matter.item': 'Question {no} ({item})',
    'matter.ofRound': 'Round {round}, {target}',
    'matter.unknown': 'Not stated',
  },
} satisfies Record<
  'zh-CN' | 'en',
  Record<
    | `role.${VerifierRole}`
    | `itemStatus.${ItemStatus}`
    | `exchange.${ProjectDetails['exchange']}`
    | `askState.${AskState}`
    | `ask.${string}`
    | `matter.${string}`,
    string
  >
>);
