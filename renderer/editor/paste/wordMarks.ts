import type { TextStyle } from '../../../shared/domain/reply';
import { MAX_LIST_DEPTH } from '../listBlock/ListBlockNode';

/** Text of a bullet as Word and WPS write it: their symbol fonts' letters and the usual dots. */
const BULLET_MARKS = /^[·•●○■□◆◇▪–lnuØüvq§]$/;

function getCss(element: Element): string {
  return (element.getAttribute('data-style') ?? '').toLowerCase();
}

/** Whether the element is not to be seen: hidden by style, or Word's own notes to itself. */
export function isHidden(element: Element): boolean {
  return /display:\s*none|visibility:\s*hidden|mso-hide:\s*all/.test(getCss(element)) || isBulletMark(element);
}

/** The mark Word puts before a list item: a bullet is drawn by the list, a number (一、 1、) is text and stays. */
function isBulletMark(element: Element): boolean {
  return /mso-list:\s*ignore/.test(getCss(element)) && BULLET_MARKS.test((element.textContent ?? '').replaceAll(/\s/g, ''));
}

/** The list item a Word paragraph is, where its mark is a bullet; null otherwise. */
export function readListMark(element: Element): { kind: 'bullet'; depth: number } | null {
  const level = /mso-list:[^;]*level(\d)/.exec(getCss(element))?.[1];
  if (level === undefined) return null;
  const hasBullet = [...element.querySelectorAll('span')].some(isBulletMark);
  return hasBullet ? { kind: 'bullet', depth: Math.min(Number(level) - 1, MAX_LIST_DEPTH) } : null;
}

/** Outline level from 1 of a heading element or a Word paragraph styled as one; null for body text. */
export function readOutlineLevel(element: Element): number | null {
  const level = /^H([1-6])$/i.exec(element.nodeName)?.[1] ?? /mso-outline-level:\s*([1-9])/.exec(getCss(element))?.[1];
  return level === undefined ? null : Number(level);
}

/** The text style inside an element: bold, sub- and superscript by element or style; everything else is left behind. */
export function readStyle(element: Element, outer: TextStyle): TextStyle {
  const css = getCss(element);
  const name = element.nodeName.toUpperCase();
  const style: TextStyle = { ...outer };
  if (name === 'B' || name === 'STRONG' || name === 'TH') style.bold = true;
  const weight = /font-weight:\s*(\w+)/.exec(css)?.[1];
  if (weight === 'bold' || weight === 'bolder' || Number(weight) >= 600) style.bold = true;
  else if (weight === 'normal' || (weight !== undefined && Number(weight) < 600)) delete style.bold;
  if (name === 'SUB' || /vertical-align:\s*sub/.test(css)) style.sub = true;
  if (name === 'SUP' || /vertical-align:\s*super/.test(css)) style.sup = true;
  return style;
}
