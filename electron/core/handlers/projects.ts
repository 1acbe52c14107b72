import { saveProjectAs } from '../db/file/projectFile';
import { updateDetails } from '../db/queries/projectDetails';
import { controls, type HandlersOf, writes } from '../rpc/handlerKinds';
import { createFromLetter, openAndShow, openProject, PROJECT_EXTENSION } from './openingProjects';
import { describeProject } from './overview';
import { openSample } from './sample';

export const projectHandlers: HandlersOf<'project'> = {
  'project:new': controls(async (session, { letter, target }) => {
    const targetPath = target === null ? null : withExtension(session.getFile(target).path);
    return createFromLetter(session, session.getFile(letter), targetPath);
  }),

  'project:open': controls(async (session, { file, readOnly }) =>
    openAndShow(session, session.getFile(file).path, readOnly ? 'read' : 'write'),
  ),

  'project:openSample': controls((session) => openSample(session)),

  'project:close': controls(async (session) => {
    await session.closeProject();
    return null;
  }),

  'project:save': controls(async (session) => ({ savedAt: session.publishNow() })),

  'project:saveAs': controls(async (session, { target }) => {
    const project = session.getProject();
    const path = withExtension(session.getFile(target).path);
    if (path === project.path) session.publishNow();
    else {
      saveProjectAs(project, path, session.settings.actor);
      await session.closeProject();
      openProject(session, path, 'write');
    }
    return describeProject(session.getProject());
  }),

  'project:get': controls(async (session) => {
    const project = session.findProject();
    return project && describeProject(project);
  }),

  'project:setDetails': writes(({ recorder, session }, details) => {
    updateDetails(recorder, details);
    return describeProject(session.getProject());
  }),
};

function withExtension(path: string): string {
  return path.toLowerCase().endsWith(PROJECT_EXTENSION) ? path : path + PROJECT_EXTENSION;
}
