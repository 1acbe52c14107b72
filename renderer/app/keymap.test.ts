import { expect, test } from 'vitest';
import { findWindowCommand, type KeyPress, printKeys } from './keymap';

const press = (part: Partial<KeyPress>): KeyPress => ({ key: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...part });

test('Shift+F6 goes to the pane before, Escape back to the text', () => {
  expect(findWindowCommand(press({ key: 'F6', shiftKey: true }), false)).toBe('previousPane');
  expect(findWindowCommand(press({ key: 'Escape' }), false)).toBe('backToText');
});

test('F9 makes a reply table of the demanded fields, and is printed beside its command', () => {
  expect(findWindowCommand(press({ key: 'F9' }), false)).toBe('makeAskTable');
  expect(findWindowCommand(press({ key: 'F9', ctrlKey: true }), false)).toBeNull();
  expect(printKeys('makeAskTable', true)).toBe('F9');
});

test('F4 shows a table beside the place it was read from', () => {
  expect(findWindowCommand(press({ key: 'F4' }), false)).toBe('showOrigin');
  expect(findWindowCommand(press({ key: 'F4', altKey: true }), false)).toBeNull();
  expect(printKeys('showOrigin', false)).toBe('F4');
});

test('keys of the menu are left to the host', () => {
  expect(findWindowCommand(press({ key: 'F6' }), false)).toBeNull();
  expect(findWindowCommand(press({ key: 'k', ctrlKey: true }), false)).toBeNull();
});

test('Ctrl+Y redoes, except on a Mac, where it is not a key of redoing', () => {
  expect(findWindowCommand(press({ key: 'y', ctrlKey: true }), false)).toBe('redo');
  expect(findWindowCommand(press({ key: 'y', ctrlKey: true }), true)).toBeNull();
});

test('keys are printed as the keyboard names them', () => {
  expect(printKeys('linkTable', false)).toBe('Ctrl+Shift+L');
  expect(printKeys('nextQuestion', true)).toBe('⌥↓');
  expect(printKeys('about', false)).toBe('');
});
