// Hands a file to the person, and takes one from them. Any of what this asks of the browser may be missing or throw.

/** How long the address of a download stays. The browser takes the file at the click, but not all in the same instant. */
const ADDRESS_MS = 10_000;

/** On a phone by the share sheet, where that takes the file, else as a download. Tells in a sentence what became of it. */
export async function handOver(name, type, text, tell) {
  try {
    const file = new File([text], name, { type });
    const isShared = await share(file);
    if (!isShared) download(file);
    tell(isShared ? `${name} was handed over.` : `${name} is in your downloads.`);
  } catch (error) {
    // Who closed the share sheet knows.
    tell(error?.name === "AbortError" ? "" : "This browser doesn't let Supple save a file here.");
  }
}

/** Whether the person gave the file to another app. Throws an `AbortError` where they left the share sheet. */
async function share(file) {
  const sheet = { files: [file] };
  try {
    if (!matchMedia("(pointer: coarse)").matches || !navigator.canShare?.(sheet)) return false;
    await navigator.share(sheet);
    return true;
  } catch (error) {
    if (error?.name === "AbortError") throw error;
    return false;
  }
}

function download(file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), ADDRESS_MS);
}

/**
 * Takes the chosen file out of an input, so that the same one can be chosen again. Calls back with whether it is too large, and
 * with its text if it isn't and can be read.
 */
export async function takeChosen({ target }, bytesMax, then) {
  const [file] = target.files;
  target.value = "";
  if (!file) return;
  const isTooLarge = file.size > bytesMax;
  let text;
  try {
    if (!isTooLarge) text = await file.text();
  } catch {
    // It was moved since, or is no file any more.
  }
  then(isTooLarge, text);
}
