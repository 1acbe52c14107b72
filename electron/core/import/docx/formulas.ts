import { childOf, elementsOf, type XmlElement } from './xmlTree';

/** A formula (m:oMath) on one line: fractions as a/b, powers as a^b, indices as a_b, roots as √(a). */
export function readFormula(element: XmlElement | undefined): string {
  if (!element) return '';
  switch (element.name) {
    case 'm:t':
      return element.children.filter((node) => typeof node === 'string').join('');
    case 'm:f':
      return `${group(readFormula(childOf(element, 'm:num')))}/${group(readFormula(childOf(element, 'm:den')))}`;
    case 'm:sSup':
      return `${readFormula(childOf(element, 'm:e'))}^${group(readFormula(childOf(element, 'm:sup')))}`;
    case 'm:sSub':
      return `${readFormula(childOf(element, 'm:e'))}_${group(readFormula(childOf(element, 'm:sub')))}`;
    case 'm:rad':
      return `√(${readFormula(childOf(element, 'm:e'))})`;
    case 'm:d':
      return `(${readParts(element)})`;
    default:
      return readParts(element);
  }
}

function readParts(element: XmlElement): string {
  return elementsOf(element).map(readFormula).join('');
}

/** Parentheses around anything a reader could take apart: a+b, but not ab or 12.5. */
function group(text: string): string {
  return /[+\-*/×÷=−]/.test(text) ? `(${text})` : text;
}
