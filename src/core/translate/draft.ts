/** What a direction hands over: target nodes and notes, before printing and layout. */
import type { NodeBase } from '../syntax/node';
import type { Origins } from './correspond';
import type { Notes } from './gaps';

export interface Draft {
  /** Top-level nodes of the target in the order in which they are printed. A whole file has its imports in them. */
  nodes: NodeBase[];
  /** The import lines that the code needs, for `Translation.imports`. */
  imports: string[];
  notes: Notes;
  origins: Origins;
}
