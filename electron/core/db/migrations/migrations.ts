import { assert } from '../../../../shared/util/assert';
import type { WritableDb } from '../handles';
import { createProject } from './0010-create-project';
import { createLetters } from './0020-create-letters';
import { createSources } from './0030-create-sources';
import { createReplies } from './0040-create-replies';
import { createHistory } from './0050-create-history';
import { createSearch } from './0060-create-search';
import { createDeferrals } from './0070-create-deferrals';
import { createReplyTables } from './0080-create-reply-tables';
import { createAcceptances } from './0090-create-acceptances';
import { createExemptions } from './0091-create-exemptions';
import { createSourceUpdates } from './0110-create-source-updates';
import { dropSearchWords, indexPairs } from './0111-index-pairs';
import { createRedactions } from './0120-create-redactions';
import { createFilingPapers } from './0121-create-filing-papers';
import { createDefinedTerms } from './0130-create-defined-terms';
import { createReview } from './0140-create-review';
import { createSignOffs } from './0141-create-sign-offs';
import { createRestatedQuestions } from './0142-create-restated-questions';
import { createTableOrigins } from './0150-create-table-origins';
import { createMetricAliases } from './0154-create-metric-aliases';
import { indexBands } from './0164-index-bands';
import { headParts } from './0165-head-parts';
import { extendLetters } from './0100-extend-letters';
import { createFilings } from './0101-create-filings';

/** One step of the file's schema; `version` is the user_version after it. Never edited after a release. */
export type Migration = {
  version: number;
  script: string;
  /** What follows from stored rows and takes more than SQL, in the same transaction. */
  fill?: (db: WritableDb) => void;
};

/** Every step in order; a new one is numbered ten higher, so that a repair can stand between two. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 10, script: createProject },
  { version: 20, script: createLetters },
  { version: 30, script: createSources },
  { version: 40, script: createReplies },
  { version: 50, script: createHistory },
  { version: 60, script: createSearch },
  { version: 70, script: createDeferrals },
  { version: 80, script: createReplyTables },
  { version: 90, script: createAcceptances },
  { version: 91, script: createExemptions },
  { version: 100, script: extendLetters },
  { version: 101, script: createFilings },
  { version: 110, script: createSourceUpdates },
  { version: 111, script: dropSearchWords, fill: indexPairs },
  { version: 120, script: createRedactions },
  { version: 121, script: createFilingPapers },
  { version: 130, script: createDefinedTerms },
  { version: 140, script: createReview },
  { version: 141, script: createSignOffs },
  { version: 142, script: createRestatedQuestions },
  { version: 150, script: createTableOrigins },
  { version: 154, script: createMetricAliases },
  { version: 164, script: indexBands },
  { version: 165, script: headParts },
];

MIGRATIONS.forEach((migration, index) => {
  assert(migration.version > (MIGRATIONS[index - 1]?.version ?? 0), `migration ${migration.version} stands in order`);
});

/** The user_version this program writes. */
export const LATEST_VERSION = MIGRATIONS[MIGRATIONS.length - 1]!.version;

/** Marks a SQLite file as a project of this program: the letters HHGZ. */
export const APPLICATION_ID = 0x4848475a;
