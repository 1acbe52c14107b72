import { type Block, getInlineText, type Section } from '../../../shared/domain/reply';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { useWords } from '../../ui/language';

type ConflictDialogProps = {
  mine: readonly Section[];
  theirs: readonly Section[];
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onLater: () => void;
};

/** Both sides of a reply that was changed in two places, block by block where they differ. Closing it decides nothing. */
export function ConflictDialog({ mine, theirs, onKeepMine, onTakeTheirs, onLater }: ConflictDialogProps) {
  const { say } = useWords();
  const nameBlock = (block: Block) =>
    'inlines' in block ? getInlineText(block.inlines) : block.type === 'table' ? say('reply.table') : block.alt;
  const left = mine.flatMap((section) => section.blocks.map(nameBlock));
  const right = theirs.flatMap((section) => section.blocks.map(nameBlock));
  const onlyMine = left.filter((text) => !right.includes(text));
  const onlyTheirs = right.filter((text) => !left.includes(text));
  const sides = [
    { title: say('reply.conflict.mine'), lines: onlyMine },
    { title: say('reply.conflict.theirs'), lines: onlyTheirs },
  ];
  return (
    <AppDialog
      title={say('reply.conflict.title')}
      alert
      wide
      onClose={onLater}
      foot={
        <>
          <Button onPress={onTakeTheirs}>{say('reply.conflict.takeTheirs')}</Button>
          <Button kind="primary" onPress={onKeepMine}>
            {say('reply.conflict.keepMine')}
          </Button>
        </>
      }
    >
      <p>{say('reply.conflict.text')}</p>
      <div className="conflict-sides">
        {sides.map(({ title, lines }) => (
          <section key={title} className="conflict-side">
            <h3>{title}</h3>
            <ul>
              {lines.map((line, index) => (
                <li key={index}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="faint small">{say('reply.conflict.same', { count: left.length - onlyMine.length })}</p>
    </AppDialog>
  );
}
