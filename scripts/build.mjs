import { buildClean } from './freshBuild.mjs';

const launch = process.env.HUIHAN_CORE_LAUNCH === 'child' ? 'child' : 'utility';
buildClean(launch);
process.stdout.write(`Built into out/ (core starts as ${launch === 'child' ? 'a child process, for tests only' : 'a utility process'}).\n`);
