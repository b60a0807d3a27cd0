// Names that the build replaces by values (esbuild's `--define`, set in xtask). Addresses are relative to the loader.

/** The style sheet of the widget. */
declare const STYLE_URL: string;
/** The script that starts the widget: `bootstrap.js` and everything it imports. */
declare const GLUE_URL: string;
/** The WebAssembly module. */
declare const WASM_URL: string;
/** The module that reads routines by other authors, and draws their figures. */
declare const AUTHORING_URL: string;
/** Its WebAssembly. */
declare const AUTHORING_WASM_URL: string;
/** The library, for routines by other authors that refer to it. */
declare const LIBRARY_URL: string;
/** The app that fills the Progress screen. */
declare const PROGRESS_URL: string;
/** Its WebAssembly. */
declare const PROGRESS_WASM_URL: string;
/** The module that draws and moves figures. */
declare const FIGURES_URL: string;
/** The front page's routine, in its checked form. The others are beside it, called alike. */
declare const ROUTINE_URL: string;
/** The drawings of its figures. */
declare const DRAWINGS_URL: string;
/** The name of the built-in routine, for the facade. */
declare const FACADE_NAME: string;
/** The length of the built-in routine as a phrase, for the facade. */
declare const FACADE_LENGTH: string;
