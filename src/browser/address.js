// Where the page is, and opening another.

/** The address of the page, with all that follows it. What is written into a frame has that of the page around it as its base. */
export const ofPage = () => (location.href.startsWith("http") ? location.href : document.baseURI);

/** Opens another page beside this one; whether the browser does. */
export const open = (address) => !!window.open(address, "_blank");
