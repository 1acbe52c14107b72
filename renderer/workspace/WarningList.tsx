import type { ReactNode } from 'react';
import type { Warning } from '../../shared/domain/place';
import { sayPlace } from '../../shared/catalogue/sayPlace';
import { useWords } from '../ui/language';
import { Notice } from '../ui/Notice';
import './workspace.css';

type WarningListProps = {
  warnings: readonly Warning[] /** What the warnings are; without it, what a reader did not understand. */;
  title?: string;
  /** Draws what stands behind a warning, such as the way to its place. */
  renderEnd?: (warning: Warning) => ReactNode;
};

/** What a reader or writer was not sure of, each with its place; says so when there is nothing. */
export function WarningList({ warnings, title, renderEnd }: WarningListProps) {
  const { language, say, sayMessage } = useWords();
  if (warnings.length === 0) return <p className="text-done">{say('import.noWarnings')}</p>;
  return (
    <Notice kind="doubt">
      <h3>{title ?? say('import.warnings', { count: warnings.length })}</h3>
      <ul className="warning-list">
        {warnings.map((warning, index) => (
          <li key={index}>
            {sayMessage(warning.message)}{' '}
            <span className="faint small">
              {warning.file} {sayPlace(language, warning.place)}
            </span>
            {renderEnd?.(warning)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
