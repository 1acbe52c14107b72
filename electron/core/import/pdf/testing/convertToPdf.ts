import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where LibreOffice is installed, or null. */
export function findLibreOffice(): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, 'soffice')).find((path) => existsSync(path)) ?? null;
}

/** A DOCX as the PDF that LibreOffice makes of it. */
export function convertToPdf(docx: Uint8Array): Uint8Array {
  const office = findLibreOffice();
  if (!office) throw new Error('LibreOffice is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'huihan-pdf-'));
  try {
    writeFileSync(join(folder, 'reply.docx'), docx);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'reply.docx')], {
      stdio: 'ignore',
    });
    return new Uint8Array(readFileSync(join(folder, 'reply.pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
