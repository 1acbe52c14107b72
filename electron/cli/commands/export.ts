import { resolve } from 'node:path';
import { say } from '../../../shared/catalogue/catalogue';
import type { QuestionId, VersionId } from '../../../shared/domain/ids';
import { message } from '../../../shared/domain/message';
import { VARIANTS } from '../../../shared/domain/variant';
import { textOption, UsageError, wordAt, type Command } from '../command';
import { AppError } from '../../../shared/ipc/errors';
import type { Terminal } from '../terminal';
import { joinText, listWarnings, sayWarnings } from '../warnings';

/**
 * `export PROJECT OUT.docx [--variant V] [--against VERSION]`: writes a document, replacing a former one; a version is named by id or name. Open asks
 * are counted for people and listed in the JSON. `--number` and `--dated` are a notice's
 * own. `--for NAME` names the reader of a copy for reviewers, `--insider` makes it in full.
 */
export const exportCommand: Command = {
  usage: `PROJECT OUT.docx [--variant ${VARIANTS.join('|')}] [--against VERSION] [--questions 1,2…] [--number NO] [--dated YYYY-MM-DD] [--for NAME [--insider]] [--json]`,
  words: [2, 2],
  options: {
    variant: { type: 'string' },
    against: { type: 'string' },
    questions: { type: 'string' },
    number: { type: 'string' },
    dated: { type: 'string' },
    for: { type: 'string' },
    insider: { type: 'boolean' },
  },
  run: async (given, terminal) => {
    const wanted = textOption(given, 'variant') ?? 'announcement';
    const variant = VARIANTS.find((name) => name === wanted);
    if (!variant) throw new UsageError(say(given.language, 'cli.noVariant', { variant: wanted, variants: VARIANTS.join(' ') }));
    const recipient = textOption(given, 'for')?.trim() ?? '';
    const isInsider = given.options.insider === true;
    const isForReviewer = isInsider || recipient !== '';
    if ((isForReviewer && variant !== 'review') || (isInsider && recipient === ''))
      throw new UsageError(say(given.language, 'cli.usage', { usage: `huihan export ${exportCommand.usage}` }));
    const out = wordAt(given, 1);
    if (/\.pdf$/i.test(out)) throw new AppError('pdf-needs-desktop');
    // What goes out to reviewers is noted in the project, so that it can be taken back.
    await terminal.open(wordAt(given, 0), variant === 'review' ? 'write' : 'read');
    const against = await findVersion(terminal, textOption(given, 'against') ?? null);
    const { tables, figures, warnings, shared } = await terminal.runJob('export:document', {
      variant,
      target: await terminal.file(out),
      against,
      notice: { announcementNo: textOption(given, 'number') ?? '', announcedOn: textOption(given, 'dated') },
      questionIds: await findQuestions(terminal, textOption(given, 'questions')),
      recipient,
      isInsider,
    });
    const others = warnings.filter(({ code }) => code !== 'ask-open');
    const open = warnings.length - others.length;
    return {
      json: { out: resolve(out), tables, figures, warnings: sayWarnings(given.language, warnings) },
      text: joinText(
        say(given.language, 'cli.exported', { file: out, tables, figures }),
        shared?.differences.length === 0
          ? say(given.language, 'export.shared', { paragraphs: shared.paragraphs, tables: shared.tables })
          : '',
        open === 0 ? '' : say(given.language, 'cli.openAsks', { count: open }),
        listWarnings(given.language, others),
      ),
    };
  },
};

/** The questions of the newest letter that are named by number; none named means all of them. */
async function findQuestions(terminal: Terminal, named: string | null): Promise<QuestionId[]> {
  if (named === null) return [];
  const questions = (await terminal.call('letter:list', {})).at(-1)?.questions ?? [];
  return named.split(/[,，、]/).map((no) => {
    const found = questions.find((question) => question.no === no.trim());
    if (!found) throw new AppError('not-found', { what: message('what.question'), id: no });
    return found.questionId;
  });
}

/** The version of an id, or the newest of a name; null when none is named. */
async function findVersion(terminal: Terminal, named: string | null): Promise<VersionId | null> {
  if (named === null) return null;
  const versions = await terminal.call('version:list', {});
  const found = versions.find(({ versionId }) => versionId === named) ?? versions.find(({ name }) => name === named);
  if (!found) throw new AppError('not-found', { what: message('what.version'), id: named });
  return found.versionId;
}
