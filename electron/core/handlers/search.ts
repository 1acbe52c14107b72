import { type HandlersOf, reads } from '../rpc/handlerKinds';
import { searchProject } from './searchProject';

export const searchHandlers: HandlersOf<'search'> = {
  'search:query': reads(({ db }, { query, limit, period = '', unit = '' }) => searchProject(db, query, limit, { period, unit })),
};
