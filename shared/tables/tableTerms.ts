/** Terms of art by which tables of Chinese filings are understood: data, never logic. White space is taken out of a text before it is compared. */

function terms(words: string): string[] {
  return words.split(/\s+/);
}

/** Marks that stand for "nothing here" or "not applicable". */
export const NIL_MARKS: ReadonlySet<string> = new Set(terms(`- -- --- — —— – － －－ / ／ \\ * 无 不适用 N/A NA …… …`));

/** Units a printed number or a unit column may carry; longest first where one contains another. */
export const PRINTED_UNITS: readonly string[] =
  terms(`人民币亿元 人民币百万元 人民币万元 人民币千元 人民币元 百万美元 万美元 亿美元 美元 万港元 港元 欧元 日元
  亿元 千万元 百万元 万元 千元 元 亿股 万股 股 个百分点 百分点 % ％ ‰ 人次 场次 次 人 个 件 家 项
  份 场 起 台 套 只 辆 户 座 栋 间 条 张 本 批 倍 万平方米 平方米 ㎡ 亩 公顷 万立方米 立方米 m³
  公里 千米 米 万吨 吨 千克 公斤 kg 克 公升 升 亿千瓦时 万千瓦时 千瓦时 兆瓦时 兆瓦 千瓦 度 吉焦 GJ
  小时 天 片 万片 万件 万台 万套 万只 颗 万颗`);

/** What introduces a unit line: 单位：万元; 金额单位：人民币元. */
export const UNIT_LINE_LEADS: readonly string[] = terms(`单位 金额单位 货币单位 币种单位 计量单位 数量单位 金额单位及币种`);

/** Column headers whose cells hold the unit of their row. */
export const UNIT_COLUMN_HEADS: ReadonlySet<string> = new Set(terms(`单位 计量单位 数量单位 指标单位`));

/** First words of a note under a table. */
export const NOTE_LEADS: readonly string[] = terms(`注 附注 备注 说明 数据来源 资料来源 来源 * ＊ ※`);

/** Labels of grand totals, of subtotals, and words that never label a row of their own group. */
export const TOTAL_LABELS: ReadonlySet<string> = new Set(terms(`合计 总计 共计 总额 合计数 总合计`));
export const TOTAL_ENDINGS: readonly string[] = terms(`合计 总计 共计`);
export const SUBTOTAL_LABELS: ReadonlySet<string> = new Set(terms(`小计 分计 本页小计 承前页 过次页`));

/** Beginnings of a row label that cannot be the second half of a label cut by a page end. */
export const ROW_LABEL_LEADS: readonly string[] = terms(`其中 加： 减： 加: 减: 合计 总计 小计 共计`);

/** Stub heads so general that their row is a header whatever stands below. */
export const GENERIC_STUB_HEADS: ReadonlySet<string> = new Set(
  terms(`项目 序号 类别 类型 名称 账龄 科目 科目名称 报表项目 指标 指标名称 年度 年份 期间 日期 事项 税种 产品
  产品名称 产品类别 客户 客户名称 供应商 供应商名称 公司名称 单位名称 股东名称 关联方 姓名 种类 分类 款项性质
  释义项目 内容 行业 地区 业务类别 项目名称`),
);

/** Nouns by which a column header ends. */
export const HEADER_ENDINGS: readonly string[] =
  terms(`内容 关系 描述 索引 摘要 依据 税率 方法 情况 原因 说明 备注 名称 金额 余额 比例 比率 比重 占比 数量
  日期 时间 单位 类型 类别 性质 期限 年限 条件 政策 措施 安排 指标 目标值 触发值 目标 是或否 释义 项目
  职务 国籍 姓名 性别 序号 客户 供应商 地区 收入 成本 费用 利润 单价 毛利率 率 变动 增减 幅度 差额 合计
  来源 方式 用途 状态 进度 标准 要求 结果 意见 期望 机制 对象 主体 标的 科目 账龄 年度 期末 期初 本期
  上期 同期 年末 年初 理由 转让方 受让方 币种 借款人 持股数 股数 完成度 明细 资产 负债 数 额 值 款 人`);

/** Endings of an organisation's name: a cell that ends so is a value, not a header, in a table of two columns. */
export const ENTITY_ENDINGS: readonly string[] = terms(`公司 基金会 事务所 中心 集团 委员会 研究院 大学 银行 合伙） 合伙) 厂 局 部`);

/** Headers of remarks: a blank below a remark is a blank, not a span. */
export const REMARK_HEADS: readonly string[] = terms(`备注 说明 附注 注释`);

/** Headers of columns that are not amounts though they hold numbers, and the endings of more. */
export const COUNTING_HEADS: ReadonlySet<string> = new Set(terms(`序号 编号 行次 附注 年度 年份 年 期间 月份 页码 排名 次序`));
export const COUNTING_ENDINGS: readonly string[] = terms(`序号 编号 代码 电话 邮编 号码 文号`);

/** Labels of ratios and per-share values: the table's money unit does not reach them. */
export const RATIO_ENDINGS: readonly string[] = terms(`率 比例 比重 占比 比率 倍数 系数 幅度 百分比 增减 同比 同比增长 同比变动 增长`);
export const PER_SHARE_WORDS: readonly string[] = terms(`每股`);

/** Words in a header by which a compound unit line (万元、件、元/件) is told apart. */
export const UNIT_WORDS: readonly { words: readonly string[]; fits: (unit: string) => boolean }[] = [
  { words: ['单价', '单位成本', '均价', '单位售价', '平均售价', '单位价格'], fits: (unit) => unit.includes('/') },
  {
    words: ['数量', '销量', '产量', '件数', '台数', '人数', '户数', '面积', '重量'],
    fits: (unit) => !unit.includes('/') && !unit.includes('元') && unit !== '%',
  },
  { words: ['比例', '占比', '率', '幅度', '(%)', '（%）'], fits: (unit) => unit === '%' },
  {
    words: ['金额', '收入', '成本', '费用', '利润', '余额', '价值', '款', '资产', '负债', '额'],
    fits: (unit) => unit.endsWith('元') && !unit.includes('/'),
  },
];

/** Labels of counts of people, households, times and years: no unit line of a table means them. */
export const COUNT_ENDINGS: readonly string[] = terms(`人数 户数 家数 次数 天数 年限 期限 年龄 个数 股东户数 行次`);

/** Units of time a header may carry in brackets; behind a number they are a date as often as a duration. */
export const TIME_UNITS: ReadonlySet<string> = new Set(terms(`年 月 个月 日 天 岁 小时`));

/** Period words without a year, as accounts use them. */
export const RELATIVE_PERIODS: readonly string[] =
  terms(`本期期末 上年期末 上期期末 本期期初 上年年末余额 上年年末 期末余额 年初余额 年末余额 期初余额 期末 期初 年末
  年初 上年同期 本年同期 上年金额 本年金额 本期金额 上期金额 本期发生额 上期发生额 本期数 上期数 本年数 上年数
  本期 上期 本年 上年 报告期`);

/** Endings of a heading: a line that ends so is complete though it carries no full stop. */
export const HEADING_ENDINGS: readonly string[] =
  terms(`合理性 情况 情形 原因 分析 措施 程序 意见 结论 说明 信息 影响 方法 标准 依据 确认 政策 计量 处理 报表
  报告 公告 事项 声明 资产 负债 安排 回复 如下 披露 限制 支持 交易 可能性 充分性 准确性 公允性 必要性
  可行性 问题`);
