import { configureGlobal, readConfigureGlobal } from 'fast-check';

/**
 * Set up before every unit test: property tests draw the same inputs in each run, so that a test turns red by a change and never by chance. To look
 * further, draw others: `HUIHAN_SEED=random npm test`, or the seed a failure printed.
 */
const seed = process.env['HUIHAN_SEED'] ?? '20261122';
if (seed !== 'random') configureGlobal({ ...readConfigureGlobal(), seed: Number(seed) });
