import { say } from '../../../shared/catalogue/catalogue';
import type { FilingDocument } from '../../../shared/document/filingDocument';
import { assert } from '../../../shared/util/assert';
import { findExchange, insertExchange } from '../db/queries/exchange';
import { storeFile } from '../db/queries/files';
import { insertVersion } from '../db/queries/versions';
import { isReviewDocument, nameReview } from '../export/nameReview';
import type { ExchangeId } from '../../../shared/domain/ids';
import type { Session } from '../session';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Under which file name a copy went out, and to whom; empty when nobody is named. */
export type SentTo = { name: string; party: string };

/**
 * Keeps a copy for reviewers as it went out to `party`, with what its names stand for and an automatic version of now. The same copy sent again is
 * noted once.
 */
export function noteSentReview(session: Session, document: FilingDocument, bytes: Uint8Array, { name: fileName, party }: SentTo): void {
  assert(isReviewDocument(document), 'only a copy for reviewers is noted as sent');
  const project = session.getProject();
  if (project.readOnly) return;
  const exchangeId = nameReview(document).name as ExchangeId;
  if (findExchange(project.db, exchangeId)) return;
  const { language, actor } = session.settings;
  project.write((db) => {
    const name = say(language, 'wordReview.sentVersion');
    const { versionId } = insertVersion(db, { name, why: fileName, actor, automatic: true });
    const file = storeFile(db, bytes, DOCX);
    const sent = {
      exchangeId,
      direction: 'sent' as const,
      kind: 'word' as const,
      party,
      fileName,
      file,
      versionId,
      answers: null,
      questionIds: [],
    };
    const changeIds = document.anchors.changes.map((change) => change.changeId);
    insertExchange(db, sent, changeIds, document.anchors);
  });
  session.tellChanged({ nouns: ['version', 'review'] });
}
