import style from './page-skeleton.module.css';

/** A title and a list, as most pages have. */
export function PageSkeleton({ rows = 12 }: { rows?: number }) {
  return (
    <div className={style.page} aria-busy="true">
      <div className={style.title} />
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have nothing else
        <div className={style.row} key={index}>
          <i style={{ width: `${14 + ((index * 7) % 9)}%` }} />
          <i style={{ width: `${22 + ((index * 5) % 12)}%` }} />
          <i style={{ width: '12%' }} />
          <i style={{ width: `${10 + ((index * 3) % 7)}%` }} />
        </div>
      ))}
    </div>
  );
}

/** One bar in the place of a text that is on its way. */
export function Bar({ width = '8ch', height = 14 }: { width?: string; height?: number }) {
  return <span className={style.bar} style={{ width, height }} aria-hidden="true" />;
}
