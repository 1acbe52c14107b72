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
    exchange: getExchange(header),
    title: `关于对${header.regulator ?? ''}${header.kind ?? LETTER}回复的公告`,
    preamble: '',
    closing: true,
    signedOn: '',
    signature: '',
  };
}

function getExchange({ regulator, code }: LetterHeader): ProjectDetails['exchange'] {
  const name = regulator ?? '';
  if (name.includes('上海') || name.includes('上交所')) return 'sse';
  if (name.includes('北京') || name.includes('北交所')) return 'bse';
  if (name.includes('深圳') || name.includes('深交所')) return 'szse';
  const first = (code ?? '')[0];
  if (first === '6') return 'sse';
  return first === '8' || first === '4' || first === '9' ? 'bse' : 'szse';
}
