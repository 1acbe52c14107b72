/** Marks an update that writes a saved reply into the editor, as opposed to one the user made. */
export const LOAD_TAG = 'reply-load';

/** Marks an update that brings figures up to date with their cells. */
export const FIGURE_TAG = 'reply-figures';
