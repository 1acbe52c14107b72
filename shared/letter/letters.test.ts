import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { VERIFIER_ROLES, type VerifierRole } from '../domain/letter';
import { readNumeral } from './numerals';
import { parseLetter } from './parseLetter';

type Label = {
  letterNo: string | null;
  letterDate?: string;
  replyDeadline?: string;
  company: string;
  codeInText?: boolean;
  docType: string;
  questions: { no: string; title?: string; subs: string[]; verifiers: string[]; verifierScope?: Record<string, string[]> }[];
};

const ROLES: Readonly<Record<string, VerifierRole>> = {
  会计师: 'auditor',
  年审会计师: 'auditor',
  律师: 'lawyer',
  保荐机构: 'sponsor',
  独立财务顾问: 'financialAdviser',
  评估师: 'appraiser',
  独立董事: 'independentDirectors',
  审计委员会: 'auditCommittee',
  监事会: 'supervisors',
  财务顾问: 'otherAdviser',
};

const shared = process.env.HUIHAN_SHARED;
const material = shared !== undefined && existsSync(join(shared, 'letters'));
if (!material) console.info('Labelled letters are not read: HUIHAN_SHARED is not set.');

const toNumber = (token: string) => String(readNumeral(/\d+|[一二三四五六七八九十]+/.exec(token)![0]));
const sortRoles = (roles: VerifierRole[]) => VERIFIER_ROLES.filter((role) => roles.includes(role));
const squeeze = (text: string) => text.replace(/\s/g, '');

describe.skipIf(!material)('labelled letters', () => {
  const folder = join(shared ?? '', 'letters');
  const stems = material ? readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : [])) : [];

  test.each(stems)('%s is read as labelled', (stem) => {
    const label = JSON.parse(readFileSync(join(folder, `${stem}.json`), 'utf8')) as Label;
    const text = readFileSync(join(folder, `${stem}.txt`), 'utf8');
    const { questions, header } = parseLetter(text);
    const read = questions.map((question) => ({
      no: question.no,
      items: question.items.map(({ no }) => no),
      verifiers: sortRoles(question.verifications.map(({ role }) => role)),
    }));
    expect(read).toEqual(
      label.questions.map(({ no, subs, verifiers }) => ({
        no: toNumber(no),
        items: subs.map(toNumber),
        verifiers: sortRoles(verifiers.map((verifier) => ROLES[verifier]!)),
      })),
    );
    for (const [at, { title, verifierScope }] of label.questions.entries()) {
      const question = questions[at]!;
      if (title !== undefined) expect(question.title).toBe(title);
      for (const [verifier, scope] of Object.entries(verifierScope ?? {})) {
        const { items } = question.verifications.find(({ role }) => role === ROLES[verifier])!;
        expect(items.length > 0 ? items : question.items.map(({ no }) => no)).toEqual(scope.map(toNumber));
      }
      expect(squeeze(text.replace(/\b\d{1,2}\b/g, ''))).toContain(squeeze(question.text.replace(/\b\d{1,2}\b/g, '')).slice(0, 12));
    }
    if (label.docType === 'letter') {
      expect([header.letterNo, header.issuedOn, header.dueOn, header.company]).toEqual([
        label.letterNo,
        label.letterDate,
        label.replyDeadline,
        label.company,
      ]);
    }
  });
});

type GoldenQuestion = {
  question: number;
  full_text: string;
  sub_questions: { token_as_printed: string; text: string }[];
  verifiers: { role: string; sub_questions: string[] }[];
};

describe.skipIf(!material)('a reply that restates its letter', () => {
  const read = (path: string) => readFileSync(join(shared ?? '', path), 'utf8');

  test('gives numbers, texts, items and verifiers of the letter', () => {
    const golden = JSON.parse(read('golden/ruina-letter.json')) as {
      source: string;
      header: Record<string, string>;
      questions: GoldenQuestion[];
    };
    const { questions, header, problems } = parseLetter(read(`seeds/${golden.source}`));
    expect(problems).toEqual([]);
    expect(
      questions.map(({ no, text, items, verifications }) => ({
        no,
        text: squeeze(text),
        items: items.map((item) => [item.label, squeeze(item.text)]),
        verifiers: verifications.map(({ role, items: scope }) => [role, scope.length > 0 ? scope : items.map((item) => item.no)]),
      })),
    ).toEqual(
      golden.questions.map((question) => ({
        no: String(question.question),
        text: squeeze(question.full_text),
        items: question.sub_questions.map((sub) => [sub.token_as_printed, squeeze(sub.text)]),
        verifiers: question.verifiers.map(({ role, sub_questions: scope }) => [ROLES[role], scope.map(toNumber)]),
      })),
    );
    expect(header).toMatchObject({
      code: golden.header['证券代码'],
      shortName: golden.header['证券简称'],
      announcementNo: golden.header['公告编号'],
      company: golden.header['公司全称'],
      letterNoRaw: golden.header['问询函编号'],
      receivedOn: golden.header['收函日期'],
      regulator: golden.header['交易所'],
      department: golden.header['发函部门'],
    });
  });

  test('that are other documents are no letters', () => {
    for (const name of readdirSync(join(shared ?? '', 'seeds')).filter((file) => !file.startsWith('003_'))) {
      const { questions, problems } = parseLetter(read(`seeds/${name}`));
      expect([name, questions.length, problems.map(({ code }) => code)]).toEqual([name, 0, ['not-a-letter']]);
    }
  });
});
