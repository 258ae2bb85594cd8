/**
 * Adds a button after each text that readers may copy. Without this script, or if the browser
 * offers no clipboard, they select the text by hand.
 */

const clipboard = 'clipboard' in navigator ? navigator.clipboard : undefined;
for (const text of clipboard ? document.querySelectorAll<HTMLElement>('p.cite') : []) {
  const tools = document.createElement('p');
  const button = document.createElement('button');
  tools.className = 'tools flex';
  button.className = 'tool';
  button.type = 'button';
  button.textContent = 'Copy';
  // Screen readers read out its new text when it is pressed.
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', () => {
    clipboard
      ?.writeText(text.textContent.replace(/\s+/g, ' ').trim())
      .then(() => (button.textContent = 'Copied'))
      .catch(() => getSelection()?.selectAllChildren(text));
  });
  tools.append(button);
  text.after(tools);
}
