import { AppError, type ErrorValue } from '../../../shared/ipc/errors';
import { describeErrorForLog, type Log } from '../log';

/** The one place where an error becomes data. What no user can act on is logged (never its message) and becomes `internal`. */
export function toErrorValue(error: unknown, log: Log): ErrorValue {
  if (error instanceof AppError) {
    log.write('refused', { code: error.code });
    return { code: error.code, data: error.data };
  }
  const described = describeErrorForLog(error);
  log.write('internal', described);
  return { code: 'internal', data: { reason: described.code || described.error || 'Error' } };
}
