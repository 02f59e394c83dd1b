import type { Node } from 'web-tree-sitter';

/** `where` is a file with line and column. A warning is something the compiler would let pass. */
export type Finding = { severity: 'error' | 'warning'; where: string; says: string };

export function findingsIn() {
  const found: Finding[] = [];
  const reportOn = (file: string) => {
    const report =
      (severity: Finding['severity']) =>
      ({ startPosition: { row, column } }: Node, says: string): void =>
        void found.push({ severity, where: `${file}:${row + 1}:${column + 1}`, says });
    return { error: report('error'), warn: report('warning') };
  };
  return { found, reportOn };
}
export type Report = ReturnType<ReturnType<typeof findingsIn>['reportOn']>;
