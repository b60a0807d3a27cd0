// The title of the browser tab.

export const title = () => document.title;
export const show = (text) => {
  document.title = text;
};
