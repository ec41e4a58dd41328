import { Component, type ReactNode } from 'react';
import { ProblemNote } from './problem-note.tsx';

/** A part that fails says so in its own place; the rest of the page goes on. */
export class PartBoundary extends Component<{ readonly children: ReactNode }, { readonly problem: unknown }> {
  override state: { readonly problem: unknown } = { problem: null };

  static getDerivedStateFromError(problem: unknown) {
    return { problem };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    if (problem === null) return this.props.children;
    return <ProblemNote problem={problem} again={() => this.setState({ problem: null })} />;
  }
}
