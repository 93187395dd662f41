/** What the extension and the panel's page say to each other. */
import type { OverviewModel, PanelModel } from '../core/present/panelModel';

export type ToPage = PanelModel | OverviewModel | { kind: 'empty'; text: string };

export type FromPage =
  | { kind: 'ready' }
  | { kind: 'copy' }
  | { kind: 'mute' }
  /** Goes to an idiom of the listed file. */
  | { kind: 'go'; offset: number }
  | { kind: 'browse' };
