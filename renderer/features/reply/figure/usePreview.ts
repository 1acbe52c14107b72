import { useEffect, useState } from 'react';
import type { FigureFormat, Formula } from '../../../../shared/domain/figure';
import type { ErrorValue } from '../../../../shared/ipc/errors';
import { call, toErrorValue } from '../../../ipc/client';

export type Preview = { text: string } | { error: ErrorValue } | null;

/** What a figure would show, asked of core with every change; null while there is nothing to show. */
export function usePreview(formula: Formula | null, format: FigureFormat | null): Preview {
  const [preview, setPreview] = useState<{ of: string; value: Preview }>({ of: '', value: null });
  const key = formula && format ? JSON.stringify({ formula, format }) : '';
  useEffect(() => {
    if (key === '') return;
    let isCurrent = true;
    call('figure:preview', JSON.parse(key)).then(
      (value) => isCurrent && setPreview({ of: key, value }),
      (error: unknown) => isCurrent && setPreview({ of: key, value: { error: toErrorValue(error) } }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return key === '' ? null : preview.value;
}
