/** What papers for departments and partners print: filed or handed over in Chinese always. */
export const TASK_WORDS = {
  task: '任务单',
  dataRequest: '取数表',
  owed: '谁还欠什么、何时交',
  changeLog: '改动记录',
  packet: '核查资料清单',
  owner: '责任人',
  item: '问题',
  asked: '要求',
  due: '截止日',
  status: '状态',
  fields: '需提供的数据',
  time: '时间',
  person: '人员',
  what: '内容',
  version: '版本',
  basis: '口径',
  period: '期间',
  unit: '单位',
  preparer: '填报人',
  reviewer: '复核人',
  /** The verb that names no task of its own. */
  together: '结合',
  label: '项目',
  content: '金额或内容',
  remark: '说明',
  soon: '尽快',
  nothing: '—',
  count: '项数',
  late: '（逾期）',
  nobody: '未定责任人',
  number: '编号',
  question: (no: string) => `问题${no}`,
  ofItem: (no: string, label: string) => `问题${no}${label}`,
  times: (count: number) => `（${count}次）`,
  ofRound: (round: number, name: string) => `第${round}轮${name}`,
  intro: (owner: string, company: string) =>
    `${owner}：为回复监管问询，请按下表准备并交回${company}董事会办公室。数据请填在随附的取数表中，每个事项一张表页，文件名可以改动，请保留表头的编号。`,
  owedIntro: (day: string, count: number, late: number) => `截至${day}，未定稿的共${count}项${late === 0 ? '' : `，其中逾期${late}项`}。`,
  packetIntro: (role: string) => `以下事项请${role}核查并发表意见：`,
} as const;

/** Fields that say what a row is about. */
export const NAMING_FIELD = /名称|姓名|项目|客户|供应商|对象|公司|单位$/;

/** Names of statuses as papers print them. */
export const STATUS_WORDS = {
  toWrite: '待写',
  awaitingDepartment: '待部门提供',
  toReview: '待复核',
  awaitingVerifier: '待中介核查',
  final: '已定稿',
} as const;
