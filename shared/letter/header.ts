import type { LetterHeader } from '../domain/letter';
import { findDates, resolveYear } from './dates';
import {
  ANNOUNCEMENT_NO,
  ANSWER_DUE,
  COMPANY_NAME,
  COPY_TO,
  DEADLINE,
  DEPARTMENT,
  DISCLOSE,
  DISCLOSE_WHERE_REQUIRED,
  KIND_BY_TITLE,
  LETTER_KINDS,
  LETTER_NO,
  RECEIVED,
  REGULATOR,
  REGULATOR_FULL_NAMES,
  REMINDER,
  SECURITY_CODE,
  SHORT_NAME,
} from './dictionary';
import { closeLetterSpacing } from './normalise';

const HEAD_LENGTH = 4000;
const TITLE_LENGTH = 1200;
const SIGN_OFF_LENGTH = 240;

/**
 * Reads a letter's header. `raw` is the text as received (its spaces tell names apart), `body` the normalised text, `lead` and `closing` what stands
 * before the first question and behind the last; a reply has no closing and tells the day of receipt instead of the day of issue.
 */
export function parseHeader(raw: string, body: string, lead: string, closing: string): LetterHeader {
  const head = closeLetterSpacing(raw.slice(0, HEAD_LENGTH));
  const number = findLetterNo(head);
  const signature = findSignature(body, closing);
  const receivedOn = findReceivedOn(body);
  const issuedOn = signature.issuedOn;
  const due = findDue(closing, issuedOn ?? receivedOn) ?? findDue(lead, issuedOn ?? receivedOn);
  const firstRegulator = readRegulator(body.slice(0, HEAD_LENGTH));
  return {
    kind: findKind(number?.prefix ?? '', body),
    regulator: signature.regulator ?? firstRegulator.regulator,
    department: signature.department ?? firstRegulator.department,
    company: findCompany(body, head),
    code: SECURITY_CODE.exec(head)?.[1]?.replace(/[/，, ]+/g, '、') ?? null,
    shortName: SHORT_NAME.exec(head)?.[1] ?? null,
    announcementNo: ANNOUNCEMENT_NO.exec(head)?.[1]?.replace(/\s/g, '') ?? null,
    letterNo: number?.repaired ?? null,
    letterNoRaw: number?.raw ?? null,
    issuedOn,
    receivedOn,
    dueOn: due?.on ?? null,
    dueText: due?.text ?? null,
    disclose: findDisclose(closing),
    copyTo: findCopyTo(closing),
  };
}

type LetterNo = { prefix: string; repaired: string; raw: string };

function findLetterNo(head: string): LetterNo | null {
  const found: LetterNo[] = [];
  for (const match of head.replace(/\s+/g, ' ').matchAll(LETTER_NO)) {
    const prefix = cutPrefix(match[1]!);
    const year = (match[2] ?? match[3]!).replace(/ /g, '');
    const repaired = `${prefix}〔${year}〕${match[4] ?? ''}${match[5]!.replace(/ /g, '')}号`;
    found.push({ prefix, repaired, raw: match[0].slice(match[1]!.length - prefix.length) });
  }
  return found.find(({ prefix }) => prefix.endsWith('函')) ?? found.find(({ prefix }) => /字$|审(?:[（(].*)?$|问询/.test(prefix)) ?? null;
}

/** The run of characters before the bracket may hold the end of a title or 下发的 too; the number's own name is what follows. */
function cutPrefix(run: string): string {
  const title = run.slice(0, -1).lastIndexOf('函');
  const particle = Math.max(run.lastIndexOf('的'), run.lastIndexOf('了'));
  const from = Math.max(title, particle) + 1;
  const name = from >= run.length - 1 ? run : run.slice(from);
  const regulator = REGULATOR.exec(name);
  return regulator?.index === 0 && regulator[0].length < name.length - 1 ? name.slice(regulator[0].length).replace(/^文件/, '') : name;
}

function findKind(letterNoPrefix: string, body: string): string | null {
  const title = body.slice(0, TITLE_LENGTH);
  const byNumber = LETTER_KINDS.find((kind) => letterNoPrefix.endsWith(kind));
  if (byNumber && byNumber !== '问询函') return byNumber;
  const named = LETTER_KINDS.find((kind) => new RegExp(`(?<!事后)${kind}(?!第[^〔[])`).test(title));
  if (named && named !== '问询函') return named;
  return KIND_BY_TITLE.find(([pattern]) => pattern.test(title))?.[1] ?? named ?? byNumber ?? null;
}

function findCompany(body: string, head: string): string | null {
  const addressed = new RegExp(`(${COMPANY_NAME})(?:董事会)?(?:(?:及|、)[^：:\\n。请]{0,40})?[：:]`).exec(body.slice(0, HEAD_LENGTH));
  if (addressed && addressed[1]!.length > 6 && !/请|你公司/.test(addressed[1]!)) return cutCompany(addressed[1]!);
  const titled = new RegExp(`关于(?:对)?(?:上市公司)?(${COMPANY_NAME})`).exec(body.slice(0, TITLE_LENGTH));
  if (titled) return cutCompany(titled[1]!);
  const opening = new RegExp(`(?:^|\\n)\\s*(${COMPANY_NAME})\\s*(?:\\n|（以下|\\(以下)`).exec(head);
  return opening ? opening[1]! : null;
}

/** Lost breaks glue the letter's number or title to the company's name. */
function cutCompany(run: string): string {
  const parts = run.split(/号|函|^对/);
  return parts[parts.length - 1]!;
}

const LAST_LINE_IS_DATE = /(?:^|\n)[^\n，]{4,12}年[^\n，]{2,8}日\s*$/;

type Signature = { regulator: string | null; department: string | null; issuedOn: string | null };

function findSignature(body: string, closing: string): Signature {
  const farewell = closing.lastIndexOf('特此函');
  const signOff = (farewell >= 0 ? closing.slice(farewell, farewell + SIGN_OFF_LENGTH) : closing.slice(-SIGN_OFF_LENGTH)).replace(
    COPY_TO,
    '',
  );
  if (signOff === '' || (farewell < 0 && !REGULATOR.test(signOff) && !LAST_LINE_IS_DATE.test(signOff)))
    return { regulator: null, department: null, issuedOn: null };
  const named = readRegulator(signOff);
  const dates = findDates(signOff).filter((date) => date.iso !== null);
  const issued = farewell >= 0 ? dates[0] : dates[dates.length - 1];
  return { ...named, regulator: named.regulator ?? readRegulator(body.slice(0, TITLE_LENGTH)).regulator, issuedOn: issued?.iso ?? null };
}

/** The first regulator named together with its department, else the first one named; not one that merely gets a copy. */
function readRegulator(whole: string): { regulator: string | null; department: string | null } {
  const text = whole.replace(COPY_TO, '');
  let first: string | null = null;
  for (const match of text.matchAll(new RegExp(REGULATOR.source, 'g'))) {
    const name = REGULATOR_FULL_NAMES[match[0]] ?? match[0];
    const department = DEPARTMENT.exec(text.slice(match.index + match[0].length, match.index + match[0].length + 40).trimStart());
    if (department) return { regulator: name, department: department[0] };
    first ??= name;
  }
  return { regulator: first, department: null };
}

function findReceivedOn(body: string): string | null {
  const text = body.slice(0, HEAD_LENGTH);
  return findDates(text).find((date) => date.iso !== null && RECEIVED.test(text.slice(date.end, date.end + 90)))?.iso ?? null;
}

/** The clause that sets the deadline, and the day when it names one. */
function findDue(closing: string, base: string | null): { text: string; on: string | null } | null {
  const clauses = closing
    .split(/(?<=[。\n])/)
    .filter((sentence) => ANSWER_DUE.test(sentence) || DISCLOSE.test(sentence))
    .flatMap((sentence) => sentence.split(/[，。；\n]/))
    .map((clause) => clause.trim())
    .filter((clause) => DEADLINE.test(clause));
  const text = clauses.find((clause) => ANSWER_DUE.test(clause.replace(/披露(?:本|《|该)[^，]*函/, ''))) ?? clauses[0];
  if (text === undefined) return null;
  const date = findDates(text).find(({ end }) => /^ ?(?:[（(]含|之?前|以前)/.test(text.slice(end)));
  return { text, on: date ? resolveYear(date, base) : null };
}

function findDisclose(closing: string): boolean | null {
  const duties = closing.replace(REMINDER, '');
  const conditional = duties.match(DISCLOSE_WHERE_REQUIRED) !== null;
  if (DISCLOSE.test(duties.replace(DISCLOSE_WHERE_REQUIRED, '').replace(/信息披露(?:义务|要求)/g, ''))) return true;
  return conditional ? false : null;
}

function findCopyTo(closing: string): string[] {
  const names: string[] = [];
  for (const match of closing.matchAll(COPY_TO)) {
    for (const name of match[1]!.split(/[、]|和|及/)) if (name.trim() !== '' && !names.includes(name.trim())) names.push(name.trim());
  }
  return names;
}
