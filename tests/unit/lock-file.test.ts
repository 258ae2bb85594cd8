import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Locked = {
  version?: string;
  integrity?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
};

const root = join(import.meta.dirname, '../..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  string,
  Record<string, string>
>;

describe('package-lock.json', () => {
  it('holds the builds for every platform, without which npm ci refuses the whole file', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) => {
      const folder = path.slice(0, path.lastIndexOf('node_modules/'));
      return Object.keys(optionalDependencies).filter(
        (name) => !packages[`${folder}node_modules/${name}`] && !packages[`node_modules/${name}`],
      );
    });
    expect(missing).toEqual([]);
  });

  it('knows what each package must be, to the byte', () => {
    const unknown = Object.entries(packages).filter(
      ([path, { integrity }]) => path !== '' && !(integrity ?? '').startsWith('sha512-'),
    );
    expect(unknown.map(([path]) => path)).toEqual([]);
  });

  it('names no host that packages come from', () => {
    expect(Object.values(packages).filter((entry) => entry.resolved !== undefined)).toEqual([]);
  });
});

describe('package.json', () => {
  it('names every direct dependency by its exact version, and the README gives the reason for each', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const direct = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(direct.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(direct.map(([name]) => name).filter((name) => !readme.includes(`\`${name}\``))).toEqual(
      [],
    );
  });
});

it('commands and settings name files that are there', () => {
  const settings = [
    'package.json',
    '.ci/run',
    ...readdirSync(root).filter((name) => /\.config\.\w+$/.test(name)),
  ];
  const named = settings.flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(/(?:src|tests)\/[\w/.-]+\.(?:ts|mjs)\b/g),
    ].map(([path]) => `${file}: ${path}`),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((entry) => !existsSync(join(root, entry.split(': ')[1] ?? '')))).toEqual([]);
});
