import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { loadFile } from './load-file.ts';
import { componentName } from './pages.tsx';

export interface QuickViewProps {
  readonly id: string;
}
type View = ComponentType<QuickViewProps>;

const files = import.meta.glob<Record<string, View>>('../features/*/*-quick-view.tsx');

/** `features/orders/order-quick-view.tsx` exports `OrderQuickView` and is opened by `?open=order:123`. */
const byKind = new Map<
  string,
  { readonly component: LazyExoticComponent<View>; readonly load: () => Promise<unknown> }
>(
  Object.entries(files).map(([path, load]) => {
    const file = path.split('/').at(-1)!.replace('.tsx', '');
    const component = lazy(async () => ({
      default: (await loadFile(load, { keepsPage: true }))[componentName(file)]!,
    }));
    return [file.replace('-quick-view', ''), { component, load }];
  }),
);

export interface Opened {
  readonly kind: string;
  readonly id: string;
  readonly component: LazyExoticComponent<View>;
}

/** What `order:123` in the address opens; null for what is not there. */
export function quickViewOf(open: string | undefined): Opened | null {
  const [kind = '', id = ''] = open?.split(/:(.*)/s) ?? [];
  const component = byKind.get(kind)?.component;
  return component && id !== '' ? { kind, id, component } : null;
}

/** Fetches the file of a kind of quick view ahead of the click. */
export function preloadQuickView(kind: string): void {
  void byKind
    .get(kind)
    ?.load()
    .catch(() => {});
}
