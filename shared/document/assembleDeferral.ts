import type { Deferral } from '../domain/deferral';
import type { Letter } from '../domain/letter';
import { getCalendar, type ProjectSnapshot } from '../domain/snapshot';
import { findDueDate } from '../letter/deadline';
import { assembleHead, composeArrival, joinTitle } from './announcementFrame';
import { assembleNoticeTail } from './assembleNoticeTail';
import type { NoticeHead } from './documentContext';
import { createParagraph } from './filingBlock';
import { type FilingDocument, getLetter } from './filingDocument';
import { BLANK, EXCHANGE_NAMES, toChineseDate } from './filingWords';
import { dateOrBlank, nameLetter, nameRegulator, orBlank } from './letterNames';

/** A deferral as a notice tells it; before one is recorded everything about it is a visible blank. */
type Told = Pick<Deferral, 'announcedOn' | 'reason' | 'apology'> & { newDate: string | null };

/**
 * 延期回复公告 of the newest deferral recorded: the letter, the day first set, the deferrals before, the reason, the new day where there is
 * one, and an apology where one is meant.
 */
export function assembleDeferral(snapshot: ProjectSnapshot, notice?: NoticeHead): FilingDocument {
  const letter = getLetter(snapshot);
  const chain = snapshot.deferrals.filter((deferral) => deferral.letterId === letter.letterId);
  const earlier = chain.slice(0, -1);
  const told = describeDeferral(chain.at(-1));
  const name = nameLetter(letter);
  const again = earlier.length > 0 ? '再次' : '';
  const title = joinTitle(`关于${again}延期回复${nameRegulator(letter)}`, `${name}的公告`);
  const paragraphs = [
    ...earlier.map((deferral) => recite(deferral, snapshot, letter)),
    composeReason(told, findSetDay(snapshot, letter, earlier), name),
    `为保证回复内容真实、准确、完整，经向${nameGranting(snapshot, letter)}申请，公司将${again}延期回复${name}` +
      `${told.newDate === null ? '' : `，预计于${told.newDate}前完成回复`}，并及时履行信息披露义务。`,
    ...(told.apology ? [`公司对延期回复${name}给投资者带来的不便深表歉意，敬请广大投资者谅解，并注意投资风险。`] : []),
  ];
  const preamble = `${composeArrival(snapshot.details, letter)}，要求公司于${dateOrBlank(findDueDate(letter.header, getCalendar(snapshot)))}前回复。`;
  const blocks = [
    ...assembleHead({ ...snapshot.details, title, announcementNo: notice?.announcementNo ?? '', preamble }, letter),
    ...paragraphs.map((text) => createParagraph('ReplyBody', text)),
    ...assembleNoticeTail(snapshot.details, notice?.announcedOn ?? told.announcedOn),
  ];
  return { title: title.replace('\n', ''), blocks, shown: [] };
}

function describeDeferral(deferral: Deferral | undefined): Told {
  if (deferral === undefined) return { announcedOn: null, reason: '', apology: true, newDate: BLANK };
  return { ...deferral, newDate: deferral.dueOn === null ? null : toChineseDate(deferral.dueOn) };
}

/** The day that held before this deferral; null when it is not known. */
function findSetDay(snapshot: ProjectSnapshot, letter: Letter, earlier: readonly Deferral[]): string | null {
  const last = earlier.at(-1);
  return last === undefined ? findDueDate(letter.header, getCalendar(snapshot)) : last.dueOn;
}

/** Who is asked for more time: who sent the letter. */
function nameGranting({ details }: ProjectSnapshot, letter: Letter): string {
  return letter.header.regulator ?? EXCHANGE_NAMES[details.exchange];
}

function recite({ announcedOn, dueOn }: Deferral, snapshot: ProjectSnapshot, letter: Letter): string {
  const until = dueOn === null ? '延期' : `延期至${toChineseDate(dueOn)}前`;
  return `公司于${dateOrBlank(announcedOn)}披露了延期回复${nameLetter(letter)}的公告，经向${nameGranting(snapshot, letter)}申请，${until}回复${nameLetter(letter)}。`;
}

function composeReason({ reason }: Told, setDay: string | null, name: string): string {
  const cause = orBlank(
    reason
      .trim()
      .replace(/^(?:由于|因为?|鉴于)/, '')
      .replace(/[。，；]+$/, ''),
  );
  const term = setDay === null ? '如期' : `在${toChineseDate(setDay)}前`;
  return `公司收到${name}后高度重视，积极组织相关人员及中介机构对所涉问题逐项落实。由于${cause}，公司预计无法${term}完成全部回复工作。`;
}
