import type { PolicyVersion } from '../policies/version.ts';

/** What a person signs: the school's own sentence, or ours when its policy has none (S9). */
export function statementOf({ document }: Pick<PolicyVersion, 'document'>): string {
  return document.slip?.statement ?? 'I have read this policy and agree to keep to it.';
}
