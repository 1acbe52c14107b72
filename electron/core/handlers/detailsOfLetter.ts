import type { LetterHeader } from '../../../shared/domain/letter';
import type { ProjectDetails } from '../../../shared/domain/project';
import { LETTER } from '../../../shared/document/filingWords';

/** What a new project's documents print, as far as the letter says it; the rest stays empty and is printed as a visible blank. */
export function createDetails(header: LetterHeader): ProjectDetails {
  return {
    company: header.company ?? '',
    shortName: header.shortName ?? '',
    code: header.code ?? '',
    announcementNo: header.announcementNo ?? '',
    exchange: findExchange(header.regulator, header.code),
    title: `关于对${header.regulator ?? ''}${header.kind ?? LETTER}回复的公告`,
    preamble: '',
    closing: true,
    signedOn: '',
    signature: '',
  };
}

/** The exchange a company is listed on: the one that writes to it, else by its code. */
export function findExchange(regulator: string | null, code: string | null): ProjectDetails['exchange'] {
  const name = regulator ?? '';
  if (/上海证券交易所|上交所/.test(name)) return 'sse';
  if (/北京证券交易所|北交所/.test(name)) return 'bse';
  if (/深圳证券交易所|深交所/.test(name)) return 'szse';
  if (/^(?:6|900)/.test(code ?? '')) return 'sse';
  return /^(?:4|8|92)/.test(code ?? '') ? 'bse' : 'szse';
}
