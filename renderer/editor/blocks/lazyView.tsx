import { type ComponentType, lazy, Suspense } from 'react';

/** A node's view, loaded when the first such node is shown; until then nothing stands there. */
export function lazyView<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const View = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  return (props) => (
    <Suspense fallback={null}>
      <View {...props} />
    </Suspense>
  );
}
