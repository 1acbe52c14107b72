import { isSameFile, saveProjectAs } from '../db/file/projectFile';
import { updateDetails } from '../db/queries/projectDetails';
import { controls, type HandlersOf, writes } from '../rpc/handlerKinds';
import { createFromLetter, openAndShow } from './openingProjects';
import { describeProject } from './overview';
import { openSample } from './sample';

export const projectHandlers: HandlersOf<'project'> = {
  'project:new': controls(async (session, { letter, target }) => {
    const targetPath = target === null ? null : session.getFile(target).path;
    return createFromLetter(session, letter, targetPath);
  }),

  'project:open': controls(async (session, { file, readOnly, password }) =>
    openAndShow(session, session.getFile(file).path, readOnly ? 'read' : 'write', password ?? null),
  ),

  'project:openSample': controls((session) => openSample(session)),

  'project:close': controls(async (session) => {
    await session.closeProject();
    return null;
  }),

  'project:save': controls(async (session) => ({ savedAt: session.publishNow() })),

  'project:saveAs': controls(async (session, { target }) => {
    const project = session.getProject();
    const { path } = session.getFile(target);
    if (!isSameFile(path, project.path)) saveProjectAs(project, path, session.settings.actor);
    return openAndShow(session, path, 'write', project.seal);
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
