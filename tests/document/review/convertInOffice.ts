import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether LibreOffice is there to open and save documents. */
export const hasOffice = findOffice();
if (!hasOffice) console.info('LibreOffice is not installed: documents passed through it are not tested');

/** Documents opened and saved by LibreOffice, all in one go. */
export function convertInOffice(documents: readonly Uint8Array[]): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'huihan-office-'));
  const names = documents.map((_, index) => `${index}.docx`);
  try {
    mkdirSync(join(folder, 'out'));
    names.forEach((name, index) => writeFileSync(join(folder, name), documents[index]!));
    const args = [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      join(folder, 'out'),
      ...names.map((name) => join(folder, name)),
    ];
    execFileSync('soffice', args, { stdio: 'ignore', timeout: 500_000 });
    return names.map((name) => readFileSync(join(folder, 'out', name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function findOffice(): boolean {
  try {
    execFileSync('which', ['soffice'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
