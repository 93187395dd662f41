/** What both printers give back. */
import type { NodeBase } from './node';

/** Where a node stands in a printed text; UTF-16 offsets. */
export interface Span {
  node: NodeBase;
  start: number;
  end: number;
}

export interface Printed {
  text: string;
  /** One for each statement and expression, parents before children; empty unless they were asked for. */
  spans: Span[];
}

export interface PrintOptions {
  /** Record where each node went. */
  spans?: boolean;
}
