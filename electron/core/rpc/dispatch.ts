import type { z } from 'zod';
import { contract, type Method, type Params, type Result } from '../../../shared/ipc/contract';
import { AppError } from '../../../shared/ipc/errors';
import { handlers } from '../handlers/handlers';
import type { Session } from '../session';
import type { Handler } from './handlerKinds';
import { runWrite } from './runWrite';
import { message } from '../../../shared/domain/message';

function isMethod(method: string): method is Method {
  return Object.hasOwn(contract, method);
}

/** Validates a call with the contract's parser and runs its handler. Rejects with AppError for what a user can act on. */
export async function dispatch<M extends Method>(session: Session, method: M, params: Params<M>): Promise<Result<M>> {
  if (!isMethod(method))
    throw new AppError('invalid-params', { reason: message('reason.noSuchCall', { method: String(method).slice(0, 60) }) });
  const parser: z.ZodType = contract[method].params;
  const parsed = parser.safeParse(params);
  if (!parsed.success) throw new AppError('invalid-params', { reason: explain(parsed.error) });
  const handler = handlers[method] as Handler<M>;
  const data = parsed.data as never;
  switch (handler.kind) {
    case 'reads':
      return handler.run({ db: session.getProject().db, session }, data);
    case 'writes':
      return runWrite(session, method, (context) => handler.run(context, data));
    case 'controls':
    case 'besides':
      return handler.run(session, data);
  }
}

/** Whether a call's answer is waited for outside its turn. */
export function runsBeside(method: string): boolean {
  return isMethod(method) && handlers[method].kind === 'besides';
}

/** The first thing wrong, by its place; never the value, which may be draft text. */
function explain(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join('.') || 'params'}: ${issue.code}` : 'params';
}
