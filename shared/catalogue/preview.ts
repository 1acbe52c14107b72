import { defineWords } from './defineWords';

/** Words of the preview pane, of printing to PDF and of a company's own template. */
export const previewWords = defineWords({
  'zh-CN': {
    'shell.tab.preview': '预览',
    'preview.title': '页面预览',
    'preview.loading': '正在排版…',
    'preview.pages': '共 {count} 页',
    'preview.page': '第 {page} 页',
    'preview.note': '分页与 Word 中可能略有不同。',
    'preview.pdf': '导出 PDF',
    'preview.pdfNote': 'PDF 由同一内容打印而成，带书签；分页与 Word 中可能略有不同，脚注集中在文末。',
    'preview.fileName': '{company}{variant}',
    'preview.printed': '已导出 {name}',
  },
  en: {
    'shell.tab.preview': 'Preview',
    'preview.title': 'Pages',
    'preview.loading': 'Laying out…',
    'preview.pages': '{count} pages',
    'preview.page': 'Page {page}',
    'preview.note': 'Pages may break elsewhere in Word.',
    'preview.pdf': 'Export PDF',
    'preview.pdfNote':
      'The PDF is printed from the same content and has bookmarks; pages may break elsewhere than in Word, and footnotes stand at the end.',
    'preview.fileName': '{company} {variant}',
    'preview.printed': 'Exported {name}',
  },
});
