// The part of SortableJS that the studio uses. The library is a tool of the build, installed outside the checkout, so its
// own types aren't found here.

declare module "sortablejs" {
  export interface SortableEvent {
    item: HTMLElement;
    from: HTMLElement;
    to: HTMLElement;
    /** Places among the draggable items of their lists, from 0. */
    oldIndex?: number;
    newIndex?: number;
  }
  export interface Options {
    group?: string;
    handle?: string;
    forceFallback?: boolean;
    animation?: number;
    ghostClass?: string;
    onStart?(event: SortableEvent): void;
    onEnd?(event: SortableEvent): void;
  }
  export default class Sortable {
    static create(list: HTMLElement, options: Options): Sortable;
    destroy(): void;
  }
}
