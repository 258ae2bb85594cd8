/** The text of robots.txt, for crawlers. */

/**
 * Crawlers that fetch pages to train models, by the names that their makers document for
 * robots.txt.
 */
export const modelCrawlers = [
  'AI2Bot',
  'Amazonbot',
  'anthropic-ai',
  'Applebot-Extended',
  'Bytespider',
  'CCBot',
  'ClaudeBot',
  'cohere-training-data-crawler',
  'Diffbot',
  'FacebookBot',
  'Google-Extended',
  'GPTBot',
  'ImagesiftBot',
  'Meta-ExternalAgent',
  'omgili',
  'PanguBot',
  'Timpibot',
  'webzio-extended',
];

/** Returns the text of robots.txt. `sitemap` is a full address; undefined if the site has none. */
export function formatRobots(refuseModels: boolean, sitemap: string | undefined): string {
  const groups = [
    ['User-agent: *', 'Allow: /'],
    ...(refuseModels
      ? [[...modelCrawlers.map((name) => `User-agent: ${name}`), 'Disallow: /']]
      : []),
    ...(sitemap ? [[`Sitemap: ${sitemap}`]] : []),
  ];
  return groups.map((lines) => `${lines.join('\n')}\n`).join('\n');
}
