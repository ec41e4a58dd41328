import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import type { GridProps, RowProps } from './grid-props.ts';
import type { Item } from './items.ts';
import style from './list.module.css';
import { ListHead } from './list-head.tsx';
import { RowCard } from './row-card.tsx';
import { RowCheck } from './row-check.tsx';
import { tracksOf } from './tracks-of.ts';
import { useRowHeight } from './use-row-height.ts';

const cardHeight = 96;

/** Only the rows in sight are drawn; the page itself scrolls. */
export function ListGrid<T>(props: GridProps<T>) {
  const { items, columns, loaded, active, isPhone } = props;
  const { t } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const top = useTop(place);
  const rowHeight = useRowHeight(props.rowLines);
  const virtual = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) => (items[index]?.kind === 'group' ? 44 : isPhone ? cardHeight : rowHeight),
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 12,
    scrollMargin: top,
    scrollPaddingStart: 110,
    scrollPaddingEnd: 72,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new height is the reason to measure
  useEffect(() => virtual.measure(), [virtual, rowHeight, isPhone]);
  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  const { hasMore, loadMore } = loaded;
  useEffect(() => {
    if (hasMore && lastShown >= items.length - 20) loadMore();
  }, [hasMore, lastShown, items.length, loadMore]);
  useScrollToActive(virtual, items, active.index);
  return (
    <div
      className={isPhone ? style.cards : style.grid}
      role="grid"
      aria-label={props.label}
      aria-rowcount={hasMore ? -1 : items.length + 1}
      aria-multiselectable={props.bulk ? true : undefined}
      style={{ '--row': `${rowHeight}px` } as CSSProperties}
    >
      {!isPhone && <ListHead {...props} />}
      <div ref={place} role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {shown.map(({ index, key, start }) => {
          const item = items[index]!;
          const position = { transform: `translateY(${start - top}px)` };
          return item.kind === 'group' ? (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="row"
              className={style.groupRow}
              style={position}
            >
              <span role="gridcell" aria-colspan={columns.length}>
                {item.title}
              </span>
            </div>
          ) : (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="presentation"
              className={style.place}
              style={position}
            >
              {isPhone ? <RowCard {...props} item={item} /> : <Row {...props} item={item} />}
            </div>
          );
        })}
      </div>
      {loaded.isLoadingMore && <p className={style.more}>{t('list.more')}</p>}
    </div>
  );
}

function Row<T>(props: RowProps<T>) {
  const { item, columns, active, openedId, bulk } = props;
  const isChosen = props.selecting.selection.ids.has(item.id);
  return (
    <div
      role="row"
      aria-rowindex={item.index + 2}
      aria-selected={bulk ? isChosen : undefined}
      className={style.row}
      data-row={item.id}
      data-active={active.index === item.index || undefined}
      data-open={openedId === item.id || undefined}
      data-chosen={isChosen || undefined}
      style={{ gridTemplateColumns: tracksOf(columns, bulk !== undefined) }}
      tabIndex={active.index === item.index ? 0 : -1}
      onFocus={() => active.index !== item.index && active.set(item.index)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
        props.open?.(item.row);
      }}
    >
      {bulk && (
        <span role="gridcell" className={style.check}>
          <RowCheck {...props} />
        </span>
      )}
      {columns.map((column) => (
        <span role="gridcell" key={column.key} className={column.align ? style.end : style.cell}>
          {column.cell(item.row)}
        </span>
      ))}
    </div>
  );
}

/** Where the list begins on the page; what stands above it may still grow. */
function useTop(place: { readonly current: HTMLElement | null }): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      if (place.current) setTop(Math.round(place.current.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [place]);
  return top;
}

function useScrollToActive<T>(
  virtual: { scrollToIndex(index: number, options: { align: 'auto' }): void },
  items: readonly Item<T>[],
  active: number,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move scrolls, not rows that arrive
  useEffect(() => {
    if (active < 0) return;
    const index = items.findIndex((item) => item.kind === 'row' && item.index === active);
    const row = items[index];
    const selector = row && `[data-row="${CSS.escape(row.id)}"]`;
    // Where the focus is already nothing may move: a button that slips away under the pointer misses its click.
    if (selector && document.querySelector(selector)?.contains(document.activeElement)) return;
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
    if (!selector || document.activeElement?.closest('aside')) return;
    // A screen reader follows the focus; what has it inside the row keeps it.
    requestAnimationFrame(() => {
      const element = document.querySelector<HTMLElement>(selector);
      if (element && !element.contains(document.activeElement)) element.focus({ preventScroll: true });
    });
  }, [active]);
}
