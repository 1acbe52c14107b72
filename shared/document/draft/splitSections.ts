import type { ReadPart } from '../../domain/dataTable';
import type { ItemId } from '../../domain/ids';
import type { VerifierRole } from '../../domain/letter';
import type { HeadingLevel, SectionRole } from '../../domain/reply';
import { resembles, squeeze } from './compareText';
import type { AskedQuestion, DraftBlock, DraftSection, DraftSink } from './draftSplit';
import { findHeadingLevel, splitLabel } from './headings';
import { findConclusionSentence, findSectionHeading, findVerifier, type SectionHeading } from './sectionHeadings';

type Paragraph = Extract<ReadPart, { type: 'paragraph' }>;

const ITEM_HEADING_LEVEL = 3;

/** Cuts the parts of a reply into the company's statement and each verifier's procedures and conclusion; headings stay as blocks. */
export function splitSections(
  parts: readonly ReadPart[],
  question: AskedQuestion,
  fileMarksHeadings: boolean,
  sink: DraftSink,
): DraftSection[] {
  const items = question.items.map((item) => squeeze(splitLabel(item.text).rest));
  const sections: DraftSection[] = [];
  let current: DraftSection = openSection('statement', null, question);
  const open = (role: SectionRole, verifier: VerifierRole | null) => {
    // A heading that only holds others (【核查情况】 over 核查程序) belongs to the first of them.
    const holdsHeadingsOnly = current.blocks.every((block) => block.type === 'heading');
    if (current.blocks.length === 0 || (holdsHeadingsOnly && current.role !== 'statement' && role !== 'statement')) {
      current.role = role;
      current.verifier = verifier ?? (role === 'statement' ? null : current.verifier);
      current.itemIds = getItemIds(role, current.verifier, question);
      return;
    }
    sections.push(current);
    current = openSection(role, verifier, question);
  };
  for (const [index, part] of parts.entries()) {
    if (part.type === 'table') {
      current.blocks.push(sink.addTable(part));
      continue;
    }
    const heading = findSectionHeading(part.text, question);
    const isItem = items.includes(squeeze(splitLabel(part.text).rest)) || repeatsItem(part.text, items);
    if (heading) open(heading.role, findSectionVerifier(heading, current, parts.slice(index + 1), question));
    else if (isItem && current.role !== 'statement') open('statement', null);
    else openConclusion(part, current, question, open);
    const level = heading ? (splitLabel(part.text).level ?? 2) : isItem ? ITEM_HEADING_LEVEL : findHeadingLevel(part, fileMarksHeadings);
    current.blocks.push(...createBlocks(part, level));
  }
  if (current.blocks.length > 0) sections.push(current);
  return sections;
}

function openSection(role: SectionRole, verifier: VerifierRole | null, question: AskedQuestion): DraftSection {
  return { role, verifier, itemIds: getItemIds(role, verifier, question), blocks: [] };
}

/** The items the letter asks a verifier about; empty for the whole question and for the company. */
function getItemIds(role: SectionRole, verifier: VerifierRole | null, question: AskedQuestion): ItemId[] {
  if (role === 'statement') return [];
  return question.verifications.find((verification) => verification.role === verifier)?.itemIds.slice() ?? [];
}

/** Without a heading of its own a conclusion begins with 经核查，会计师认为：, or where another verifier speaks. */
function openConclusion(
  part: Paragraph,
  current: DraftSection,
  question: AskedQuestion,
  open: (role: SectionRole, verifier: VerifierRole | null) => void,
): void {
  const sentence = findConclusionSentence(part.text, question);
  if (!sentence) return;
  const verifier = sentence.verifier ?? current.verifier;
  if (current.role === 'procedures') open('conclusion', verifier);
  else if (current.role === 'statement' && sentence.verifier !== null) open('conclusion', sentence.verifier);
  else if (current.role === 'conclusion' && verifier !== current.verifier && current.blocks.some((block) => block.type !== 'heading')) {
    open('conclusion', verifier);
  }
}

/** Whose section a heading opens: as it says, else the verifier before it, else the only one asked, else whoever speaks next. */
function findSectionVerifier(
  heading: SectionHeading,
  current: DraftSection,
  following: readonly ReadPart[],
  question: AskedQuestion,
): VerifierRole | null {
  if (heading.role === 'statement' || heading.verifier !== null) return heading.verifier;
  if (heading.role === 'conclusion' && current.role === 'procedures') return current.verifier;
  const asked = new Set(question.verifications.map((verification) => verification.role));
  if (asked.size === 1) return question.verifications[0]!.role;
  for (const part of following) {
    if (part.type !== 'paragraph') continue;
    const named = findConclusionSentence(part.text, question)?.verifier ?? findSpeaker(part.text, question);
    if (named !== null) return named;
  }
  return question.verifications[0]?.role ?? null;
}

/** 针对上述事项，保荐机构履行了如下核查程序：names who verified. */
function findSpeaker(text: string, question: AskedQuestion): VerifierRole | null {
  return /[:：]$/.test(text) && /核查|程序/.test(text) ? findVerifier(text, question) : null;
}

function repeatsItem(text: string, items: readonly string[]): boolean {
  const { level, rest } = splitLabel(text);
  const key = squeeze(rest).replace(/[;。,]$/, '');
  return level !== null && items.some((item) => resembles(key, item.replace(/[;。,]$/, '')));
}

function createBlocks(part: Paragraph, level: HeadingLevel | null): DraftBlock[] {
  const { text, place, pictures = [] } = part;
  const blocks: DraftBlock[] = pictures.map((picture) => ({ type: 'picture', picture, place }));
  if (text === '') return blocks;
  const words: DraftBlock = level === null ? { type: 'paragraph', text, place } : { type: 'heading', level, text, place };
  return [words, ...blocks];
}
