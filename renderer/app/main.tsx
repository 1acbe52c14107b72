import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { assert } from '../../shared/util/assert';
import { setHost } from '../ipc/client';
import { followJobs } from '../ipc/jobs';
import { followChanges } from '../ipc/useQuery';
import { connectWebHost } from '../ipc/webHost';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/controls.css';
import { App } from './App';

// The content policy forbids making functions from text, which zod's faster parsers do.
z.config({ jitless: true });

const host = window.host ?? connectWebHost();
setHost(host);
followChanges();
followJobs();

const root = document.getElementById('root');
assert(root, 'index.html has an element #root');
createRoot(root).render(
  <StrictMode>
    <App firstLanguage={await host.getLanguage()} />
  </StrictMode>,
);
