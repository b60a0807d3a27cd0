// JavaScript because the reminder page has no WebAssembly; the widget does the same in Rust (src/browser/files.rs).
// @ts-check

/**
 * How long a download's address stays valid: the browser takes the file at the click, but not all at the same instant.
 */
const ADDRESS_MS = 10_000;

/**
 * Hands a file to the person: on a phone by the share sheet, if that takes it, otherwise as a download. Throws where
 * the browser allows neither.
 *
 * @param {File} file
 * @returns {Promise<"shared" | "downloaded" | "dismissed">} Dismissed: the person closed the share sheet.
 */
export async function saveFile(file) {
  const data = { files: [file] };
  try {
    if (matchMedia("(pointer: coarse)").matches && navigator.canShare?.(data)) {
      await navigator.share(data);
      return "shared";
    }
  } catch (error) {
    if (/** @type {{ name?: string } | null} */ (error)?.name === "AbortError") return "dismissed";
    // Sharing was refused; a download may work.
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), ADDRESS_MS);
  return "downloaded";
}
