import { useEffect, useEffectEvent, useState } from 'react';
import type { ErrorValue } from '../../shared/ipc/errors';
import { toErrorValue } from './client';

/** Address of bytes for this window, null while they are read; read again when `key` changes. The bytes never leave the program. */
export function useBlobUrl(
  key: string,
  read: (key: string) => Promise<{ bytes: Uint8Array; mime: string }>,
): { url: string | null; error: ErrorValue | null } {
  const [state, setState] = useState<{ url: string | null; error: ErrorValue | null }>({ url: null, error: null });
  const onRead = useEffectEvent(read);
  useEffect(() => {
    let url: string | null = null;
    let isCurrent = true;
    const show = async () => {
      try {
        const { bytes, mime } = await onRead(key);
        if (!isCurrent) return;
        url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
        setState({ url, error: null });
      } catch (failure) {
        if (isCurrent) setState({ url: null, error: toErrorValue(failure) });
      }
    };
    void show();
    return () => {
      isCurrent = false;
      if (url) URL.revokeObjectURL(url);
    };
  }, [key]);
  return state;
}
