import { findBrokenReferences } from '../../document/reference/refreshReferences';
import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import type { ProjectSnapshot } from '../../domain/snapshot';

/** Cross references whose question, item or block is gone: they are filed in the words last shown, which lead nowhere. */
export function checkBrokenReferences(snapshot: ProjectSnapshot): Finding[] {
  return findBrokenReferences(snapshot).map(({ reply, block, text }) => ({
    rule: 'reference-broken',
    severity: 'error',
    message: message('finding.reference-broken', { text }),
    expected: null,
    stated: text,
    places: [{ questionId: reply.questionId, blockId: block.blockId, text }],
  }));
}
