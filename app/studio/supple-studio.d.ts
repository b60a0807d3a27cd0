// What the build puts in place of this name: the glue that wasm-bindgen writes for the studio. Rust has the same in
// `src/studio/bindings.rs`.

/** The address of the studio's WebAssembly, seen from its page. */
declare const STUDIO_WASM_URL: string;

declare module "supple-studio" {
  /** Instantiates the WebAssembly; nothing else may be called before that. */
  export default function instantiate(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;

  /** A way to show a routine on a site of one's own. */
  export type EmbedWay = "element" | "iframe" | "wordpress" | "hugo" | "link" | "inline" | "file";

  /** What the app has of the browser and of libraries. */
  export interface StudioPage {
    /** The address of the site with the app, which ends with a slash. */
    site: string;
    /** Whether there is a share sheet. */
    canShare: boolean;
    /** A QR code; undefined where the text is too long for one. */
    code(text: string): { size: number; path: string } | undefined;
    /** Lets a list be sorted by dragging, and returns what ends that. */
    sort(list: HTMLElement, name: string, moved: (key: string, list: string, index: number) => void): () => void;
    /** Shows a document as a live routine. */
    preview(place: HTMLElement, document: string): void;
    embed(
      way: EmbedWay,
      routine: { document: string; link: string; source: string; name: string; text: string },
    ): string;
    /** Rejects where the browser doesn't allow it. */
    copy(text: string): Promise<void>;
    /** Rejects where the person or the browser doesn't want to. */
    share(title: string, url: string): Promise<void>;
  }

  /** The app in its place. */
  export class StudioHandle {
    constructor(page: StudioPage, place: HTMLElement);
    /** Unmounts the app and releases everything it holds. */
    free(): void;
  }
}
