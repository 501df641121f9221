import { renderPdf } from '../../platform/pdf/typst.ts';
import { qrSvg } from '../../ui/qr-code.ts';
import type { PolicyVersion } from '../version.ts';

/** A sheet for the school's door: what it is, the code to scan, the address to type. Every word comes in by data. */
const TEMPLATE = `
#let poster = json(bytes(sys.inputs.poster))
#set document(title: poster.title, author: poster.school, date: none)
#set page(paper: "a4", margin: (x: 2.2cm, y: 2.4cm))
#set text(size: 16pt, hyphenate: false)
#set align(center)
#show heading: set text(fill: rgb("#0f4c45"), size: 30pt)
#show heading: set par(leading: 0.5em)
#text(size: 18pt, fill: rgb("#51616a"), poster.school)
#v(0.4cm)
= #poster.title
#v(0.8cm)
#image("/qr.svg", width: 9.5cm, alt: poster.alt)
#v(0.3cm)
#text(size: 13pt, link(poster.address))
#v(0.8cm)
#block(width: 13cm, align(start, list(spacing: 0.9em, ..poster.points.map(point => [#point]))))
#v(1fr)
#text(size: 11pt, fill: rgb("#51616a"), poster.foot)
`;

/**
 * The poster of a version as PDF/UA-1, A4.
 * @param address where the school's policy is read, whole
 */
export async function posterPdf(
  version: PolicyVersion,
  schoolName: string,
  address: string,
): Promise<Uint8Array> {
  const poster = {
    title: version.document.title,
    school: schoolName,
    address,
    alt: `QR code for ${address}`,
    points: [
      'Scan the code with your phone’s camera, or type the address.',
      'Read the policy for our WhatsApp groups, and agree to it if you wish.',
      'Tell us, in confidence, if something in a group worries you.',
    ],
    foot: 'You need no account and no app.',
  };
  const images = { 'qr.svg': new TextEncoder().encode(await qrSvg(address)) };
  return renderPdf(TEMPLATE, { poster: JSON.stringify(poster) }, { images });
}
