/**
 * The type of a rule of the check: a pure function from the content to findings. Also reports a
 * field for rules.
 */
import type { Content } from '../../library/content.ts';
import { createFinding } from '../../library/findings.ts';
import type { YamlPath, YamlRecord } from '../../library/yaml/read-yaml.ts';
import type { Finding } from '../../schema/finding.ts';
import { ruleTexts, type RuleName } from '../../schema/rules.ts';

export type Rule = (content: Content) => Finding[];

/** A finding on a field of a record, with the level of its rule. */
export function refuseField(
  file: Pick<YamlRecord<unknown>, 'source' | 'spanOf'>,
  path: YamlPath,
  rule: RuleName,
  message: string,
  fix: string,
): Finding {
  const { level } = ruleTexts[rule];
  return createFinding(file.source, file.spanOf(path), { rule, level, message, fix });
}
