/**
 * A button after each text that readers may copy. Without this script, or where a browser has
 * no clipboard to give, the text is marked by hand.
 */

const clipboard = 'clipboard' in navigator ? navigator.clipboard : undefined;
for (const text of clipboard ? document.querySelectorAll<HTMLElement>('p.cite') : []) {
  const tools = document.createElement('p');
  const button = document.createElement('button');
  tools.className = 'tools flex';
  button.className = 'tool';
  button.type = 'button';
  button.textContent = 'Copy';
  // Read out where the button is pressed.
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', () => {
    clipboard
      ?.writeText(text.innerText.replace(/\s+/g, ' ').trim())
      .then(() => (button.textContent = 'Copied'))
      .catch(() => getSelection()?.selectAllChildren(text));
  });
  tools.append(button);
  text.after(tools);
}
