/** How main starts core, compiled in: `utility` in every shipped program, `child` in builds for tests. */
declare const __CORE_LAUNCH__: 'utility' | 'child';
/** Node that runs core in a `child` build; empty otherwise. */
declare const __CORE_NODE__: string;
