import { useState } from 'react';
import { Autocomplete, Menu, MenuItem, SearchField } from 'react-aria-components';
import { findCommandKeywords } from '../../shared/catalogue/commandKeywords';
import { getHost } from '../ipc/client';
import { AppDialog } from '../ui/AppDialog';
import { FirstInput } from '../ui/fields';
import { useWords } from '../ui/language';
import { type AppCommand, printKeys } from './keymap';
import { rankEntries } from './rankEntries';
import { DESK_COMMANDS, isDeskCommand } from '../workspace/deskKeys';
import { useNavigator } from '../workspace/navigation';
import { useNameTarget, useQuestions } from '../workspace/useLinkTable';

/** Commands the palette offers, in the order of use. */
const OFFERED = [
  'overview',
  'details',
  'letterDesk',
  'addLetter',
  'pasteLetter',
  'addOral',
  'importSource',
  'importDraft',
  'linkTable',
  'makeReplyTable',
  'makeAskTable',
  'showOrigin',
  'linkFigure',
  'linkAllFigures',
  'insertTable',
  'insertPicture',
  'insertChart',
  'insertReference',
  'insertFootnote',
  'terms',
  'numbers',
  'template',
  'findEverywhere',
  'find',
  'runChecks',
  'nextFinding',
  'previousFinding',
  'export',
  'filingSet',
  'redact',
  'redactions',
  'compareOpinion',
  'exchange',
  'exportRegister',
  'saveVersion',
  'save',
  'saveAs',
  'undo',
  'redo',
  'toggleLetter',
  'tabEvidence',
  'tabFindings',
  'tabReview',
  'tabVersions',
  'tabPreview',
  'toggleRevision',
  'addComment',
  'nextChange',
  'previousChange',
  'acceptChange',
  'rejectChange',
  'takeBackWord',
  'addPaperRemark',
  'nextQuestion',
  'previousQuestion',
  'nextLetter',
  'previousLetter',
  ...DESK_COMMANDS,
  'new',
  'open',
  'openSample',
  'language',
  'about',
] as const satisfies readonly AppCommand[];

/** Every command and every question by typing a part of its name, another word for it, or the initials of its pinyin. */
export function CommandPalette({ onClose, onCommand }: { onClose: () => void; onCommand: (command: AppCommand) => void }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const [typed, setTyped] = useState('');
  const questions = useQuestions();
  const nameTarget = useNameTarget();
  const isMac = getHost().platform === 'darwin';
  const commands = OFFERED.map((command) => ({
    id: command as string,
    name: say(isDeskCommand(command) ? `desk.${command}` : `command.${command}`),
    keywords: findCommandKeywords(command),
    keys: printKeys(command, isMac),
    run: () => {
      onClose();
      onCommand(command);
    },
  }));
  const places = questions.map((question) => ({
    id: question.questionId as string,
    name: `${nameTarget({ ...question, itemId: null })} ${question.title ?? question.text.slice(0, 24)}`,
    keywords: '',
    keys: '',
    run: () => go({ type: 'openQuestion', questionId: question.questionId }),
  }));
  const entries = typed.trim() === '' ? commands : rankEntries(typed, [...commands, ...places]);
  return (
    <AppDialog title={say('shell.commands')} onClose={onClose} top>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField aria-label={say('command.palette')} className="field pinned">
          <FirstInput placeholder={say('command.palette')} />
        </SearchField>
        <Menu
          className="menu palette"
          aria-label={say('shell.commands')}
          items={entries}
          onAction={(key) => entries.find((entry) => entry.id === key)?.run()}
          renderEmptyState={() => <p className="faint">{say('command.none')}</p>}
        >
          {(entry) => (
            <MenuItem id={entry.id} textValue={entry.name} className="menu-item">
              <span className="clip">{entry.name}</span>
              {entry.keys ? <kbd className="keys">{entry.keys}</kbd> : null}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </AppDialog>
  );
}
