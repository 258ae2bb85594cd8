/**
 * Copies the project's own content, and its articles as often as needed: real prose, links and
 * quotations.
 */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes `articles` articles into `root`/content: first those of `from`/content under their own
 * names, then copies under others.
 */
export function copyContent(from: string, root: string, articles: number): void {
  cpSync(join(from, 'content'), join(root, 'content'), { recursive: true });
  const folder = join(root, 'content/articles');
  const own = readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => ({
      slug: name.slice(0, -'.mdx'.length),
      text: readFileSync(join(folder, name), 'utf8'),
    }));
  for (let index = own.length; index < articles; index++) {
    const { slug, text } = own[index % own.length] ?? { slug: '', text: '' };
    const number = Math.floor(index / own.length) + 1;
    // A unique short title, as each article must have, without a number that is not in the record.
    const letters = number
      .toString(26)
      .replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 26)));
    writeFileSync(
      join(folder, `${slug}-${number}.mdx`),
      text.replace(/^(short_title: .+)$/m, `$1, copy ${letters}`),
    );
  }
}
