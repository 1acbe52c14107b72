import { sayHitPlace } from '../../../shared/catalogue/sayPlace';
import { wordAt, type Command } from '../command';

const LIMIT = 200;

/** `search PROJECT QUERY`: over tables, cells, replies, letter and sources, best first. */
export const searchCommand: Command = {
  usage: 'PROJECT QUERY [--json]',
  words: [2, 2],
  run: async (given, terminal) => {
    await terminal.open(wordAt(given, 0), 'read');
    const hits = await terminal.call('search:query', { query: wordAt(given, 1), limit: LIMIT });
    const told = hits.map((hit) => ({ kind: hit.kind, id: hit.id, place: sayHitPlace(given.language, hit), snippet: hit.snippet }));
    return { json: told, text: told.map(({ kind, place, snippet }) => `${kind}  ${place}  ${snippet}`).join('\n') };
  },
};
