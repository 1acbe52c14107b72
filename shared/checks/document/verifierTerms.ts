/*
 * Words of verifiers' procedures and conclusions.
 */
import type { VerifierRole } from '../../domain/letter';

/** A sentence that concludes. */
export const CONCLUDES = /经核查|我们认为|本所认为|核查意见|核查结论|(?:会计师|律师|保荐机构|独立财务顾问|评估师|评估机构|独立董事)认为/;

/** Words of what was done to come to it. */
export const PROCEDURE =
  /核查程序|核查过程|核查方式|检查|获取|取得|查阅|查询|查看|访谈|询问|函证|走访|监盘|盘点|复核|抽取|抽查|抽样|了解|测试|核对|比较|分析|审阅|执行/;

/** A conclusion in the name of a role; at the start of its sentence, so that quoting another verifier is no claim to be it. */
export const CONCLUDES_AS =
  /(?:^|[。；;\n])(?:经(?:审慎)?核查|综上(?:所述)?)[，,：:]?(?:我们|本)?(?:年审|申报)?(会计师|律师|保荐机构|保荐人|独立财务顾问|评估师|评估机构|独立董事|审计委员会|监事会)(?:事务所)?(?:经核查)?认为/g;

export const ROLE_NAMES: Readonly<Record<string, readonly VerifierRole[]>> = {
  会计师: ['auditor'],
  律师: ['lawyer'],
  保荐机构: ['sponsor'],
  保荐人: ['sponsor'],
  独立财务顾问: ['financialAdviser', 'otherAdviser'],
  评估师: ['appraiser'],
  评估机构: ['appraiser'],
  独立董事: ['independentDirectors'],
  审计委员会: ['auditCommittee'],
  监事会: ['supervisors'],
};

/** The letter asks how much was verified. */
export const ASKS_COVERAGE = /(?:核查|函证|走访|抽样|覆盖|发函|回函|监盘)(?:的)?(?:范围|比例|比率|金额占比|覆盖率)/;

/** Items a verifier cites in brackets, with the number of their question where it says one. */
export const CITED_ITEMS =
  /(?:问题|事项|小问)\s*(\d{1,2})?\s*[、：:]?\s*第?\s*((?:[（(]\s*\d{1,2}\s*[）)]\s*(?:[、，,和及与至到\-—~]\s*)?)+)/g;

/** An organisation's full name, cut at what cannot be part of one. */
export const ORGANISATION_NAME = /[\u4e00-\u9fa5（）()]{4,30}?(?:股份有限公司|有限责任公司|有限公司)/g;
/** Words that stand before a name in a sentence, up to which a run of characters is no name. */
export const BEFORE_NAME =
  /.*(?:对|与|和|及|向|从|由|为|是|于|的|了|给|同|被|将|称|即|任|意|在|自|据|因|等|或|还|已|让|致|系|其中|以及|包括|核查|走访|访谈|函证|客户|供应商|子公司|孙公司|股东|关联方|交易对方|公司(?!.*公司$)|和公司)/;
/** Verifiers' own firms. */
export const FIRM_NAME = /证券|评估|会计师|律师|资产管理|投资顾问/;

/** What is denied and what is said to be. The object is compared. */
export const DENIAL = /(?:不存在|未发现存在|未发现|未发生|不涉及)(?<object>[^，,。；;、：:“”（）()]{4,24})/g;
export const AFFIRMATION = /(?<![不未没否若如能免止于])存在(?<object>[^，,。；;、：:“”（）()]{4,24})/g;
/** A sentence that does not say that something is. */
export const HYPOTHETICAL =
  /是否|如存在|若|如果|假设|可能|避免|防止|防范|规避|风险|核查(?!意见)|检查|询问|关注|说明(?!如下)|不排除|有无|能否|情形的[，。]|不存在|未发现|并不|未/;
export const OBJECT_TAIL = /(?:的)?(?:情形|情况|行为|事项|现象|问题|等)+(?:的)?$/;
/** What stands before the object's own words. */
export const OBJECT_LEAD = /^(?:公司|该|上述|相关|任何|重大|其他|明显|的)+/;
