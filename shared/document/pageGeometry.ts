/** The page of the house format in twips (1/20 pt): A4, margins 2.54 and 3.17 cm (docs/HOUSE-FORMAT.md). */
export const PAGE = {
  widthTwips: 11906,
  heightTwips: 16838,
  marginTopTwips: 1440,
  marginSideTwips: 1800,
  headerTwips: 851,
  footerTwips: 992,
} as const;

/** Width of a line of body text: 14.65 cm. */
export const TEXT_WIDTH_TWIPS = PAGE.widthTwips - 2 * PAGE.marginSideTwips;

/** Widest table of an upright page: it runs into both margins alike. */
export const WIDEST_UPRIGHT_TWIPS = 9638;

/** Height of the text area of an upright page. */
export const TEXT_HEIGHT_TWIPS = PAGE.heightTwips - 2 * PAGE.marginTopTwips;

/** Line width and text height of a landscape page, whose margins turn with it. */
export const LANDSCAPE_WIDTH_TWIPS = PAGE.heightTwips - 2 * PAGE.marginTopTwips;
export const LANDSCAPE_HEIGHT_TWIPS = PAGE.widthTwips - 2 * PAGE.marginSideTwips;

/** Twips of one CSS pixel (96 to the inch). */
export const TWIPS_PER_PIXEL = 15;
