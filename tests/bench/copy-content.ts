/**
 * Copies the project's own content and its articles again and again, until there are enough: real
 * prose, links and quotations.
 */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes `articles` articles into `root`/content: those of `from`/content under their own names,
 * and copies under others.
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
    // A short title of its own, as each article has, without a number that no record knows.
    const letters = number
      .toString(26)
      .replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 26)));
    writeFileSync(
      join(folder, `${slug}-${number}.mdx`),
      text.replace(/^(short_title: .+)$/m, `$1, copy ${letters}`),
    );
  }
}
