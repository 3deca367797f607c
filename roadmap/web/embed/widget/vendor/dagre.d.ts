/** What the widget uses of dagre. */
export class Graph {
  setGraph(label: object): this;
  setDefaultEdgeLabel(make: () => object): this;
  setNode(id: string, label: object): this;
  setEdge(from: string, to: string): this;
  node(id: string): any;
  nodes(): string[];
}
export function layout(graph: Graph): void;
