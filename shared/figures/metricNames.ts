import { type AliasDecision, type AliasVerdict, pairNames } from '../domain/metricAlias';
import { cleanMetricName } from './cleanMetricName';

/** The names of metrics as the project's user decided on them. Names that nobody decided on are what they say. */
export class MetricNames {
  readonly #verdicts = new Map<string, AliasVerdict>();
  readonly #others = new Map<string, string[]>();

  constructor(decisions: readonly AliasDecision[]) {
    for (const { first, second, verdict } of decisions) {
      this.#verdicts.set(`${first} ${second}`, verdict);
      if (verdict !== 'confirmed') continue;
      this.#others.set(first, [...this.listOthers(first), second]);
      this.#others.set(second, [...this.listOthers(second), first]);
    }
  }

  /** What was said of two labels; null where nothing was. */
  judge(a: string, b: string): AliasVerdict | null {
    if (this.#verdicts.size === 0) return null;
    const pair = pairNames(cleanMetricName(a), cleanMetricName(b));
    return pair && (this.#verdicts.get(`${pair.first} ${pair.second}`) ?? null);
  }

  /** The confirmed other names of a metric. */
  listOthers(name: string): readonly string[] {
    return this.#others.get(name) ?? [];
  }

  /** A text with the confirmed other names of the metrics it names behind it, so that a table under either name is found by it. */
  widen(text: string): string {
    if (this.#others.size === 0) return text;
    const plain = text.normalize('NFKC').replace(/\s+/g, '');
    const added = [...this.#others].flatMap(([name, others]) =>
      plain.includes(name) ? others.filter((other) => !plain.includes(other)) : [],
    );
    return added.length === 0 ? text : `${text} ${added.join(' ')}`;
  }
}
