/**
 * The copy sheet of an article: everything that a sub-editor and a lawyer must read, each with its
 * evidence.
 */
import { spacedPlural } from '../../evidence/plural.ts';
import { formatDate } from '../../evidence/format.ts';
import { toPlainText } from '../../evidence/inline.ts';
import { verdicts } from '../../schema/claim.ts';
import type { Finding } from '../../schema/finding.ts';
import {
  code,
  heading,
  paragraph,
  strong,
  tabulateOr,
  type Block,
  type DeskPage,
  type Words,
} from './desk-page.ts';
import type { CopySheet, Place, CopyQuotation, CopyNumber, CopyChart } from './copy-sheet.ts';
import { layoutSources } from './copy-sheet-sources.ts';

/** The sheet, ready to print. */
export function layoutCopySheet(copy: CopySheet): DeskPage {
  const place = ({ file, line }: Place) =>
    file === copy.file ? String(line) : `${file.replace(/^content\//, '')}:${line}`;
  return {
    title: `Copy sheet: ${copy.title}`,
    blocks: [
      listFacts(copy),
      heading('Findings of the check'),
      ...listFindings(copy.findings),
      heading('Headlines and labels'),
      tabulateOr(
        'None.',
        ['Line', 'What', 'Words'],
        copy.texts.map((text) => [place(text), text.what, text.text]),
      ),
      ...layoutNumbers(copy, place),
      ...layoutQuotations(copy, place),
      heading('Pictures'),
      tabulateOr(
        'None.',
        ['Line', 'File', 'Description', 'Caption', 'Credit'],
        copy.pictures.map((shown) => [
          place(shown),
          code(shown.picture),
          shown.alt ?? 'decorative',
          shown.caption,
          shown.credit,
        ]),
      ),
      heading('Charts'),
      ...(copy.charts.length === 0
        ? [paragraph('None.')]
        : copy.charts.flatMap((chart) => layoutChart(chart))),
      heading('Claims and their verdicts'),
      ...(copy.claims.length === 0
        ? [paragraph('None.')]
        : copy.claims.flatMap((claim) => layoutClaim(claim, place))),
      heading('Opinion and analysis'),
      tabulateOr(
        'None.',
        ['Line', 'What', 'Whose', 'Words'],
        copy.passages.map((passage) => [place(passage), passage.kind, passage.by, passage.text]),
      ),
      ...layoutSources(copy),
    ],
  };
}

type SayPlace = (place: Place) => string;

const isMissing = ({ kept, term }: CopyQuotation) => !term && kept.length === 0;

function listFacts(copy: CopySheet): Block {
  const { numbers, freed, quotations, findings } = copy;
  const missing = quotations.filter(isMissing).length;
  return {
    kind: 'list',
    items: [
      [
        'File: ',
        code(copy.file),
        ...(copy.withheld ? [' · ', strong(`${copy.withheld}, not published`)] : []),
      ],
      `Date: ${formatDate(copy.date)}${copy.updated ? `, updated ${formatDate(copy.updated)}` : ''}`,
      `Length: ${spacedPlural(copy.minutes, 'minute')}`,
      `Numbers, charts and claims included: ${numbers.length} bound, ${freed.length} freed. Quotations: ${quotations.length - missing} kept in the record, ${missing} not.`,
      ['Findings of the check: ', findings.length === 0 ? 'none' : strong(countFindings(findings))],
      [
        'Words as of ',
        code(copy.fingerprint.slice(0, 19)),
        ': another fingerprint means that they were changed after this sheet.',
      ],
    ],
  };
}

function layoutNumbers(copy: CopySheet, place: SayPlace): Block[] {
  const { numbers, freed } = copy;
  return [
    heading('Numbers beside their records'),
    paragraph(
      'Every number of the article and of its charts’ and claims’ words, in order. Tick what was compared with its source.',
    ),
    tabulateOr(
      'No number is bound to a record.',
      [
        '☐',
        'Line',
        'In the text',
        'In the record',
        'Hedge',
        'Who said it',
        'Read in',
        'As printed',
        'Standing',
        'What differs',
      ],
      numbers.map((number) => ['☐', place(number), number.words, ...sayCustody(number)]),
    ),
    heading('Freed numbers'),
    tabulateOr(
      'None.',
      ['☐', 'Line', 'Number', 'Where it is'],
      freed.map((mention) => ['☐', place(mention), mention.words, mention.context]),
    ),
    heading('Reservations of the records'),
    tabulateOr(
      'None.',
      ['Record', 'Reservation'],
      copy.reservations.map(({ tag, title, texts }) => [`${tag} ${title}`, texts.join('\n')]),
    ),
  ];
}

function layoutQuotations({ quotations }: CopySheet, place: SayPlace): Block[] {
  return [
    heading('Quotations beside their sources'),
    tabulateOr(
      'None.',
      ['☐', 'Line', 'In the text', 'Whose words', 'Kept wording', 'Source'],
      quotations.map((quotation) => [
        '☐',
        place(quotation),
        `“${quotation.text}”`,
        quotation.by,
        quotation.kept.length > 0
          ? quotation.kept.map(({ wording }) => wording).join('\n')
          : quotation.term
            ? 'none: a word or two in quotation marks quote nobody'
            : strong('none'),
        quotation.kept.map(({ source, at }) => [source, at].filter(Boolean).join(', ')).join('\n'),
      ]),
    ),
  ];
}

/** Findings as a list, or "None." if there are none. */
export function listFindings(findings: readonly Finding[]): Block[] {
  if (findings.length === 0) return [paragraph('None.')];
  return [
    {
      kind: 'list',
      items: findings.map(({ file, line, column, level, rule, message, fix }): Words => [
        code(`${file}:${line}:${column}`),
        ' ',
        strong(level),
        ` ${rule}: ${message} ${fix}`,
      ]),
    },
  ];
}

/** "2 errors, 1 warning". */
export function countFindings(findings: readonly Finding[]): string {
  const errors = findings.filter(({ level }) => level === 'error').length;
  return `${spacedPlural(errors, 'error')}, ${spacedPlural(findings.length - errors, 'warning')}`;
}

function sayCustody({ ref, custody }: CopyNumber): Words[] {
  if (!custody) return [[strong('no record'), ` ${ref}`]];
  const { tag, recorded, object, hedge, speaker, readIn, wording, inEnglish, standing, differs } =
    custody;
  return [
    [`${recorded} · ${tag} `, code(ref), object && `\n${object}`],
    hedge,
    speaker,
    readIn.join('\n'),
    wording
      ? `“${wording}”${inEnglish && `\nIn our translation: “${inEnglish}”`}`
      : readIn.length > 0
        ? 'not kept'
        : '',
    standing,
    differs.length > 0 ? differs.join('\n') : 'nothing',
  ];
}

function layoutChart({ id, file, kind, texts, table }: CopyChart): Block[] {
  return [
    heading(`${id}, a chart of the kind ${kind}`, 3),
    paragraph(['File: ', code(file)]),
    tabulateOr(
      'No words.',
      ['Line', 'What', 'Words'],
      texts.map(({ line, what, text }) => [String(line), what, text]),
    ),
    table
      ? tabulateOr('It draws nothing.', table.head, table.rows)
      : paragraph(strong('It cannot be drawn; see the findings.')),
  ];
}

function layoutClaim(claim: CopySheet['claims'][number], place: (at: Place) => string): Block[] {
  const evidence = claim.evidence.map(({ side, source, note }): Words =>
    [side === 'for' ? 'For: ' : 'Against: ', [source, note].filter(Boolean).join('. ')].join(''),
  );
  return [
    heading(`${claim.id}: ${verdicts[claim.verdict]}`, 3),
    {
      kind: 'list',
      items: [
        `Line ${place(claim)}, made in ${claim.publication}`,
        `Claim: ${toPlainText(claim.claim)}`,
        `What the record says: ${toPlainText(claim.finding)}`,
        ...evidence,
        ...(claim.would_change
          ? [`What would change the verdict: ${toPlainText(claim.would_change)}`]
          : []),
        ...(claim.replies ?? []).map(
          (reply) => `Reply of ${reply.by}, ${formatDate(reply.date)}: ${toPlainText(reply.text)}`,
        ),
      ],
    },
  ];
}
