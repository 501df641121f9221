import { noParams, type Routes } from '../../edge/routes.ts';
import { Details } from '../../ui/index.ts';
import { receiptPublicKey } from './sign.ts';

/** The school's public key for receipts, and a check of a receipt on the reader's own device. */
export function receiptRoutes(routes: Routes): void {
  routes.publicPage('/receipts', {
    params: noParams,
    show: (context) => {
      const key = receiptPublicKey(context.work);
      return context.page({
        title: 'Check a receipt',
        scripts: ['receipt-check.js'],
        children: (
          <>
            <h1>Check a receipt</h1>
            <p>
              Whoever reports something to <bdi>{context.school.name}</bdi> is given a receipt. It shows that
              somebody reported something in an hour of a day, and nothing else: not what, and not who.
            </p>
            <div data-receipt-check data-key={key} hidden>
              <div class="govuk-form-group">
                <label class="govuk-label govuk-label--s" for="receipt">
                  Paste the receipt
                </label>
                <div class="govuk-hint" id="receipt-hint">
                  It is checked on this phone or computer. Nothing of it is sent.
                </div>
                <textarea
                  class="govuk-textarea"
                  id="receipt"
                  rows={8}
                  dir="ltr"
                  aria-describedby="receipt-hint"
                />
              </div>
              <button type="button" class="govuk-button">
                Check it
              </button>
              <p role="status" />
            </div>
            <noscript>
              <p>
                This page checks a receipt on your own device, and needs JavaScript for that. Without it, use
                the command below on a computer with Handbell.
              </p>
            </noscript>
            <h2>The school’s key</h2>
            <p>A receipt is good when it carries this key and was signed with it.</p>
            <p>
              <code class="hb-code">{key}</code>
            </p>
            <Details summary="Check it without this page">
              <p>
                Handbell’s own command does it without a network:{' '}
                <code>handbell receipt verify FILE --key KEY</code>. Any other program for Ed25519 signatures
                (RFC 8032) does it too: what is signed are the lines from “HANDBELL RECEIPT 2” to “Key”, each
                with a line end. Key and signature are base64url.
              </p>
            </Details>
          </>
        ),
      });
    },
  });
}
