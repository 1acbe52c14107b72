import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { AppDialog } from '../../ui/AppDialog';
import { Button } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { Departments } from './Departments';
import { ReviewExchange } from './ReviewExchange';
import { StatusTable } from './StatusTable';
import './exchange.css';

const TABS = { review: ReviewExchange, departments: Departments, status: StatusTable } as const;

/** Everything that goes through other hands: review copies out and back, departments' data, and who signed off on what. */
export function ExchangeDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const names = Object.keys(TABS) as (keyof typeof TABS)[];
  return (
    <AppDialog
      full
      title={say('exchange.title')}
      onClose={onClose}
      foot={
        <Button kind="primary" onPress={onClose}>
          {say('shell.close')}
        </Button>
      }
    >
      <Tabs className="tabs exchange">
        <TabList className="tab-list" aria-label={say('exchange.title')}>
          {names.map((name) => (
            <Tab key={name} id={name} className="tab">
              {say(`exchange.tab.${name}`)}
            </Tab>
          ))}
        </TabList>
        {names.map((name) => {
          const Panel = TABS[name];
          return (
            <TabPanel key={name} id={name} className="exchange-panel">
              <Panel onClose={onClose} />
            </TabPanel>
          );
        })}
      </Tabs>
    </AppDialog>
  );
}
