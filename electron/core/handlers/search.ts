import { type HandlersOf, reads } from '../rpc/handlerKinds';
import { searchProject } from './searchProject';

export const searchHandlers: HandlersOf<'search'> = {
  'search:query': reads(({ db }, { query, limit }) => searchProject(db, query, limit)),
};
