import { createContext, useContext } from 'react';
import type { ProjectOverview } from '../../shared/domain/project';

/** What screens may ask of the window around them. */
export type Frame = {
  /** A project was opened, made or saved under another name by core. */
  onOpened: (project: ProjectOverview) => void;
  openStart: () => void;
  switchLanguage: () => Promise<void>;
};

export const FrameContext = createContext<Frame>({ onOpened: () => {}, openStart: () => {}, switchLanguage: async () => {} });

/** The window around the screen. */
export function useFrame(): Frame {
  return useContext(FrameContext);
}
