// Names that the build replaces by values (esbuild's `--define`, set in xtask).

/**
 * The path of each file of the site, relative to the worker, with the hash of its bytes as `integrity` takes it; for a
 * page also the addresses of the site that are written in it.
 */
declare const FILES: [path: string, integrity: string, names?: string[]][];
/** The version of the site, by its contents. */
declare const VERSION: string;
