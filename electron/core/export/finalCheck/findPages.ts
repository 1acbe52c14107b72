import { message, type Message } from '../../../../shared/domain/message';
import { PAGE } from '../../../../shared/document/pageGeometry';
import type { TemplatePage } from '../../../../shared/document/template/documentTemplate';
import type { Placed } from './storyPlaces';
import { getElement, type XmlElement } from './xmlTree';

/** Twips a word processor may round a measure by. */
const ROUNDING_TWIPS = 4;

/** Sections whose sheet or margins are not those of the house format, or of the template. */
export function findForeignPages(placed: readonly Placed[], page: TemplatePage | null): Message[] {
  const sheet = page ?? {
    widthTwips: PAGE.widthTwips,
    heightTwips: PAGE.heightTwips,
    top: PAGE.marginTopTwips,
    bottom: PAGE.marginTopTwips,
    left: PAGE.marginSideTwips,
    right: PAGE.marginSideTwips,
  };
  const upright = [sheet.widthTwips, sheet.heightTwips, sheet.top, sheet.right, sheet.bottom, sheet.left];
  const turned = [sheet.heightTwips, sheet.widthTwips, sheet.left, sheet.top, sheet.right, sheet.bottom];
  const sections = placed.filter(({ element }) => element.name === 'w:sectPr');
  return sections.flatMap(({ element }, index) => {
    const measures = readMeasures(element);
    const fits = [upright, turned].some((wanted) => wanted.every((twips, at) => Math.abs(twips - measures[at]!) <= ROUNDING_TWIPS));
    return fits ? [] : [message('warning.final-page', { section: index + 1 })];
  });
}

function readMeasures(section: XmlElement): number[] {
  const size = getElement(section, 'w:pgSz')?.attributes ?? {};
  const margins = getElement(section, 'w:pgMar')?.attributes ?? {};
  return [size['w:w'], size['w:h'], margins['w:top'], margins['w:right'], margins['w:bottom'], margins['w:left']].map(Number);
}
