import { countBefore, type Marker } from './markers';

type Link = { marker: Marker; score: number; length: number; from: Link | null };

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
  const bestByValue: (Link | undefined)[] = [];
  const inReply = evidence.replies.length > 0;
  for (const marker of markers) {
    if (inReply && !hasAskBeforeReply(marker, evidence)) continue;
    const led = hasPlaceBetween(evidence.requests, marker.start - LEAD_LENGTH, marker.start) ? REQUEST_BONUS : 0;
    let best: Link = { marker, score: marker.weight + led - (marker.value - 1) * SKIP_PENALTY, length: 1, from: null };
    for (let step = 1; step <= LARGEST_SKIP; step++) {
      const before = bestByValue[marker.value - step];
      if (!before || (inReply && !hasPlaceBetween(evidence.replies, before.marker.end, marker.start))) continue;
      const asked = hasPlaceBetween(evidence.requests, before.marker.end, marker.start) ? REQUEST_BONUS : 0;
      const score = before.score + marker.weight + asked - (step - 1) * SKIP_PENALTY;
      if (score > best.score) best = { marker, score, length: before.length + 1, from: before };
    }
    const rival = bestByValue[marker.value];
    if (!rival || best.score > rival.score || (inReply && best.score === rival.score)) bestByValue[marker.value] = best;
  }
  let winner: Link | undefined;
  for (const link of bestByValue) {
    if (link && (!winner || scoreAsLast(link, evidence) > scoreAsLast(winner, evidence))) winner = link;
  }
  const chain: Marker[] = [];
  for (let link: Link | null = winner ?? null; link; link = link.from) chain.unshift(link.marker);
  return chain;
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
