import { say } from '../../../shared/catalogue/catalogue';
import { nameTarget } from '../../../shared/catalogue/nameTarget';
import { sayHitPlace } from '../../../shared/catalogue/sayPlace';
import type { SearchHit } from '../../../shared/ipc/results';
import { wordAt, type Command } from '../command';

const LIMIT = 200;

/** `search PROJECT QUERY`: over tables, cells, replies, letter and sources, best first. */
export const searchCommand: Command = {
  usage: 'PROJECT QUERY [--json]',
  words: [2, 2],
  run: async (given, terminal) => {
    await terminal.open(wordAt(given, 0), 'read');
    const hits = await terminal.call('search:query', { query: wordAt(given, 1), limit: LIMIT });
    const letters = await terminal.call('letter:list', {});
    const sayWhere = (hit: SearchHit) =>
      hit.questionId === undefined
        ? sayHitPlace(given.language, hit)
        : nameTarget(letters, { questionId: hit.questionId, itemId: null }, (key, data) => say(given.language, key, data));
    const told = hits.map((hit) => ({ kind: hit.kind, id: hit.id, place: sayWhere(hit), snippet: hit.snippet }));
    return { json: told, text: told.map(({ kind, place, snippet }) => `${kind}  ${place}  ${snippet}`).join('\n') };
  },
};
