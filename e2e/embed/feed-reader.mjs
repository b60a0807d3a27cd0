// What a feed reader keeps of a post: no scripts, no styles, and of unknown elements only their content.

/** The text of a post, and its links with their addresses as written. Any page can parse it. */
export const readPost = (page, html) =>
  page.evaluate((html) => {
    const post = new DOMParser().parseFromString(html, 'text/html');
    for (const script of post.querySelectorAll('script')) script.remove();
    for (const element of post.querySelectorAll('*')) {
      element.removeAttribute('style');
      if (element.localName.includes('-')) element.replaceWith(...element.childNodes);
    }
    const links = [...post.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')]);
    return { text: post.body.textContent.replace(/\s+/g, ' ').trim(), links };
  }, html);

/** The first post of a feed, as HTML. */
export const firstPost = (page, feed, element) =>
  page.evaluate(
    ([feed, element]) => new DOMParser().parseFromString(feed, 'text/xml').querySelector(element).textContent,
    [feed, element],
  );
