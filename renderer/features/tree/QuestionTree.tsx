import { ChevronRight, LayoutList, Mail } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, type Key, Tree, TreeItem, TreeItemContent, useDragAndDrop } from 'react-aria-components';
import type { QuestionId, TableId } from '../../../shared/domain/ids';
import type { Item, Letter, Question } from '../../../shared/domain/letter';
import { getLetterName } from '../../../shared/letter/getLetterName';
import type { ProjectOverview } from '../../../shared/domain/project';
import { useNavigator } from '../../workspace/navigation';
import { StatusMark } from '../../workspace/StatusMark';
import { TABLE_DRAG, useLinkTable } from '../../workspace/useLinkTable';
import { useQuery } from '../../ipc/useQuery';
import { useWords } from '../../ui/language';
import { makeLetterKey, makeTargetKey, OVERVIEW_KEY, parseLetterKey, parseTargetKey } from './targetKey';
import './tree.css';

/** The letter's questions and items with status, verifiers and evidence; tables can be dropped on both. */
export function QuestionTree({ project }: { project: ProjectOverview }) {
  const { say } = useWords();
  const { at, go } = useNavigator();
  const { value } = useQuery('letter:list', {});
  const letters = value ?? NO_LETTERS;
  const questions = letters.flatMap((letter) => letter.questions);
  const [folded, setFolded] = useState<ReadonlySet<QuestionId>>(new Set());
  const { dragAndDropHooks } = useDropTables();
  const tree = useRef<HTMLDivElement>(null);

  const selected =
    at.centre.view === 'question'
      ? makeTargetKey({ questionId: at.centre.questionId, itemId: at.centre.itemId })
      : at.centre.view === 'overview'
        ? OVERVIEW_KEY
        : at.centre.view === 'letter'
          ? makeLetterKey(at.centre.letterId)
          : null;
  const expanded = questions
    .filter((question) => !folded.has(question.questionId))
    .map((question) => makeTargetKey({ ...question, itemId: null }));

  useEffect(() => {
    if (selected) tree.current?.querySelector(`[data-key="${CSS.escape(selected)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  function open(key: Key) {
    const target = parseTargetKey(String(key));
    const letterId = parseLetterKey(String(key));
    if (target) go({ type: 'openQuestion', ...target });
    else if (letterId) go({ type: 'openLetter', letterId });
    else go({ type: 'openOverview' });
  }

  return (
    <Tree
      ref={tree}
      className="tree scroll"
      aria-label={say('tree.name')}
      selectionMode="single"
      selectedKeys={selected ? [selected] : []}
      disallowEmptySelection
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        if (key !== undefined) open(key);
      }}
      expandedKeys={expanded}
      onExpandedChange={(keys) =>
        setFolded(
          new Set(
            questions.map(({ questionId }) => questionId).filter((questionId) => !keys.has(makeTargetKey({ questionId, itemId: null }))),
          ),
        )
      }
      dragAndDropHooks={dragAndDropHooks}
    >
      <TreeItem id={OVERVIEW_KEY} textValue={say('command.overview')} className="tree-row">
        <TreeItemContent>
          <LayoutList size={16} aria-hidden />
          <span className="tree-label">{say('command.overview')}</span>
        </TreeItemContent>
      </TreeItem>
      {letters.flatMap((letter, round) => [
        <LetterRow
          key={letter.letterId}
          letter={letter}
          round={round + 1}
          isCurrent={letters.length > 1 && round === letters.length - 1}
        />,
        ...letter.questions.map((question) => <QuestionRow key={question.questionId} question={question} project={project} />),
      ])}
    </Tree>
  );
}

const NO_LETTERS: Letter[] = [];

/** A letter by its own name and round; it opens beside what was read of it. */
function LetterRow({ letter, round, isCurrent }: { letter: Letter; round: number; isCurrent: boolean }) {
  const { say } = useWords();
  const name = getLetterName(letter);
  const when = letter.spokenBy
    ? say('rounds.oral', { person: letter.spokenBy, date: letter.header.issuedOn ?? '' })
    : (letter.header.letterNo ?? letter.header.issuedOn ?? '');
  return (
    <TreeItem id={makeLetterKey(letter.letterId)} textValue={`${name} ${when}`} className="tree-row">
      <TreeItemContent>
        <Mail size={16} aria-hidden />
        <div className="tree-question">
          <div className="tree-line">
            <span className="tree-label clip">{name}</span>
            <span className="small faint tree-end">
              {isCurrent ? say('rounds.current') : null} {say('rounds.letter', { round })}
            </span>
          </div>
          {when ? <p className="clip small faint">{when}</p> : null}
        </div>
      </TreeItemContent>
    </TreeItem>
  );
}

function QuestionRow({ question, project }: { question: Question; project: ProjectOverview }) {
  const { say } = useWords();
  const { value: links } = useQuery('link:list', {});
  const name = say('matter.question', { no: question.no });
  const title = question.title ?? question.text.split('\n')[0] ?? '';
  const coverage = project.questions.find((candidate) => candidate.questionId === question.questionId);
  const linked = links?.filter((link) => link.questionId === question.questionId) ?? [];
  const roles = [...new Set(question.verifications.map((verification) => say(`role.${verification.role}`)))];
  return (
    <TreeItem id={makeTargetKey({ questionId: question.questionId, itemId: null })} textValue={`${name} ${title}`} className="tree-row">
      <TreeItemContent>
        {({ hasChildItems }) => (
          <>
            {hasChildItems ? (
              <Button slot="chevron" className="tree-chevron">
                <ChevronRight size={14} aria-hidden />
              </Button>
            ) : (
              <span className="tree-chevron" />
            )}
            <div className="tree-question">
              {question.partHeading === null ? null : (
                <p className="clip small tree-part" title={question.partHeading}>
                  {question.partHeading}
                </p>
              )}
              <div className="tree-line">
                <span className="tree-label">{name}</span>
                <span className="small faint tree-end">
                  {question.items.length > 0 ? (
                    say('tree.itemsFinal', { done: coverage?.itemsFinal ?? 0, all: question.items.length })
                  ) : (
                    <StatusMark status={question.status} />
                  )}
                </span>
              </div>
              <p className="clip small tree-title">{title}</p>
              <p className="clip small faint">
                {[roles.join('、'), linked.length > 0 ? say('tree.evidence', { count: linked.length }) : say('tree.noEvidence')]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </>
        )}
      </TreeItemContent>
      {question.items.map((item) => (
        <ItemRow key={item.itemId} question={question} item={item} links={linked.filter((link) => link.itemId === item.itemId).length} />
      ))}
    </TreeItem>
  );
}

function ItemRow({ question, item, links }: { question: Question; item: Item; links: number }) {
  const { say } = useWords();
  return (
    <TreeItem
      id={makeTargetKey({ questionId: question.questionId, itemId: item.itemId })}
      textValue={`${say('matter.item', { no: question.no, item: item.no })} ${item.text}`}
      className="tree-row tree-item"
    >
      <TreeItemContent>
        <span className="tree-no">{item.label}</span>
        <span className="clip small tree-text">{item.text}</span>
        {links > 0 ? (
          <span className="chip" title={say('tree.evidence', { count: links })}>
            {links}
          </span>
        ) : null}
        <StatusMark status={item.status} />
      </TreeItemContent>
    </TreeItem>
  );
}

function useDropTables() {
  const linkTable = useLinkTable();
  return useDragAndDrop({
    acceptedDragTypes: [TABLE_DRAG],
    getDropOperation: () => 'link',
    shouldAcceptItemDrop: (target) => parseTargetKey(String(target.key)) !== null,
    onItemDrop: (drop) => {
      const target = parseTargetKey(String(drop.target.key));
      if (!target) return;
      const linkAll = async () => {
        for (const item of drop.items) {
          if (item.kind === 'text' && item.types.has(TABLE_DRAG)) linkTable(target, (await item.getText(TABLE_DRAG)) as TableId, '');
        }
      };
      void linkAll();
    },
  });
}
