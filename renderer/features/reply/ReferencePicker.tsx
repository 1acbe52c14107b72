import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect, useState } from 'react';
import type { BlockId, QuestionId } from '../../../shared/domain/ids';
import type { Question } from '../../../shared/domain/letter';
import { printTarget } from '../../../shared/document/reference/listPlaces';
import type { OfferedPlace } from '../../../shared/document/reference/refreshReferences';
import { $getCaretBlockId } from '../../editor/crossReference/insertReference';
import { useQuery } from '../../ipc/useQuery';
import { useWords } from '../../ui/language';
import { SearchList } from '../../ui/SearchList';
import { useQuestions } from '../../workspace/useLinkTable';

type ReferencePickerProps = { questionId: QuestionId; flush: () => Promise<void>; onChoose: (place: OfferedPlace) => void };

/** Chooses what a cross reference leads to, each place with the words that will be written. What is being typed is stored first. */
export function ReferencePicker({ questionId, flush, onChoose }: ReferencePickerProps) {
  const { say } = useWords();
  const [editor] = useLexicalComposerContext();
  const [text, setText] = useState('');
  const [from, setFrom] = useState<{ questionId: QuestionId; blockId: BlockId | null } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const blockId = editor.read($getCaretBlockId);
    void flush().then(() => isCurrent && setFrom({ questionId, blockId }));
    return () => {
      isCurrent = false;
    };
    // The caret's block is that of the moment the picker opened.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [editor, questionId]);
  const { value: places } = useQuery('reference:list', from);
  const asked = new Map(useQuestions().flatMap(listAsked));
  const describe = (place: OfferedPlace) => asked.get(printTarget(place.target)) ?? place.text;
  const typed = text.trim().split(/\s+/);
  const found = (places ?? []).filter((place) => {
    const haystack = `${place.words} ${place.question} ${describe(place)}`;
    return typed.every((word) => haystack.includes(word));
  });
  const typedWords = squash(text);
  const isNamed = (place: OfferedPlace) => typedWords !== '' && squash(place.words).startsWith(typedWords);
  const others = found.filter((place) => !isNamed(place) && !place.isEarlier);
  const isAsked = (place: OfferedPlace) => place.kind === 'question' || place.kind === 'item';
  const groups = [
    { name: undefined, places: found.filter(isNamed) },
    { name: say('reference.group.own'), places: others.filter((place) => !isAsked(place) && place.questionId === questionId) },
    { name: say('reference.group.question'), places: others.filter(isAsked) },
    { name: say('reference.group.other'), places: others.filter((place) => !isAsked(place) && place.questionId !== questionId) },
    { name: say('reference.group.earlier'), places: found.filter((place) => place.isEarlier && !isNamed(place)) },
  ];
  return (
    <div className="table-picker">
      <SearchList
        label={say('reference.search')}
        text={text}
        onText={setText}
        listLabel={say('reference.list')}
        emptyWords={say(places ? 'reference.none' : 'reference.loading')}
        items={groups.flatMap((group) =>
          group.places.map((place, index) => ({
            key: printTarget(place.target),
            group: index === 0 ? group.name : undefined,
            content: (
              <>
                <span className="table-name clip">{place.words}</span>
                <span className="candidate-source faint small">
                  {[say(`reference.kind.${place.kind}`), describe(place) || say('reference.untitled')].join(' · ')}
                </span>
              </>
            ),
          })),
        )}
        onPick={(key) => onChoose(found.find((place) => printTarget(place.target) === key)!)}
      />
    </div>
  );
}

/** What a question and each of its items ask, by their targets: a label alone tells nobody which one it is. */
function listAsked({ questionId, title, text, items }: Question): [string, string][] {
  return [
    [printTarget({ kind: 'question', questionId }), title ?? text],
    ...items.map((item): [string, string] => [printTarget({ kind: 'item', itemId: item.itemId }), item.text]),
  ];
}

/** Words without blanks: 问题 2 and 问题2 are the same to who types them. */
function squash(text: string): string {
  return text.replace(/\s+/g, '');
}
