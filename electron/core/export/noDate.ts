/** Written into files whose announcement has no date yet, so that the same project always gives the same bytes. */
export const NO_DATE = '2000-01-01';
