/** A line that holds nothing but tags leaves no line behind. */
export function standaloneTags(source: string): string {
  return source.replace(/^[ \t]*((?:\{%(?:(?!%\})[^\n])*%\}|\[%(?:(?!%\])[^\n])*%\])+)[ \t]*\n/gm, '$1');
}

const widest = 76;

function wrappedLine(line: string): string {
  if (line.length <= widest || /https?:\/\//.test(line)) return line;
  const prefix = /^[ >]*(?:\d+\. |- )?/.exec(line)![0];
  const hanging = prefix.replace(/[^ >]/g, ' ');
  const lines: string[] = [];
  let current = prefix;
  for (const word of line.slice(prefix.length).split(' ')) {
    const bare = current === prefix || current === hanging;
    const longer = bare ? `${current}${word}` : `${current} ${word}`;
    if (bare || longer.length <= widest) {
      current = longer;
      continue;
    }
    lines.push(current);
    current = `${hanging}${word}`;
  }
  return [...lines, current].join('\n');
}

/** Lines of at most 76 characters where a line can be broken; addresses stay whole; never two empty lines. */
export function plainText(text: string): string {
  const lines = text
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n');
  return `${lines.map(wrappedLine).join('\n')}\n`;
}
