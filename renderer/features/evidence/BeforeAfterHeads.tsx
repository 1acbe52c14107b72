import { useWords } from '../../ui/language';

/** The heads of the two columns that say what a number was and what it is now. */
export function BeforeAfterHeads() {
  const { say } = useWords();
  return (
    <>
      <th scope="col" className="number">
        {say('correct.before')}
      </th>
      <th scope="col" className="number">
        {say('correct.after')}
      </th>
    </>
  );
}
