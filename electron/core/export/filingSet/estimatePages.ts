import { patchDocument, type PatchedTemplate } from 'docx';

/**
 * Pages of a document made here where nothing can print it: laid out by Word's rules with the widths of its fonts, a guess where a rule is not known. Null when
 * it cannot be laid out to its end. Takes seconds for a long document.
 */
export async function estimatePages(docx: Uint8Array): Promise<number | null> {
  const { estimatePageNumbersWith } = await import('docx/layout');
  const estimate = estimatePageNumbersWith({ guess: true });
  let pages: number | null = null;
  await patchDocument({
    outputType: 'uint8array',
    data: docx,
    patches: {},
    pageNumbers: (template: PatchedTemplate) => {
      const estimated = estimate(template);
      pages = estimated.pageCount ?? null;
      return estimated;
    },
  });
  return pages;
}
