/**
 * Pictures: the files exist, are complete, have a known format and no metadata, and are described
 * for readers who cannot see them.
 */
import { getAttribute, getSpan, getTag, walk } from '../../library/markup/article-text.ts';
import {
  readPicture,
  detectKind,
  type PictureBytes,
} from '../../library/pictures/picture-bytes.ts';
import {
  listPictureNames,
  picturesFolder,
  readPictureBytes,
} from '../../library/pictures/picture-files.ts';
import type { PictureFile, ArticleNode, Content } from '../../library/content.ts';
import { createFinding, findNearest, type Span } from '../../library/findings.ts';
import { createSourceText, type SourceText } from '../../library/source-text.ts';
import { tagFor } from '../../schema/author-tags.ts';
import type { Finding } from '../../schema/finding.ts';
import { findBroken } from '../check/decode-pictures.ts';
import type { Rule } from './rule.ts';

type Words = Pick<Finding, 'rule' | 'message' | 'fix'>;

export const checkPictures: Rule = (content) => [...checkTags(content), ...checkFiles(content)];

const maximumAlt = 250;
const maximumPixels = 40_000_000;

const isPicture = (node: ArticleNode) =>
  Object.values(getTag(node)?.attributes ?? {}).some(({ names }) => names === 'pictures');

function checkTags({ articles, pages, pictures }: Content): Finding[] {
  const names = pictures.map(({ name }) => name);
  return [...articles, ...pages].flatMap(({ tree, source }) =>
    [...(tree ? walk(tree) : [])].flatMap(({ node }) => {
      if (!isPicture(node)) return [];
      const problems = [judgeName(getAttribute(node, 'file'), names), judgeAlt(node)];
      return problems.flatMap((problem) => {
        if (!problem) return [];
        const { attribute, ...words } = problem;
        return [
          createFinding(source, findAttribute(source, node, attribute), {
            level: 'error',
            ...words,
          }),
        ];
      });
    }),
  );
}

/**
 * The position of the attribute's value, of a flag itself, or of the tag's name if the attribute is
 * missing.
 */
function findAttribute({ text }: SourceText, node: ArticleNode, name: string): Span {
  const span = getSpan(node);
  const found = new RegExp(`\\s${name}(?:\\s*=\\s*["'])?`).exec(text.slice(span.start, span.end));
  if (!found) return { start: span.start + 1, end: span.start + 1 + (node.name ?? '').length };
  const end = span.start + found.index + found[0].length;
  const value = getAttribute(node, name);
  return value ? { start: end, end: end + value.length } : { start: end - name.length, end };
}

function judgeName(
  name: string | undefined,
  names: string[],
): (Words & { attribute: 'file' }) | undefined {
  if (!name || names.includes(name)) return undefined;
  const bare = name.split(/[\\/]/).at(-1) ?? '';
  const near = findNearest(bare, names);
  const fix = near
    ? `Did you mean file="${near}"?`
    : `Put the picture into ${picturesFolder}/ and write its name, such as file="bridge.jpg".`;
  const message = /[:\\/]|^\.|%/.test(name)
    ? `Give only the file name of a picture, not an address or a folder: "${name.slice(0, 80)}".`
    : `There is no picture called "${name}".`;
  return { attribute: 'file', rule: 'unknown-picture', message, fix };
}

function judgeAlt(node: ArticleNode): (Words & { attribute: 'alt' | 'decorative' }) | undefined {
  const alt = getAttribute(node, 'alt')?.trim();
  const has = (name: string) =>
    node.attributes?.some((attribute) => attribute.name === name) ?? false;
  const refuse = (message: string, fix: string) => ({
    attribute: 'alt' as const,
    rule: 'picture-alt' as const,
    message,
    fix,
  });
  const describe =
    'Say what the picture shows: alt="Two trucks wait at a bridge over a wide, brown river."';
  if (!has('alt'))
    return has('decorative')
      ? undefined
      : refuse(
          'The picture has no description.',
          `${describe}, or write decorative if it adds nothing.`,
        );
  if (has('decorative'))
    return {
      ...refuse('A picture has either alt="…" or decorative, not both.', 'Delete one of them.'),
      attribute: 'decorative',
    };
  if (!alt) return undefined;
  if (alt.length > maximumAlt)
    return refuse(
      `The description has ${alt.length} characters; at most ${maximumAlt} are read aloud in one go.`,
      'Shorten it, and say the rest in the text.',
    );
  if (
    /\.(?:jpe?g|png|webp|gif|heic|avif|tiff?)$/i.test(alt) ||
    isFileName(alt, getAttribute(node, 'file') ?? '')
  )
    return refuse(`"${alt}" is a file name, not a description.`, describe);
  const opening =
    /^(?:an? |the |this )?(?:image|picture|photo|photograph|graphic|illustration|screenshot)s?(?: (?:of|showing|shows) |$)/i.exec(
      alt,
    );
  if (opening)
    return refuse(
      `"${opening[0].trim()}" repeats what screen readers say anyway.`,
      'Begin with what the picture shows.',
    );
  return undefined;
}

/** True for "river-crossing" with river-crossing.jpg, and for file names that cameras give. */
function isFileName(alt: string, file: string): boolean {
  const simplify = (text: string) =>
    text
      .toLowerCase()
      .replace(/\.\w+$/, '')
      .replace(/[^a-z0-9]+/g, '-');
  return (
    /^[a-z]{2,6}[_-]?\d{3,}/i.test(alt) || (!alt.includes(' ') && simplify(alt) === simplify(file))
  );
}

function checkFiles(content: Content): Finding[] {
  const texts = [...content.articles, ...content.pages];
  const shown = new Set(texts.flatMap(({ tree }) => (tree ? listPictureNames(tree) : [])));
  const findings: Finding[] = [];
  const tell = ({ path }: PictureFile, words: Words, level: Finding['level'] = 'error') =>
    findings.push(
      createFinding(createSourceText(path, ''), { start: 0, end: 1 }, { level, ...words }),
    );
  const sound: PictureFile[] = [];
  for (const picture of content.pictures) {
    const problems = judgeFile(picture);
    for (const words of problems) tell(picture, words);
    if (!problems.some(({ rule }) => rule === 'picture-file')) sound.push(picture);
    const twin = content.pictures.find(({ id }) => id === picture.id);
    if (twin && twin !== picture)
      tell(picture, {
        rule: 'id-taken',
        message: `${twin.name} has the same name but for its ending, so one would hide the other.`,
        fix: 'Rename one of the two files.',
      });
    // A text that could not be read may well show it.
    if (!shown.has(picture.name) && texts.every(({ tree }) => tree))
      tell(
        picture,
        {
          rule: 'picture-unused',
          message: 'No text shows this picture.',
          fix: `Write <${tagFor.picture} file="${picture.name}" alt="…" /> where it belongs, or delete the file.`,
        },
        'warning',
      );
  }
  for (const picture of findBroken(sound))
    tell(picture, {
      rule: 'picture-file',
      message: 'The picture is damaged: not all of it can be drawn.',
      fix: 'Export it again, or get a fresh copy.',
    });
  return findings;
}

const endings = { jpeg: /\.jpe?g$/, png: /\.png$/, webp: /\.webp$/ };

/** Everything that is wrong with the bytes of a picture, found without drawing it. */
function judgeFile(picture: PictureFile): Words[] {
  const refuse = (message: string, fix: string): Words[] => [
    { rule: 'picture-file', message, fix },
  ];
  const bytes = readPictureBytes(picture);
  if ('message' in bytes)
    return refuse(
      bytes.message,
      bytes.isTooLarge ? 'Export it smaller: 3,000 pixels are wide enough.' : bytes.fix,
    );
  const kind = detectKind(bytes);
  if (!kind)
    return refuse(
      `The file is not a JPEG, PNG or WebP picture, whatever its name says${nameKind(bytes)}.`,
      'Export it as JPEG, PNG or WebP.',
    );
  if (!endings[kind].test(picture.name))
    return refuse(
      `The file is a ${kind.toUpperCase()} picture, but its name says otherwise.`,
      `Rename it to ${picture.id}.${kind === 'jpeg' ? 'jpg' : kind}.`,
    );
  const read = readPicture(bytes);
  if (!read)
    return refuse('The picture is damaged or cut off.', 'Export it again, or get a fresh copy.');
  return [
    ...judgePixels(read).flatMap(([message, fix]) => refuse(message, fix)),
    ...judgeMetadata(read),
  ];
}

function judgePixels({ width, height, depth, cmyk, animated }: PictureBytes): [string, string][] {
  const problems: [string, string][] = [];
  if (width * height > maximumPixels)
    problems.push([
      `The picture has ${width} × ${height} pixels; at most ${maximumPixels / 1e6} million are drawn.`,
      'Export it smaller: 3,000 pixels are wide enough.',
    ]);
  if (cmyk)
    problems.push([
      'The picture is in CMYK, for print; screens would show wrong colours.',
      'Export it in RGB.',
    ]);
  if (depth > 8)
    problems.push([
      `The picture has ${depth} bits per channel, which no browser needs.`,
      'Export it with 8 bits per channel.',
    ]);
  if (animated)
    problems.push([
      'The picture is animated, and this site shows only still pictures.',
      'Export a single frame.',
    ]);
  return problems;
}

function judgeMetadata({ metadata }: PictureBytes): Words[] {
  if (metadata.length === 0) return [];
  const where = metadata.includes('GPS position') ? ' It shows where the picture was taken.' : '';
  return [
    {
      rule: 'picture-metadata',
      message: `The file carries data besides the picture: ${metadata.join(', ')}.${where}`,
      fix: 'Run: npm run strip',
    },
  ];
}

/**
 * Recognises other kinds of files by their first bytes. A wrong extension is the most common
 * mistake.
 */
function nameKind(bytes: Buffer): string {
  const head = bytes.toString('latin1', 0, 64);
  const known: [RegExp, string][] = [
    [/^GIF8/, 'GIF'],
    [/^.{4}ftypavi[fs]/s, 'AVIF'],
    [/^.{4}ftyp(?:hei|mif|msf)/s, 'HEIC'],
    [/^(?:II\*\0|MM\0\*)/, 'TIFF'],
    [/^%PDF/, 'PDF'],
    [/^BM/, 'BMP'],
    [/^\s*<(?:\?xml|svg|!doctype)/i, 'SVG or HTML'],
  ];
  const found = known.find(([pattern]) => pattern.test(head));
  return found ? `: it is ${found[1]}` : '';
}
