/**
 * Fetches the search when a reader needs it: when the field gets the focus, or if the address asks
 * for something.
 */

const form = document.querySelector<HTMLFormElement>('form.search');
const told = document.querySelector<HTMLElement>('#found');

let wanted = false;
function open(): void {
  if (wanted || !form || !told) return;
  wanted = true;
  import('./search-results.client.ts')
    .then(({ startSearch }) => startSearch(form, told))
    .catch(() => {
      wanted = false;
      told.textContent =
        'The search could not be fetched. Everything that can be found stands below.';
    });
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
});
form?.addEventListener('focusin', open);
form?.addEventListener('input', open);
if (new URLSearchParams(location.search).size > 0 || form?.contains(document.activeElement)) open();
