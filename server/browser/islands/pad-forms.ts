import { paddedLength } from '../../src/platform/web/lengths.ts';

/**
 * Pads each form of a page as it is sent, so that its length on the wire does not tell how much was written or whether a
 * picture is among it. Without scripts a form has the length it has.
 */
{
  const NAME = 'pad';
  const encoded = new TextEncoder();

  /** Bytes of a form as a browser encodes it: line ends become CR LF (HTML, "constructing the entry list"). */
  const lengthOf = (data: FormData): number => {
    const body = new URLSearchParams();
    for (const [name, value] of data) {
      if (typeof value === 'string') body.append(name, value.replace(/\r\n?|\n/g, '\r\n'));
    }
    return encoded.encode(body.toString()).length;
  };

  const pad = (form: HTMLFormElement, by: HTMLElement | null) => {
    form.querySelector(`input[name=${NAME}]`)?.remove();
    const bare = lengthOf(new FormData(form, by)) + `&${NAME}=`.length;
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = NAME;
    field.value = '*'.repeat(paddedLength(bare) - bare);
    form.append(field);
  };

  document.addEventListener('submit', ({ target, submitter }) => {
    if (!(target instanceof HTMLFormElement) || target.method !== 'post') return;
    if (target.enctype === 'application/x-www-form-urlencoded') pad(target, submitter);
  });
}
