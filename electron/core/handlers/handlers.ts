import type { Method } from '../../../shared/ipc/contract';
import type { Handler } from '../rpc/handlerKinds';
import { acceptanceHandlers } from './acceptances';
import { askHandlers } from './asks';
import { cellHandlers } from './cells';
import { checkHandlers } from './checks';
import { tableHandlers } from './dataTables';
import { deferralHandlers } from './deferrals';
import { exchangeHandlers } from './exchange';
import { exportHandlers } from './exports';
import { figureHandlers } from './figures';
import { filingHandlers } from './filings';
import { historyHandlers } from './history';
import { jobHandlers } from './jobs';
import { letterHandlers } from './letters';
import { linkHandlers } from './links';
import { pictureHandlers } from './pictures';
import { previewHandlers, printHandlers } from './preview';
import { projectHandlers } from './projects';
import { filingSetHandlers } from './filingSets';
import { finalHandlers } from './finals';
import { opinionHandlers } from './opinions';
import { originHandlers } from './tableOrigins';
import { redactionHandlers } from './redactions';
import { referenceHandlers } from './references';
import { registerHandlers } from './register';
import { replyHandlers } from './replies';
import { replyTableHandlers } from './replyTables';
import { reviewHandlers } from './review';
import { scanHandlers } from './scans';
import { searchHandlers } from './search';
import { sourceHandlers } from './sources';
import { sourceUpdateHandlers } from './sourceUpdates';
import { templateHandlers } from './templates';
import { termHandlers } from './definedTerms';
import { aliasHandlers } from './metricAliases';
import { statusHandlers } from './status';
import { taskHandlers } from './tasks';
import { versionHandlers } from './versions';
import { wordReviewHandlers } from './wordReview';

/** Every call of the contract with its handler; a key without one does not compile. */
export const handlers: { [M in Method]: Handler<M> } = {
  ...projectHandlers,
  ...wordReviewHandlers,
  ...letterHandlers,
  ...askHandlers,
  ...deferralHandlers,
  ...filingHandlers,
  ...sourceHandlers,
  ...sourceUpdateHandlers,
  ...tableHandlers,
  ...cellHandlers,
  ...originHandlers,
  ...linkHandlers,
  ...replyHandlers,
  ...referenceHandlers,
  ...templateHandlers,
  ...termHandlers,
  ...aliasHandlers,
  ...replyTableHandlers,
  ...figureHandlers,
  ...pictureHandlers,
  ...reviewHandlers,
  ...registerHandlers,
  ...scanHandlers,
  ...searchHandlers,
  ...checkHandlers,
  ...acceptanceHandlers,
  ...redactionHandlers,
  ...opinionHandlers,
  ...filingSetHandlers,
  ...finalHandlers,
  ...exchangeHandlers,
  ...exportHandlers,
  ...previewHandlers,
  ...printHandlers,
  ...historyHandlers,
  ...statusHandlers,
  ...taskHandlers,
  ...versionHandlers,
  ...jobHandlers,
};
