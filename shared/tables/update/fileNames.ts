/** What only tells versions of one file apart: version numbers, dates, copies, and the words for a draft's age. */
const VERSION_MARKS = [
  /[（(]\d{1,3}[)）]$/,
  /(?:19|20)\d{2}(?:\d{4}|[-_.]\d{1,2}[-_.]\d{1,2})(?!\d)/g,
  /[-_.\s]*v?\d{1,2}(?:\.\d{1,2}){1,3}/gi,
  /[-_.\s]*v(?:er(?:sion)?)?[-_.\s]*\d{1,3}/gi,
  /第?[一二三四五六七八九十\d]{1,3}[版稿次](?:修订|更新)?/g,
  /修订版?|更新版?|更正后?|调整后?|终稿|定稿|最终版?|最新版?|新版|旧版|改后?|副本|copy|final|new|updated?/gi,
];

/** A file's name without what tells its versions apart: 存货明细v2（20240301）.xlsx and 存货明细-终稿.xls are both 存货明细. */
export function getFileStem(fileName: string): string {
  let stem = fileName.normalize('NFKC').replace(/\.[^.]{1,5}$/, '');
  for (const mark of VERSION_MARKS) stem = stem.replace(mark, '');
  return stem.replace(/[\s\-_.()[\]【】]+/g, '').toLowerCase();
}

/** The one of several files that a new file is likely a newer version of, by its name; null when none is or several are. */
export function findEarlierVersion<F extends { fileName: string }>(fileName: string, files: readonly F[]): F | null {
  const stem = getFileStem(fileName);
  if (stem === '') return null;
  const alike = files.filter((file) => getFileStem(file.fileName) === stem);
  return alike.length === 1 ? alike[0]! : null;
}
