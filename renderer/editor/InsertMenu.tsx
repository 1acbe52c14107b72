import { Asterisk, ChartColumn, ChevronRight, ImagePlus, Link2, type LucideIcon, Omega, Plus } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger, Popover, SubmenuTrigger } from 'react-aria-components';
import type { WordKey } from '../../shared/catalogue/catalogue';
import { IconButton } from '../ui/Button';
import { useWords } from '../ui/language';
import { SYMBOLS } from './symbols';

/** What the menu puts into the text. */
export type Insertion = 'picture' | 'chart' | 'reference' | 'footnote';

const INSERTIONS: readonly { id: Insertion; icon: LucideIcon; word: WordKey; keys: string }[] = [
  { id: 'picture', icon: ImagePlus, word: 'reply.insertPicture', keys: '' },
  { id: 'chart', icon: ChartColumn, word: 'chart.insert', keys: 'Ctrl+Alt+T' },
  { id: 'reference', icon: Link2, word: 'reference.insert', keys: 'Ctrl+Alt+R' },
  { id: 'footnote', icon: Asterisk, word: 'footnote.insert', keys: 'Ctrl+Alt+F' },
];

type InsertMenuProps = { onInsert: (insertion: Insertion) => void; onSymbol: (symbol: string) => void };

/** The toolbar's menu of things to insert that have no button of their own. */
export function InsertMenu({ onInsert, onSymbol }: InsertMenuProps) {
  const { say } = useWords();
  return (
    <MenuTrigger>
      <IconButton icon={Plus} label={say('reference.insertMenu')} />
      <Popover className="popover">
        <Menu className="menu" onAction={(key) => INSERTIONS.some(({ id }) => id === key) && onInsert(key as Insertion)}>
          {INSERTIONS.map(({ id, icon: Icon, word, keys }) => (
            <MenuItem key={id} id={id} className="menu-item" textValue={say(word)}>
              <Icon size={16} aria-hidden />
              <span className="insert-name">{say(word)}</span>
              <span className="faint small">{keys}</span>
            </MenuItem>
          ))}
          <SubmenuTrigger>
            <MenuItem className="menu-item" textValue={say('reference.symbol')}>
              <Omega size={16} aria-hidden />
              <span className="insert-name">{say('reference.symbol')}</span>
              <ChevronRight size={14} aria-hidden />
            </MenuItem>
            <Popover className="popover">
              <Menu className="menu symbols" aria-label={say('reference.symbol')} onAction={(key) => onSymbol(String(key))}>
                {SYMBOLS.map((symbol) => (
                  <MenuItem key={symbol} id={symbol} className="menu-item symbol" textValue={symbol}>
                    {symbol}
                  </MenuItem>
                ))}
              </Menu>
            </Popover>
          </SubmenuTrigger>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
