/**
 * Share pictures: which pages have their own, and its words. All other pages use that of the site.
 */
import {
  formatAmount,
  formatDate,
  formatValue,
  hedgeWords,
  type Sayable,
} from '../evidence/printed-format.ts';
import { toPlainText } from '../evidence/inline.ts';
import { findNumber, isFailure, type RecordedNumber, type WithId } from '../evidence/record.ts';
import {
  computeBreakdownStanding,
  computeStanding,
  findOrigins,
  standingWords,
} from '../evidence/standing.ts';
import { countOrigins } from '../evidence/support.ts';
import { type CardValue, type CardWords } from '../publish/share-card.ts';
import { cardSize } from '../publish/card-blocks.ts';
import { verdicts } from '../schema/claim.ts';
import type { Breakdown, Quantity } from '../schema/quantity.ts';
import type { Unit } from '../schema/value.ts';
import { getChart } from './chart-pages.ts';
import { getClaim, type ClaimEntry } from './claims.ts';
import { getRecordStanding } from './numbers.ts';
import { getArticle, listArticleRefs, type Article } from './articles.ts';
import { getContent, getSite, listLeadNumbers } from './site-content.ts';

/** A share picture as a page's head names it. */
export type CardImage = { path: string; alt: string; width: number; height: number };

export type CardKind = 'articles' | 'numbers' | 'claims' | 'charts';

/** The picture of an article, number, claim or chart; for every other page, that of the site. */
export function getCardImage(kind?: CardKind, id?: string): CardImage {
  const path = kind && id ? `/cards/${kind}/${id}.png` : '/cards/site.png';
  return { path, alt: describeCard(getCardWords(path)), ...cardSize };
}

/** Returns the words of the picture at `path`. Throws if no page of the site has that picture. */
export function getCardWords(path: string): CardWords {
  const [, kind, id = ''] = /^\/cards\/([a-z]+)(?:\/(.+))?\.png$/.exec(path) ?? [];
  if (kind === 'articles') return sayArticle(getArticle(id));
  if (kind === 'claims') return sayClaim(getClaim(id));
  if (kind === 'charts') return sayChart(id);
  if (kind === 'numbers') return sayRecord(id);
  if (kind === 'site') return saySite();
  throw new Error(`There is no share picture at ${path}.`);
}

const siteName = () => getSite().name;

function saySite(): CardWords {
  const numbers = listLeadNumbers().map(({ number }) => number);
  const number =
    numbers.find((candidate) => getRecordStanding(candidate) === 'sources-differ') ?? numbers[0];
  const title =
    'A linked number shows who first said it, who repeated it, and how it changed on the way.';
  return { siteName: siteName(), kind: 'article', title, number: number && sayNumber(number) };
}

function sayArticle(article: Article): CardWords {
  const { title, lead_number } = article.matter.value;
  const ref = lead_number ?? listArticleRefs(article).refs[0];
  const found = ref === undefined ? undefined : findNumber(getContent().record, ref);
  const number = found === undefined || isFailure(found) ? undefined : sayNumber(found);
  return { siteName: siteName(), kind: 'article', title: toPlainText(title), number };
}

type NumberWords = NonNullable<(CardWords & { kind: 'article' })['number']>;

function sayNumber(number: RecordedNumber): NumberWords {
  const caption = number.breakdown
    ? `${toPlainText(number.breakdown.title)}: ${number.title}`
    : toPlainText(number.title);
  return { value: splitValue(number, number.unit), caption, standing: getRecordStanding(number) };
}

function splitValue(said: Sayable, unit: Unit): CardValue {
  const body = said.value === undefined ? (said.words ?? '') : formatAmount(said.value, unit);
  return { hedge: said.hedge && hedgeWords[said.hedge], body };
}

function sayRecord(id: string): CardWords {
  const { quantities, breakdowns } = getContent().record;
  const quantity = quantities.get(id);
  if (quantity) return sayQuantity(quantity);
  const breakdown = breakdowns.get(id);
  if (breakdown) return sayBreakdown(breakdown);
  throw new Error(`There is no record "${id}".`);
}

const count = (number: number, word: string) => `${number}\u00a0${word}${number === 1 ? '' : 's'}`;

/** The first different values of its sources are large, as on the page. */
function sayQuantity(quantity: WithId<Quantity>): CardWords {
  const { record } = getContent();
  const standing = computeStanding(quantity, record.sources);
  const { statements = [], unit } = quantity;
  const origins = findOrigins(quantity);
  const derived = quantity.derivation ? findNumber(record, quantity.id) : undefined;
  const given =
    derived && !isFailure(derived)
      ? [derived]
      : standing === 'sources-differ'
        ? statements
        : origins.slice(0, 1);
  const values = new Map(
    given.map((said) => splitValue(said, unit)).map((value) => [value.body, value]),
  );
  const facts = [standingWords[standing].label];
  const carried = countOrigins(quantity, record.sources);
  if (carried) facts.push(carried);
  const title = toPlainText(quantity.title);
  return {
    siteName: siteName(),
    kind: 'number',
    tag: quantity.tag,
    values: [...values.values()].slice(0, 3),
    title,
    standing,
    facts,
  };
}

function sayBreakdown(breakdown: WithId<Breakdown>): CardWords {
  const { record } = getContent();
  const standing = computeBreakdownStanding(breakdown, undefined, record.sources);
  const facts = [standingWords[standing].label, count(breakdown.rows.length, 'row')];
  const rows = breakdown.rows.map(({ id, label }) => {
    const number = findNumber(record, `${breakdown.id}/${id}`);
    return isFailure(number) ? label : `${label} ${formatValue(number, breakdown.unit)}`;
  });
  const title = toPlainText(breakdown.title);
  return {
    siteName: siteName(),
    kind: 'number',
    tag: breakdown.tag,
    values: [],
    title,
    rows: rows.join('; '),
    standing,
    facts,
  };
}

function sayClaim(claim: ClaimEntry): CardWords {
  const source = getContent().record.sources.get(claim.made_in);
  const printed = [source?.publisher, source?.published && formatDate(source.published)]
    .filter(Boolean)
    .join(', ');
  const facts = [verdicts[claim.verdict], `claim in ${printed}`];
  return {
    siteName: siteName(),
    kind: 'claim',
    label: 'Claim',
    claim: toPlainText(claim.claim),
    facts,
  };
}

function sayChart(id: string): CardWords {
  const { chart, drawings } = getChart(id);
  return {
    siteName: siteName(),
    kind: 'chart',
    label: 'Chart',
    title: toPlainText(chart.title),
    drawing: drawings[1],
  };
}

/** Returns all words of the picture, as alternative text. */
function describeCard(words: CardWords): string {
  const say = ({ hedge, body }: CardValue) => [hedge, body].filter(Boolean).join(' ');
  if (words.kind === 'article') {
    const { title, number } = words;
    return number
      ? `${title} ${say(number.value)}: ${number.caption} (${standingWords[number.standing].label})`
      : title;
  }
  if (words.kind === 'number') {
    const values = words.values.map(say).join(' / ');
    return `${[words.tag, values && `${values}:`, words.title].filter(Boolean).join(' ')} (${words.facts.join('; ')})`;
  }
  if (words.kind === 'claim') return `${words.claim} ${words.facts.join('; ')}.`;
  return `Chart: ${words.title}`;
}
