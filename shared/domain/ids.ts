/** Random, stable identifiers; branded so that one noun's id cannot stand where another's is meant. */
export type Id<Noun extends string> = string & { readonly __noun: Noun };

export type ProjectId = Id<'project'>;
export type LetterId = Id<'letter'>;
export type QuestionId = Id<'question'>;
export type ItemId = Id<'item'>;
export type AskId = Id<'ask'>;
export type VerificationId = Id<'verification'>;
export type SourceId = Id<'source'>;
export type TableId = Id<'table'>;
export type RowId = Id<'row'>;
export type ColId = Id<'col'>;
export type DeferralId = Id<'deferral'>;
export type RedactionId = Id<'redaction'>;
export type FilingPaperId = Id<'filingPaper'>;
export type FilingId = Id<'filing'>;
export type LinkId = Id<'link'>;
export type SectionId = Id<'section'>;
export type BlockId = Id<'block'>;
export type FigureId = Id<'figure'>;
export type OperationId = Id<'operation'>;
export type VersionId = Id<'version'>;
export type ChangeId = Id<'change'>;
export type DecisionId = Id<'decision'>;
export type ExchangeId = Id<'exchange'>;
export type TermId = Id<'term'>;
export type JobId = Id<'job'>;
/** SHA-256 of a stored file's bytes, lower-case hex. */
export type FileHash = Id<'file'>;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new random id: 16 characters of Crockford base 32 (80 bits), safe in file names, bookmarks and URLs. */
export function newId<Noun extends string>(): Id<Noun> {
  const bytes = new Uint8Array(16);
  crypto.getRandomValues(bytes);
  let id = '';
  for (const byte of bytes) id += ALPHABET[byte & 31];
  return id as Id<Noun>;
}
