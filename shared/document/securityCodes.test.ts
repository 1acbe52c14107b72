import { describe, expect, it } from 'vitest';
import { getMainCode, printSecurityCodes, readSecurityCodes } from './securityCodes';

describe('the codes at the head of an announcement', () => {
  it.each([
    [['证券代码：900001\t证券简称：甲辰股份\t公告编号：2030-015'], { code: '900001', shortName: '甲辰股份', announcementNo: '2030-015' }],
    [
      ['证券代码：688999　证券简称：云岭新材　公告编号：临2030-031', '转债代码：118999　转债简称：云岭转债'],
      { code: '688999；转债代码：118999 转债简称：云岭转债', shortName: '云岭新材', announcementNo: '临2030-031' },
    ],
    [
      ['A股代码：600999 A股简称：云岭股份 编号：临2030-031 号', 'B股代码：900999 B股简称：云岭B股'],
      { code: 'A股代码：600999；B股代码：900999 B股简称：云岭B股', shortName: '云岭股份', announcementNo: '临2030-031 号' },
    ],
    [
      ['证券代码：000988、200988    证券简称：海澜星河、海澜星B    公告编号：2031-012'],
      { code: '000988、200988', shortName: '海澜星河、海澜星B', announcementNo: '2031-012' },
    ],
    [
      [
        '股票代码：600999 股票简称：云岭股份 公告编号：2030-031',
        '债券代码：188001 债券简称：30云岭01',
        '债券代码：188002 债券简称：30云岭02',
      ],
      {
        code: '600999；债券代码：188001 债券简称：30云岭01；债券代码：188002 债券简称：30云岭02',
        shortName: '云岭股份',
        announcementNo: '2030-031',
      },
    ],
    [['证券代码：    证券简称：*ST 云岭'], { code: null, shortName: '*ST 云岭', announcementNo: null }],
    [[], { code: null, shortName: null, announcementNo: null }],
  ])('are read from %j', (lines, codes) => {
    expect(readSecurityCodes(lines)).toEqual(codes);
  });

  it('are printed with a line for each further security', () => {
    expect(printSecurityCodes({ code: '688999；转债代码：118999 转债简称：云岭转债', shortName: '云岭新材' })).toEqual({
      code: '证券代码：688999',
      name: '证券简称：云岭新材',
      further: [['转债代码：118999', '转债简称：云岭转债']],
    });
    expect(printSecurityCodes({ code: 'A股代码：600999；B股代码：900999 B股简称：云岭B股', shortName: '云岭股份' })).toEqual({
      code: 'A股代码：600999',
      name: 'A股简称：云岭股份',
      further: [['B股代码：900999', 'B股简称：云岭B股']],
    });
  });

  it('name the share itself by its bare code', () => {
    expect(['688999；转债代码：118999', 'A股代码：600999；B股代码：900999', ''].map(getMainCode)).toEqual(['688999', '600999', '']);
  });
});
