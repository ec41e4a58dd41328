import { RingMark } from './ring.tsx';

/** Before anything is known, and only for a moment. */
export function FirstLoad() {
  return (
    <div style={{ display: 'grid', placeItems: 'center', height: '100dvh', opacity: 0.5 }} aria-busy="true">
      <RingMark size={48} />
    </div>
  );
}
