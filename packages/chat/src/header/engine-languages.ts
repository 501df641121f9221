/**
 * Languages whose words for months and for parts of the day are taken from the engine's own Unicode CLDR data, so that
 * none is typed in here. Where two share a word, the earlier one counts.
 */
export const ENGINE_LANGUAGES =
  'en de es fr it pt nl pl ro tr cy ru uk id ms sv da nb fi cs sk hu hr el bg ar ur hi bn fa he vi sw ca sq am hy bs my et ka gu ha ga kn kk km ky lo lv lt mk ml mr mn ne pa sd si sl so ta te th uz zu eu be sr gl af is ja ko zh zh-TW es-MX ps az or as yo ig tk lb'.split(
    ' ',
  );
