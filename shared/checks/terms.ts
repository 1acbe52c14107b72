import { message } from '../domain/message';

/** Header words that state what a column is. Longest forms are not needed: a header is matched when it contains the word. */
export const COLUMN_TERMS = {
  /** this − last */
  difference: [
    '变动金额',
    '增减金额',
    '增加金额',
    '减少金额',
    '变动额',
    '增减额',
    '差额',
    '差异',
    '增减变动',
    '变动数',
    '增减数',
    '账面价值',
    '净额',
  ],
  /** (this − last) / |last| */
  growth: [
    '变动比例',
    '增减幅度',
    '增长比例',
    '变动幅度',
    '增减比例',
    '增长率',
    '变动率',
    '同比',
    '增幅',
    '变化率',
    '同期增减',
    '(%)',
    '（%）',
    '增减%',
    '变动',
  ],
  /** part of a total */
  share: ['占比', '比例', '比重', '占'],
  /** a quotient of two amounts */
  ratio: ['单价', '单位成本', '毛利率', '率', '进度', '平均'],
  /** row total */
  sum: ['合计', '总计', '小计'],
  /** the mean of the columns before it */
  average: ['平均数', '平均值', '均值', '平均'],
} as const;

/** A row label that opens the parts of the row before it. */
export const PART_OF = /^其中[:：]?/;

/** Rows that are taken off a sum instead of added to it. */
export const DEDUCTED_ROW = /^(?:减|扣除|抵销|抵消)|(?:坏账|减值|跌价)准备|累计折旧|累计摊销|未确认融资/;

/** A row of growth rates of the row above it, and a row that is the sum of the rows below it. */
export const GROWTH_ROW = /(?:同比|环比|增长率|增长比例|增幅|增速|变动率|变动比例)/;
export const LEADING_TOTAL = /^总(?!股本|监|裁|经理|部)|^合计[:：]|^合计$/;

/** Heads of a balance rolled forward over a period. */
export const MOVEMENT = {
  start: /期初|年初|上年年末|上期末/,
  more: /增加|计提|转入/,
  less: /减少|转回|核销|转销|转出|收回/,
  end: /期末|年末(?!.*上年)/,
} as const;

/** Statement lines that are what remains of one line after another, and lines that are one line as a rate of another. */
export const REMAINDER_ROW = /毛利$|净额$|净值$|账面价值$|差额$|余额$|利润总额$|净利润$/;
export const RATE_ROW = /率$/;

/** Headers that promise a rate of change, where a difference of two percentages must be called percentage points. */
export const RATE_OF_CHANGE = /变动比例|增减比例|增长比例|变动幅度|增减幅度|增长率|变动率|同比/;

/** What each kind of relation says. */
export const RELATION_MESSAGES = {
  total: message('finding.relation-total'),
  parts: message('finding.relation-parts'),
  difference: message('finding.relation-difference'),
  growth: message('finding.relation-growth'),
  share: message('finding.relation-share'),
  rollForward: message('finding.relation-roll-forward'),
  average: message('finding.relation-average'),
  raised: message('finding.relation-raised'),
  base: message('finding.relation-base'),
  ratio: message('finding.relation-ratio'),
  points: message('finding.relation-points'),
  columnSum: message('finding.relation-column-sum'),
} as const;

export type RelationKind = keyof typeof RELATION_MESSAGES;
