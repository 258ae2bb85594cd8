/** What a page may load: nothing inline, nothing foreign. It comes first in every head, so that it applies to everything after it. */
export const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
  "manifest-src 'self'; base-uri 'none'; form-action 'none'";
