import { runChecks } from '../../../shared/checks/runChecks';
import { readSnapshot } from '../db/queries/snapshot';
import { type HandlersOf, reads } from '../rpc/handlerKinds';

export const checkHandlers: HandlersOf<'check'> = {
  'check:run': reads(({ db }) => runChecks(readSnapshot(db))),
};
