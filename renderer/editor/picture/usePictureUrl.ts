import { useEffect, useState } from 'react';
import type { FileHash } from '../../../shared/domain/ids';
import type { ErrorValue } from '../../../shared/ipc/errors';
import { call, toErrorValue } from '../../ipc/client';

/** Address of a stored picture for this window, null while it is read. The bytes never leave the program. */
export function usePictureUrl(file: FileHash, mime: string): { url: string | null; error: ErrorValue | null } {
  const [state, setState] = useState<{ url: string | null; error: ErrorValue | null }>({ url: null, error: null });
  useEffect(() => {
    let url: string | null = null;
    let isCurrent = true;
    const read = async () => {
      try {
        const { bytes } = await call('picture:get', { file });
        if (!isCurrent) return;
        url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
        setState({ url, error: null });
      } catch (failure) {
        if (isCurrent) setState({ url: null, error: toErrorValue(failure) });
      }
    };
    void read();
    return () => {
      isCurrent = false;
      if (url) URL.revokeObjectURL(url);
    };
  }, [file, mime]);
  return state;
}
