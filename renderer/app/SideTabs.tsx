import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useChecks } from '../features/findings/CheckRun';
import { useWords } from '../ui/language';
import { SIDE_TABS, type SideTab, useNavigator } from '../workspace/navigation';

/** The tabs of the right pane; Ctrl+1 to Ctrl+4 reach them. */
export function SideTabs({ panels, end }: { panels: Readonly<Record<SideTab, ReactNode>>; end: ReactNode }) {
  const { say } = useWords();
  const { at, go } = useNavigator();
  const { findings } = useChecks();
  const counts: Partial<Record<SideTab, number>> = { findings: findings?.length };
  return (
    <Tabs className="tabs" selectedKey={at.tab} onSelectionChange={(tab) => go({ type: 'openTab', tab: tab as SideTab })}>
      <div className="pane-head tabs-head">
        <TabList className="tab-list" aria-label={say('shell.pane.side')}>
          {SIDE_TABS.map((tab) => (
            <Tab key={tab} id={tab} className="tab">
              {say(`shell.tab.${tab}`)}
              {counts[tab] ? <span className="faint small">{counts[tab]}</span> : null}
            </Tab>
          ))}
        </TabList>
        {end}
      </div>
      {SIDE_TABS.map((tab) => (
        <TabPanel key={tab} id={tab} className="tab-panel">
          {panels[tab]}
        </TabPanel>
      ))}
    </Tabs>
  );
}
