/** Writes the configuration of nginx, one file for its folder conf.d/. */
import { joinBase } from '../../site/href.ts';
import { headersOfAll } from '../../site/policy.ts';
import { listHeaderNames, mediaTypes, ruleOfMissing, type ServedSite } from './server-config.ts';

/**
 * Headers that differ by address are in maps, and each is added in one place: an `add_header` in a
 * `location` would remove those set outside of it.
 */
export function formatNginx({ rules, host, base, folder }: ServedSite): string {
  const varying = listHeaderNames(rules);
  const maps = varying.map((name) => {
    const values = rules.flatMap(({ path, headers }) =>
      headers[name] === undefined ? [] : [{ path, value: headers[name] }],
    );
    const missing = ruleOfMissing(rules)?.headers[name] ?? '';
    return [
      `map $uri $${nameVariable(name)} {`,
      `  default ${quote(missing)};`,
      ...values.map(
        ({ path, value }) =>
          `  ${quote(`~^${escapePattern(joinBase(base, path))}`)} ${quote(value)};`,
      ),
      // Pages whose rule lacks the header must not get the one of a missing page.
      ...rules.flatMap(({ path, headers }) =>
        headers[name] === undefined && missing !== ''
          ? [`  ${quote(`~^${escapePattern(joinBase(base, path))}`)} "";`]
          : [],
      ),
      '}',
    ].join('\n');
  });
  return `# Written by npm run server-files, with the headers of this very build. Copy it to /etc/nginx/conf.d/.

${maps.join('\n\n')}

server {
  listen 80;
  listen [::]:80;
  server_name ${host};
  location /.well-known/acme-challenge/ { root /var/www/html; }
  location / { return 301 https://$host$request_uri; }
}

server {
  listen 443 ssl http2;
  listen [::]:443 ssl http2;
  server_name ${host};
  ssl_certificate /etc/letsencrypt/live/${host}/fullchain.pem;
  ssl_certificate_key /etc/letsencrypt/live/${host}/privkey.pem;
  ssl_protocols TLSv1.2 TLSv1.3;
  server_tokens off;
  absolute_redirect off;
  # Nothing is kept about readers.
  access_log off;

${Object.entries(headersOfAll)
  .map(([name, value]) => `  add_header ${name} ${quote(value)} always;`)
  .join('\n')}
${varying.map((name) => `  add_header ${name} $${nameVariable(name)} always;`).join('\n')}

  types {
${Object.entries(mediaTypes)
  .map(([ending, type]) => `    ${type} ${ending};`)
  .join('\n')}
  }
  default_type text/plain;
  charset utf-8;
  charset_types text/css text/javascript text/plain text/markdown text/csv application/json application/xml application/x-bibtex;

  # The compressed copies beside the files. The second line needs the package libnginx-mod-http-brotli-static.
  gzip_static on;
  gzip_vary on;
  # brotli_static on;

  error_page 403 =404 ${joinBase(base, '/404.html')};
  error_page 404 ${joinBase(base, '/404.html')};
  location ${base} {
    alias ${folder}/;
    index index.html;
  }
  location ~ /_(?:headers|redirects)$ { return 404; }
}
`;
}

const nameVariable = (name: string) => `site_${name.toLowerCase().replaceAll('-', '_')}`;
/** Escapes nothing: our values hold no quotation mark and no dollar sign. */
const quote = (value: string) => `"${value}"`;
const escapePattern = (path: string) => {
  const open = path.endsWith('/*');
  return `${(open ? path.slice(0, -1) : path).replace(/[.+?()[\]{}|^$\\*]/g, '\\$&')}${open ? '' : '$'}`;
};
