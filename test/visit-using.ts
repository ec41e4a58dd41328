import type { Statement, VariableDeclarator } from '@swc/core';
import { Visitor } from '@swc/core/Visitor.js';

interface UsingDeclaration {
  readonly type: 'UsingDeclaration';
  decls: VariableDeclarator[];
}

/**
 * Teaches swc's tree walker, which dependency-cruiser goes by, the statement `using x = …`: its
 * parser knows it, its walker stops with "Unknown statement type". Taught twice is taught once.
 */
export function visitUsing(): void {
  const walker = Visitor.prototype as Visitor & { knowsUsing?: true };
  if (walker.knowsUsing) return;
  walker.knowsUsing = true;
  const visitOthers = walker.visitStatement;
  walker.visitStatement = function visitStatement(this: Visitor, statement: Statement | UsingDeclaration) {
    if (statement.type !== 'UsingDeclaration') return visitOthers.call(this, statement);
    statement.decls = this.visitVariableDeclarators(statement.decls);
    return statement as unknown as Statement;
  };
}
