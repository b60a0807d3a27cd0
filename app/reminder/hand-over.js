// Hands a file to the person.

/** How long the address of a download stays. The browser takes the file at the click, but not all in the same instant. */
const ADDRESS_MS = 10_000;

/** On a phone by the share sheet, where that takes the file, else as a download. Gives what to say of it. */
export async function handOver(file) {
  const sheet = { files: [file] };
  try {
    if (matchMedia("(pointer: coarse)").matches && navigator.canShare?.(sheet)) {
      await navigator.share(sheet);
      return `${file.name} was handed over.`;
    }
  } catch (error) {
    // The person closed the sheet, and knows.
    if (error?.name === "AbortError") return "";
  }
  try {
    download(file);
    return `${file.name} is in your downloads.`;
  } catch {
    return "This browser doesn't let Supple save a file here.";
  }
}

function download(file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), ADDRESS_MS);
}
