export function Palette(_: { close: () => void; help: () => void }) {
  return null;
}
