import { type OpenView, openView } from './openView';
import type { FileViewer, ViewAnswers, ViewedFile, ViewRequest } from './viewRequests';

/** Looks into files on the caller's own thread, one request after another. */
export function viewHere(): FileViewer {
  let open: { key: string; view: OpenView } | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const close = async () => {
    const closing = open;
    open = null;
    await closing?.view.close();
  };
  const openFile = async ({ key, fileName, read }: ViewedFile): Promise<OpenView> => {
    if (open?.key === key) return open.view;
    await close();
    const view = await openView(await read(), fileName);
    open = { key, view };
    return view;
  };
  return {
    look: <Ask extends ViewRequest['ask']>(file: ViewedFile, request: Extract<ViewRequest, { ask: Ask }>) => {
      const work = async () => (await (await openFile(file)).look(request)) as ViewAnswers[Ask];
      const result = last.then(work, work);
      last = result;
      return result;
    },
    close,
  };
}
