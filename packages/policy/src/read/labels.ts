const WHOSE =
  "(?:(?:print|full|your|parents?['’]?s?['’]?|carers?['’]?s?['’]?|guardians?['’]?s?['’]?|parent ?/ ?carers?['’]?s?|parents? (?:or|and) carers?['’]?s?|child(?:ren)?['’]?s?|pupils?['’]?s?['’]?|member['’]?s?|office)\\s+)*";
const WHAT =
  '(?:names?|sign(?:ed|ature)s?|date|enw(?:au)?|llofnod(?:wyd)?|dyddiad|dosbarth|class(?:es)?|year(?: group)?|relationship(?: to (?:the )?(?:child|pupil))?|e-?mail(?: address)?|(?:tele)?phone(?: number)?|mobile(?: number)?|address)';
const FIELD_LABEL = new RegExp(
  `^${WHOSE}${WHAT}(?: of .{1,30}| \\(.{1,30}\\)| \\/ class| (?:and|&) (?:class|year|date|signature)(?: group)?)?$`,
  'iu',
);

/** Dots, lines and blanks that leave room for handwriting. */
const LEADERS = /[._…]{3,}|:|\t|\s{3,}|\|/u;

/** Cuts a form's line at its leaders and colons: "Name ....... Date: ____" gives "Name", "Date". */
export function formParts(raw: string): readonly string[] {
  return raw
    .split(LEADERS)
    .map((part) => part.replace(/[*_]+/gu, '').replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '');
}

/** Whether a part of a form asks for a name, a signature, a date and the like. */
export function isFieldLabel(part: string): boolean {
  return FIELD_LABEL.test(part);
}

/** The labels of a form's line when it holds nothing else; undefined for any other line. */
export function fieldLabels(raw: string): readonly string[] | undefined {
  const parts = formParts(raw);
  return parts.length > 0 && parts.every(isFieldLabel) ? parts : undefined;
}
