import { REVIEW_STATES, type ReviewKind, type ReviewState } from '../../../shared/domain/review';
import { ChoiceField } from '../../ui/fields';
import { useWords } from '../../ui/language';
import type { ReviewFilter } from './reviewItems';

type ReviewFiltersProps = {
  filter: ReviewFilter;
  authors: readonly string[];
  kinds: readonly ReviewKind[];
  /** The question on screen; null when none is. */
  hasQuestion: boolean;
  scope: 'question' | 'all';
  onScope: (scope: 'question' | 'all') => void;
  onChange: (filter: Partial<ReviewFilter>) => void;
};

const ALL = 'all';

/** What of the review is listed: of this question or of all, by author, kind and state. */
export function ReviewFilters({ filter, authors, kinds, hasQuestion, scope, onScope, onChange }: ReviewFiltersProps) {
  const { say } = useWords();
  const scopes = [
    ...(hasQuestion ? [{ value: 'question' as const, label: say('review.scope.question') }] : []),
    { value: 'all' as const, label: say('review.scope.all') },
  ];
  return (
    <div className="review-filters">
      <ChoiceField label={say('review.scope')} hideLabel value={hasQuestion ? scope : 'all'} choices={scopes} onChange={onScope} />
      <ChoiceField
        label={say('review.author')}
        hideLabel
        value={filter.author ?? ALL}
        choices={[{ value: ALL, label: say('review.author.all') }, ...authors.map((author) => ({ value: author, label: author }))]}
        onChange={(author) => onChange({ author: author === ALL ? null : author })}
      />
      <ChoiceField<ReviewKind | 'all'>
        label={say('review.kind')}
        hideLabel
        value={filter.kind ?? ALL}
        choices={[
          { value: ALL, label: say('review.kind.all') },
          ...kinds.map((kind) => ({ value: kind, label: say(`review.kind.${kind}`) })),
        ]}
        onChange={(kind) => onChange({ kind: kind === ALL ? null : kind })}
      />
      <ChoiceField<ReviewState | 'all'>
        label={say('review.state')}
        hideLabel
        value={filter.state ?? ALL}
        choices={[
          { value: ALL, label: say('review.state.all') },
          ...REVIEW_STATES.map((state) => ({ value: state, label: say(`review.state.${state}`) })),
        ]}
        onChange={(state) => onChange({ state: state === ALL ? null : state })}
      />
    </div>
  );
}
