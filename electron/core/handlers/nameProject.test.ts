import { expect, it } from 'vitest';
import { nameProject } from './nameProject';

it('calls a project after company and letter, safely for any file system', () => {
  expect(nameProject({ shortName: '澄屿科技', company: '澄屿水务科技股份有限公司', kind: '半年报问询函' }, '来函')).toBe(
    '澄屿科技-半年报问询函',
  );
  expect(nameProject({ shortName: '*ST澄屿', company: null, kind: '关注函' }, '来函')).toBe('ST澄屿-关注函');
  expect(nameProject({ shortName: null, company: null, kind: '关注函' }, '来函')).toBe('来函');
  expect(nameProject({ shortName: null, company: '甲/乙\u0001公司', kind: null }, '来函')).toBe('甲乙公司');
});
