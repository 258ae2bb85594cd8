/**
 * Writes the configuration of Caddy, one Caddyfile. Caddy itself obtains certificates and redirects
 * http to https.
 */
import { joinBase } from '../../site/href.ts';
import { headersOfAll, type Headers } from '../../site/policy.ts';
import { mediaTypes, ruleOfMissing, type ServedSite } from './server-config.ts';

export function formatCaddy({ rules, host, base, folder }: ServedSite): string {
  const missing = ruleOfMissing(rules)?.headers ?? {};
  const files =
    'file_server {\n\t\t\t\tprecompressed br gzip\n\t\t\t\thide _headers _redirects\n\t\t\t}';
  return `# Written by npm run server-files, with the headers of this very build.
${host} {
	root * ${folder}
	# In this order, and each rule for addresses of its own.
	route {
		header {
${formatHeaders(headersOfAll)}
			-Server
		}
${rules.map(({ path, headers }) => `\t\theader ${joinBase(base, path)} {\n${formatHeaders(headers)}\n\t\t}`).join('\n')}
${Object.entries(mediaTypes)
  .filter(([ending]) => ending !== 'html')
  .map(
    ([ending, type]) =>
      `\t\theader *.${ending} Content-Type "${type}${isText(type) ? '; charset=utf-8' : ''}"`,
  )
  .join('\n')}
		handle_path ${joinBase(base, '/*')} {
			${files}
		}
		error 404
	}
	handle_errors {
		header {
${formatHeaders({ ...headersOfAll, ...missing })}
			Content-Type "text/html; charset=utf-8"
			-Server
		}
		rewrite * /404.html
		file_server
	}
}
`;
}

const formatHeaders = (headers: Headers) =>
  Object.entries(headers)
    .map(([name, value]) => `\t\t\t${name} "${value}"`)
    .join('\n');

const isText = (type: string) => /^text\/|json|xml|bibtex/.test(type);
