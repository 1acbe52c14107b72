import { sayMessage } from '../catalogue/catalogue';
import { identifyFinding } from '../checks/identifyFinding';
import { runChecks } from '../checks/runChecks';
import type { Finding } from '../domain/finding';
import type { ProjectSnapshot } from '../domain/snapshot';
import { toShanghaiDate } from '../letter/deadline';
import { stripAutospaceBlanks } from './cjkBlanks';
import { createParagraph, type FilingBlock } from './filingBlock';
import { ACCEPTED_DOUBT, NO_DOUBTS, SEVERITIES } from './filingWords';

/** What the checks find and doubt, one numbered paragraph each: those still open, then those accepted with who, when and why. `isMeant` chooses among them. */
export function assembleDoubts(snapshot: ProjectSnapshot, isMeant: (finding: Finding) => boolean = () => true): FilingBlock[] {
  const acceptances = new Map(snapshot.acceptances.map((acceptance) => [acceptance.key, acceptance]));
  const doubts = runChecks(snapshot)
    .filter((finding) => finding.severity !== 'note' && isMeant(finding))
    .map((finding) => ({ finding, acceptance: acceptances.get(identifyFinding(finding)) }));
  const ordered = [...doubts.filter(({ acceptance }) => !acceptance), ...doubts.filter(({ acceptance }) => acceptance)];
  if (ordered.length === 0) return [createParagraph('ReplyBody', NO_DOUBTS)];
  return ordered.map(({ finding: { severity, message }, acceptance }, index) => {
    const said = `${SEVERITIES[severity]}：${sayMessage('zh-CN', message)}`;
    const { reason, actor, at } = acceptance ?? {};
    const line = acceptance ? `${ACCEPTED_DOUBT}：${reason}（${actor}，${toShanghaiDate(new Date(at!))}）。${said}` : said;
    return createParagraph('ReplyBody', stripAutospaceBlanks(`${index + 1}、${line}`));
  });
}
