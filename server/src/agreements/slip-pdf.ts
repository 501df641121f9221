import { renderPdf } from '../platform/pdf/typst.ts';
import { NO_EFFECT } from '../policies/print.ts';
import { type PolicyVersion, slipCode } from '../policies/version.ts';
import { statementOf } from './statement.ts';

/** The fields of a slip whose policy has none of its own. */
const FIELDS: readonly string[] = ['Name', 'Signed', 'Date'];
/** The other answer a slip can bring (D20). */
const TALK = 'I would like to talk to somebody first. (Then do not sign yet.)';
/** What the office is helped by, on any slip. */
const CLASS_FIELD = 'Child’s class (if you like)';

/** An A5 slip in two halves: the upper one is kept, the lower one goes back to the office (S10). */
const TEMPLATE = `
#let slip = json(bytes(sys.inputs.slip))
#set document(title: slip.title, author: slip.school, date: none)
#set page(paper: "a5", margin: 1.4cm)
#set text(size: 10.5pt)
#show heading: set text(fill: rgb("#0f4c45"))
#let line-to-write = box(width: 100%, baseline: 0.1em, line(length: 100%, stroke: 0.6pt))
#let field-to-write(label) = block(above: 1.5em,
  grid(columns: (4.2cm, 1fr), column-gutter: 0.6em, align: bottom, label, line-to-write))
#text(fill: rgb("#51616a"), slip.school)
= #slip.title
#slip.policy

#slip.read #link(slip.address)

#slip.effect

#v(0.6em)
#line(length: 100%, stroke: (dash: "dotted"))
#align(end, text(size: 9pt, fill: rgb("#51616a"), slip.cut))
== #slip.back
#slip.policy #h(1fr) #strong(slip.code)

#slip.statement

#for field in slip.fields {
  field-to-write(field)
}
#block(above: 1.5em, grid(columns: (auto, 1fr), column-gutter: 0.6em,
  box(width: 0.38cm, height: 0.38cm, stroke: 0.7pt), slip.talk))
#field-to-write(slip.reach)
`;

/**
 * The slip of a version as PDF/UA-1.
 * @param address the version's own address
 */
export function slipPdf(version: PolicyVersion, schoolName: string, address: string): Promise<Uint8Array> {
  const own = version.document.slip?.fields ?? [];
  const slip = {
    title: 'Agreeing to the policy on paper',
    school: schoolName,
    policy: `${version.document.title}, version ${version.number}`,
    read: 'Read the policy at',
    address,
    effect: NO_EFFECT,
    cut: 'Keep this half. Cut here and give the other half to the office.',
    back: 'Slip for the office',
    code: slipCode(version),
    statement: statementOf(version),
    talk: TALK,
    reach: 'How to reach me',
    fields: [...(own.length > 0 ? own : FIELDS), CLASS_FIELD],
  };
  return renderPdf(TEMPLATE, { slip: JSON.stringify(slip) });
}
