import { z } from 'zod';
import { LANGUAGES } from '../catalogue/defineWords';
import { contract, type AnswerMessage, type EventName, type Method } from './contract';
import { type RecentProject } from './results';
import { PRINTABLES } from '../domain/variant';
import type { ChosenFile, CoreState, PrintAnswer } from './host';
import { fileToken, noticeHead, shortText } from './schemas';

const METHODS = Object.keys(contract) as [Method, ...Method[]];

/** Parser of a call on its way to core; its parameters are parsed by core itself. */
export const coreCall = z.object({ method: z.enum(METHODS), params: z.unknown() }).strict();

/** What a window asks its host apart from core: the parser of each question's one argument. */
export const hostQuestions = {
  listRecent: z.null(),
  getLanguage: z.null(),
  setLanguage: z.enum(LANGUAGES),
  revealFile: fileToken,
  setWindowState: z.object({ title: shortText, unsaved: z.boolean() }).strict(),
  pickFiles: z.enum(['letter', 'source', 'draft', 'paper', 'opinion', 'reviewed', 'template', 'project']),
  pickSaveTarget: z
    .object({ purpose: z.enum(['project', 'announcement', 'pdf', 'folder', 'workbook', 'original']), suggestedName: shortText })
    .strict(),
  printPdf: z.object({ variant: z.enum(PRINTABLES), target: fileToken, notice: noticeHead.optional() }).strict(),
} as const;
export type HostQuestion = keyof typeof hostQuestions;

/** What answers each question. */
export type HostAnswers = {
  listRecent: RecentProject[];
  getLanguage: 'zh-CN' | 'en';
  setLanguage: null;
  revealFile: null;
  setWindowState: null;
  pickFiles: ChosenFile[];
  pickSaveTarget: { token: string; name: string } | null;
  printPdf: PrintAnswer;
};

/** Parser of what a browser sends over its socket. */
export const webRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), id: z.int().nonnegative(), call: coreCall }).strict(),
  z.object({ kind: z.literal('host'), id: z.int().nonnegative(), question: z.string(), argument: z.unknown() }).strict(),
]);
export type WebRequest = z.input<typeof webRequest>;

/** What the web host sends to the browser. */
export type WebMessage =
  | { kind: 'answer'; id: number; answer: AnswerMessage }
  | { kind: 'hostAnswer'; id: number; value: unknown }
  | { kind: 'event'; name: EventName; payload: unknown }
  | { kind: 'coreState'; state: CoreState }
  | { kind: 'openRequest'; file: ChosenFile };
