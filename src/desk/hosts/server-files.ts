/**
 * `npm run server-files`: writes everything that your own server needs into one folder: the built
 * site with compressed copies of its files, and the configurations of nginx and Caddy with the
 * headers of this build.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { spacedPlural } from '../../evidence/plural.ts';
import { runCommand } from '../run-command.ts';
import { formatCaddy } from './caddy.ts';
import { listHostRules } from './host-rules.ts';
import { formatNginx } from './nginx.ts';

/** Files that get compressed copies. Pictures, fonts and archives are compressed already. */
const compressible = new Set([
  '.html',
  '.css',
  '.js',
  '.json',
  '.webmanifest',
  '.xml',
  '.svg',
  '.txt',
  '.md',
  '.csv',
  '.bib',
  '.ris',
]);

type Given = { from: string; out: string; site: string | undefined; base: string; folder: string };

/** Returns the exit code. */
async function writeServerFiles({ from, out, site, base, folder }: Given): Promise<number> {
  const address = site === undefined ? null : URL.parse(site);
  if (!address)
    return refuse(
      'Say at which address the site will stand, as in the build: SITE_URL=https://example.org npm run server-files.',
    );
  if (!existsSync(join(from, 'index.html')))
    return refuse(`There is no built site in ${from}. Run npm run build first.`);
  if (existsSync(out) && !existsSync(join(out, 'Caddyfile')) && readdirSync(out).length > 0)
    return refuse(`${out} holds other files. Name a folder that is not there yet, with --out.`);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const copy = join(out, 'site');
  cpSync(from, copy, { recursive: true });
  const files = (readdirSync(copy, { recursive: true }) as string[]).filter((file) =>
    compressible.has(extname(file)),
  );
  await Promise.all(files.map((file) => compress(join(copy, file))));
  const served = {
    rules: listHostRules(from),
    host: address.hostname,
    base: base.replace(/\/*$/, '/'),
    folder: folder.replace(/\/+$/, ''),
  };
  writeFileSync(join(out, 'nginx.conf'), formatNginx(served));
  writeFileSync(join(out, 'Caddyfile'), formatCaddy(served));
  process.stdout.write(
    `Wrote ${out}: site/, with compressed copies of ${spacedPlural(files.length, 'file')}, nginx.conf and Caddyfile.\n` +
      `Copy site/ to ${folder} of the server, and one of the two configurations to its place: see DEPLOY.md.\n`,
  );
  return 0;
}

/** Writes a.html.br and a.html.gz beside a.html. */
async function compress(path: string): Promise<void> {
  const bytes = readFileSync(path);
  const brotli = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  };
  const copies = await Promise.all([
    promisify(brotliCompress)(bytes, brotli),
    promisify(gzip)(bytes, { level: 9 }),
  ]);
  for (const [index, ending] of ['br', 'gz'].entries())
    writeFileSync(`${path}.${ending}`, copies[index] ?? bytes);
}

function refuse(problem: string): number {
  process.stderr.write(`${problem}\n`);
  return 1;
}

const usage = `SITE_URL=https://example.org npm run server-files
  --from <folder>    the built site, dist/ by default
  --out <folder>     where to write, server/ by default
  --folder <folder>  where the site will lie on the server, /srv/site by default
`;

if (import.meta.main)
  await runCommand(usage, () => {
    const { values } = parseArgs({
      options: {
        from: { type: 'string', default: 'dist' },
        out: { type: 'string', default: 'server' },
        folder: { type: 'string', default: '/srv/site' },
      },
    });
    const { SITE_URL: site, BASE_PATH: base = '/' } = process.env;
    return writeServerFiles({
      ...values,
      from: resolve(values.from),
      out: resolve(values.out),
      site,
      base,
    });
  });
