import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { expect } from 'vitest';
import type { PolicyDocument } from '../src/document.ts';
import { type PrintFacts, toTypst } from '../src/print/index.ts';

const folder = (name: string) => `${import.meta.dirname}/../../../node_modules/@expo-google-fonts/${name}`;
const fontPaths = ['noto-sans', 'noto-serif', 'noto-emoji'].flatMap((name) => [
  `${folder(name)}/400Regular`,
  `${folder(name)}/700Bold`,
]);
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths }] });

const day = { precision: 'day', year: 2026, month: 11, day: 18, written: '' } as const;
/** All that a school adds to its policy when it is published. */
export const FACTS: PrintFacts = {
  schoolName: 'Example School',
  adoption: { body: 'the Governing Board', date: day, minute: '2026/41' },
  signatures: [{ slotId: 'sig1', name: 'Ana Example', date: day }],
  version: '3',
  address: 'https://handbell.example.org/s/st-marks/policy/3',
  qrSvg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h1v1H0z"/></svg>',
  slipNote: 'Whether you sign or not has no effect on your child.',
  slipCode: 'SM3-7KQ2',
};

/** A policy as PDF/UA-1, printed without a warning; `change` may alter what its template is given. */
export function pdfOf(
  document: PolicyDocument,
  facts: PrintFacts,
  change = (policy: string) => policy,
): Uint8Array {
  const { template, data } = toTypst(document, facts);
  const { policy = '' } = data;
  const compiled = compiler.compile({ mainFileContent: template, inputs: { policy: change(policy) } });
  if (!compiled.result) throw new Error(String(compiled.takeError()?.shortDiagnostics));
  expect(compiled.takeWarnings()?.shortDiagnostics ?? []).toEqual([]);
  const pdf = new Uint8Array(compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }));
  compiler.evictCache(2);
  return pdf;
}

/** All that a policy says and means, but for where it stands in the text that it was read from. */
export function meaning(document: PolicyDocument): unknown {
  return JSON.parse(
    JSON.stringify(document, (key, value: unknown) =>
      key === 'span' || key === 'source' || key === 'fields' ? undefined : value,
    ),
  );
}
