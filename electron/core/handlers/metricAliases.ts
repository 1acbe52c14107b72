import { learnMetricAliases } from '../../../shared/checks/document/metricAliases';
import { type AliasEntry, type AliasPair, pairNames } from '../../../shared/domain/metricAlias';
import { message } from '../../../shared/domain/message';
import { cleanMetricName } from '../../../shared/figures/cleanMetricName';
import { AppError } from '../../../shared/ipc/errors';
import type { ReadableDb } from '../db/handles';
import { listAliasDecisions, putAliasDecision, removeAliasDecision } from '../db/queries/metricAliases';
import { readSnapshot } from '../db/queries/snapshot';
import { type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { timestamp } from '../timestamp';

export const aliasHandlers: HandlersOf<'alias'> = {
  'alias:list': reads(({ db }) => listEntries(db)),

  'alias:decide': writes(({ db, session, recorder, describe }, { names, verdict }) => {
    const [first = '', second = ''] = names.map(cleanMetricName);
    const pair = first === '' || second === '' ? null : pairNames(first, second);
    if (!pair) throw new AppError('invalid-params', { reason: message('reason.aliasNames') });
    if (verdict === null) removeAliasDecision(db, recorder, pair);
    else putAliasDecision(db, recorder, { ...pair, verdict, actor: session.settings.actor, at: timestamp() });
    describe({ first: pair.first, second: pair.second });
    return null;
  }),
};

/** The pairs nobody decided on first, then those decided on; each with what the tables show of it, if they still do. */
function listEntries(db: ReadableDb): AliasEntry[] {
  const { tables, details } = readSnapshot(db);
  const learnt = learnMetricAliases(tables.values(), [details.company, details.shortName]);
  const decisions = listAliasDecisions(db);
  const decisionOf = new Map(decisions.map((decision) => [keyOf(decision), decision]));
  const learntOf = new Map(learnt.map((alias) => [keyOf(alias), alias]));
  return [
    ...learnt.filter((alias) => !decisionOf.has(keyOf(alias))).map((alias): AliasEntry => ({ ...alias, verdict: null })),
    ...decisions.map(({ first, second, verdict }): AliasEntry => {
      const { equal = 0, differing = 0, places = [] } = learntOf.get(keyOf({ first, second })) ?? {};
      return { first, second, verdict, equal, differing, places };
    }),
  ];
}

function keyOf({ first, second }: AliasPair): string {
  return `${first} ${second}`;
}
