import { renderPdf } from '../../platform/pdf/typst.ts';
import { NO_EFFECT } from '../../policies/print.ts';
import { qrSvg } from '../../ui/qr-code.ts';

/** An A4 sheet a class: what it is about, a picture to scan, the address to type. */
const TEMPLATE = `
#let sheet = json(bytes(sys.inputs.sheet))
#set document(title: sheet.title, author: sheet.school, date: none)
#set page(paper: "a4", margin: (x: 2.4cm, y: 2.2cm))
#set text(size: 14pt)
#show heading.where(level: 1): set text(size: 30pt, fill: rgb("#0f4c45"))
#for (at, class) in sheet.classes.enumerate() {
  if at > 0 { pagebreak() }
  text(fill: rgb("#51616a"), sheet.school)
  heading(level: 1, class.heading)
  v(0.4em)
  sheet.policy
  parbreak()
  sheet.ask
  v(1.2em)
  align(center, image(bytes(class.qr), format: "svg", width: 8.5cm, alt: class.alt))
  align(center, text(size: 12pt, [#sheet.orOpen \\ #link(class.address)]))
  v(1.2em)
  block(inset: (left: 1em), stroke: (left: 3pt + rgb("#8a5a00")), sheet.effect)
  v(1fr)
  text(size: 11pt, fill: rgb("#51616a"), [#sheet.paper #class.until])
}
`;

/** One class and its link. */
export interface SheetClass {
  readonly name: string;
  readonly address: string;
  /** The link's last day, in words. */
  readonly until: string;
}

interface SheetFacts {
  readonly schoolName: string;
  /** The policy's title and version. */
  readonly policy: string;
  readonly classes: readonly SheetClass[];
}

/** Sheets to print and hang up or hand out, a page a class, as PDF/UA-1. */
export async function linkSheets({ schoolName, policy, classes }: SheetFacts): Promise<Uint8Array> {
  const sheet = {
    title: 'Agree to the policy: sheets for classes',
    school: schoolName,
    policy,
    ask: 'Please read our policy for class and year WhatsApp groups, and tell us whether you agree. It takes a few minutes on a phone. If two of you look after a child, each of you can sign.',
    orOpen: 'Scan the picture with your phone, or open',
    effect: NO_EFFECT,
    paper: 'You would rather sign on paper? The school office has slips.',
    classes: await Promise.all(
      classes.map(async ({ name, address, until }) => ({
        heading: `For the families of ${name}`,
        address,
        alt: `QR code for ${address}`,
        qr: await qrSvg(address),
        until: `This link works until ${until}.`,
      })),
    ),
  };
  return renderPdf(TEMPLATE, { sheet: JSON.stringify(sheet) });
}
