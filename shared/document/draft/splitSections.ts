import type { ReadPart } from '../../domain/dataTable';
import type { ItemId } from '../../domain/ids';
import type { VerifierRole } from '../../domain/letter';
import type { SectionRole } from '../../domain/reply';
import { createBlocks } from './createBlocks';
import { isMadeOf, squeeze, trimEnd } from './compareText';
import type { AskedQuestion, DraftBlock, DraftSection, DraftSink } from './draftSplit';
import { findHeadingLevel, splitLabel } from './headings';
import { repeatsItem } from './repeatsItem';
import { FIGURE_SOURCE, FIGURE_SOURCE_STYLE, REPLY_LABEL } from './draftTerms';
import {
  findConclusionSentence,
  findProceduresSentence,
  findRunInHeading,
  findSectionHeading,
  findVerifier,
  type SectionHeading,
} from './sectionHeadings';

type Paragraph = Extract<ReadPart, { type: 'paragraph' }>;

const TOP_LEVEL = 2;
const ITEM_HEADING_LEVEL = 3;
const LONGEST_COPIED = 200;
const SHORTEST_ASKED = 6;

/** Cuts the parts of a reply into the company's statement and each verifier's procedures and conclusion; headings stay as blocks. */
export function splitSections(
  parts: readonly ReadPart[],
  question: AskedQuestion,
  fileMarksHeadings: boolean,
  sink: DraftSink,
): DraftSection[] {
  const cutter = new SectionCutter(question, fileMarksHeadings);
  for (const [index, part] of parts.entries()) {
    if (part.type === 'table') cutter.addBlocks([sink.addTable(part)]);
    else cutter.addParagraph(part, parts, index);
  }
  return cutter.sections.filter((section) => section.blocks.length > 0);
}

/** Takes a reply paragraph by paragraph; the last of `sections` is the one being written. */
class SectionCutter {
  readonly sections: DraftSection[];
  private readonly asked: string;
  private readonly askedLines: ReadonlySet<string>;

  constructor(
    private readonly question: AskedQuestion,
    private readonly fileMarksHeadings: boolean,
  ) {
    this.sections = [openSection('statement', null, question)];
    this.asked = squeeze(question.text);
    this.askedLines = new Set(question.text.split('\n').map(squeeze));
  }

  addBlocks(blocks: readonly DraftBlock[]): void {
    this.current.blocks.push(...blocks);
  }

  addParagraph(paragraph: Paragraph, parts: readonly ReadPart[], index: number): void {
    const last = this.current.blocks.at(-1);
    if (last?.type === 'chart' && last.source === '' && isFigureSource(paragraph)) {
      last.source = paragraph.text;
      return;
    }
    const heading = findSectionHeading(paragraph.text, this.question);
    const runIn = heading ? null : findRunInHeading(paragraph.text, this.question);
    const { level, rest } = splitLabel(paragraph.text);
    const key = trimEnd(squeeze(rest));
    const isItem = this.question.items.some((item) => repeatsItem(paragraph.text, item));
    const isReplyLabel = REPLY_LABEL.exec(paragraph.text)?.[2] === '';
    // What the letter asks further on (1.2 below the answer to 1.1) is answered by the company first.
    const isAsked = paragraph.text.length >= SHORTEST_ASKED && this.askedLines.has(squeeze(paragraph.text));
    if (isReplyLabel || isItem || isAsked) this.open('statement', null);
    else if (heading) this.open(heading.role, findSectionVerifier(heading, this.current, parts.slice(index + 1), this.question));
    else if (runIn) this.open(runIn.role, findSectionVerifier(runIn, this.current, parts.slice(index), this.question));
    else this.openBySentence(paragraph.text, parts, index);
    // A heading copied from the question keeps the question's 。 or ；.
    const isCopied = this.current.role === 'statement' && paragraph.text.length <= LONGEST_COPIED && isMadeOf(key, this.asked);
    if (isReplyLabel) this.addBlocks(createBlocks(paragraph, null));
    else if (heading) this.addBlocks(createBlocks(paragraph, level ?? 2));
    else if (isItem) this.addBlocks(createBlocks(paragraph, level === TOP_LEVEL ? TOP_LEVEL : ITEM_HEADING_LEVEL));
    else if (isCopied && level !== null) this.addBlocks(createBlocks(paragraph, level));
    else this.addBlocks(createBlocks(paragraph, findHeadingLevel(paragraph, this.fileMarksHeadings)));
  }

  private get current(): DraftSection {
    return this.sections.at(-1)!;
  }

  private open(role: SectionRole, verifier: VerifierRole | null): void {
    const { blocks, role: before, verifier: verifierBefore } = this.current;
    if (blocks.length > 0 && role === before && verifier === verifierBefore) return;
    // A heading that only holds others (【核查情况】 over 核查程序) belongs to the first of them.
    const holdsOnly = blocks.every((block) => block.type === 'heading') && before !== 'statement' && role !== 'statement';
    if (blocks.length > 0 && !holdsOnly) this.sections.push(openSection(role, verifier, this.question));
    else this.sections[this.sections.length - 1] = { ...openSection(role, verifier ?? verifierBefore, this.question), blocks };
  }

  /** Without headings of their own procedures and conclusions begin with 会计师执行了以下程序： and 经核查，会计师认为：. */
  private openBySentence(text: string, parts: readonly ReadPart[], index: number): void {
    const { role, verifier: verifierBefore } = this.current;
    const done = findProceduresSentence(text, this.question);
    if (done && (role !== 'procedures' || (done.verifier !== null && done.verifier !== verifierBefore))) {
      const heading: SectionHeading = { role: 'procedures', verifier: done.verifier };
      this.open('procedures', findSectionVerifier(heading, this.current, parts.slice(index + 1), this.question));
      return;
    }
    const sentence = findConclusionSentence(text, this.question);
    if (!sentence) return;
    const verifier = sentence.verifier ?? verifierBefore;
    const isAnother = role === 'conclusion' && verifier !== verifierBefore;
    if (role === 'procedures' || (role === 'statement' && sentence.verifier !== null) || isAnother) this.open('conclusion', verifier);
  }
}

/** The line that says below a chart where its data come from. */
function isFigureSource({ text, style = '', runs }: Paragraph): boolean {
  return text !== '' && runs === undefined && (FIGURE_SOURCE_STYLE.test(style) || FIGURE_SOURCE.test(text));
}

function openSection(role: SectionRole, verifier: VerifierRole | null, question: AskedQuestion): DraftSection {
  return { role, verifier, itemIds: getItemIds(role, verifier, question), blocks: [] };
}

/** The items the letter asks a verifier about; empty for the whole question and for the company. */
function getItemIds(role: SectionRole, verifier: VerifierRole | null, question: AskedQuestion): ItemId[] {
  if (role === 'statement') return [];
  return question.verifications.find((verification) => verification.role === verifier)?.itemIds.slice() ?? [];
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
