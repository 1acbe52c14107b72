import { countBefore, type Marker } from './markers';

type Link = { marker: Marker; group: number; score: number; from: Link | null };
/** The best chains that end with one value: `latest` in the group still being read, `earlier` in the groups before it. */
type Slot = { latest: Link; earlier: Link | null };

const LARGEST_SKIP = 3;
const REQUEST_BONUS = 2;
const SKIP_PENALTY = 2.5;
const LEAD_LENGTH = 80;

/** What the chain may rely on: sorted places of requests, and of reply marks when the text is a reply (else empty). */
export type ChainEvidence = { requests: readonly number[]; replies: readonly number[] };

/**
 * The series of markers that best explains the text: rising numbers from 1 (or the lowest there is), few gaps, a request between neighbours; in a
 * reply each question must have its answer before the next one. One pass, since numbers stay below 100.
 */
export function findBestChain(markers: readonly Marker[], evidence: ChainEvidence): Marker[] {
  const slots: (Slot | undefined)[] = [];
  const inReply = evidence.replies.length > 0;
  for (const marker of markers) {
    if (inReply && !hasAskBeforeReply(marker, evidence)) continue;
    const group = countBefore(evidence.replies, marker.end);
    const led = !inReply && hasPlaceBetween(evidence.requests, marker.start - LEAD_LENGTH, marker.start) ? REQUEST_BONUS : 0;
    let best: Link = { marker, group, score: marker.weight + led - (marker.value - 1) * SKIP_PENALTY, from: null };
    for (let step = 1; step <= LARGEST_SKIP; step++) {
      const before = getPredecessor(slots[marker.value - step], inReply ? group : Infinity);
      if (!before) continue;
      const asked = hasPlaceBetween(evidence.requests, before.marker.end, marker.start) ? REQUEST_BONUS : 0;
      const score = before.score + marker.weight + asked - (step - 1) * SKIP_PENALTY;
      if (score > best.score) best = { marker, group, score, from: before };
    }
    slots[marker.value] = enterLink(slots[marker.value], best, inReply);
  }
  return unwind(chooseEnd(slots, evidence));
}

function getPredecessor(slot: Slot | undefined, group: number): Link | null {
  if (!slot) return null;
  return slot.latest.group < group ? getBetter(slot.earlier, slot.latest) : slot.earlier;
}

/** In a reply the last of equal markers before an answer is the question's own: headings of the answer before it stand earlier. */
function enterLink(slot: Slot | undefined, link: Link, inReply: boolean): Slot {
  if (!slot) return { latest: link, earlier: null };
  if (inReply && slot.latest.group < link.group) return { latest: link, earlier: getBetter(slot.earlier, slot.latest) };
  const wins = link.score > slot.latest.score || (inReply && link.score === slot.latest.score);
  return wins ? { latest: link, earlier: slot.earlier } : slot;
}

function getBetter(a: Link | null, b: Link): Link {
  return a && a.score >= b.score ? a : b;
}

function chooseEnd(slots: readonly (Slot | undefined)[], evidence: ChainEvidence): Link | null {
  let winner: Link | null = null;
  for (const slot of slots) {
    if (!slot) continue;
    for (const link of slot.earlier ? [slot.earlier, slot.latest] : [slot.latest]) {
      if (!winner || scoreAsLast(link, evidence) > scoreAsLast(winner, evidence)) winner = link;
    }
  }
  return winner;
}

function unwind(end: Link | null): Marker[] {
  const chain: Marker[] = [];
  for (let link = end; link; link = link.from) chain.push(link.marker);
  return chain.reverse();
}

function scoreAsLast(link: Link, evidence: ChainEvidence): number {
  return link.score + (countBefore(evidence.requests, link.marker.end) < evidence.requests.length ? REQUEST_BONUS : 0);
}

function hasPlaceBetween(places: readonly number[], from: number, to: number): boolean {
  return countBefore(places, from) < countBefore(places, to);
}

function hasAskBeforeReply(marker: Marker, { requests, replies }: ChainEvidence): boolean {
  const next = replies[countBefore(replies, marker.end)];
  return next !== undefined && hasPlaceBetween(requests, marker.end, next);
}
