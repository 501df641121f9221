export { AssetMissing, type Assets, asset, createAssets } from './assets.ts';
export { Button, ButtonGroup, type ButtonKind, ButtonLink } from './button.tsx';
export { Checkbox, Checkboxes, type ChoiceItem, Radios } from './choice-fields.tsx';
export { DateInput, datePartNames } from './date-input.tsx';
export { type DeskLink, DeskPage } from './desk-page.tsx';
export { type DocumentProps, direction } from './document.tsx';
export { EmbedPage } from './embed-page.tsx';
export { ErrorPage, type Way } from './error-page.tsx';
export { ErrorSummary } from './error-summary.tsx';
export type { FieldProps } from './field.tsx';
export { Filters } from './filters.tsx';
export { Fieldset, Form, Hidden } from './form.tsx';
export {
  emptyForm,
  errorOf,
  type FieldErrors,
  type FormState,
  fieldId,
  hasErrors,
  listValue,
  textValue,
} from './form-state.ts';
export {
  type DateLike,
  formatCount,
  formatDate,
  formatDateTime,
  formatPeriod,
  formatShortDate,
  formatTime,
  isDateOnly,
  machineDate,
  schoolZone,
} from './format.ts';
export { Mark, Wordmark } from './mark.tsx';
export { Pagination, paged } from './pagination.tsx';
export { PlainPage } from './plain-page.tsx';
export {
  type FooterLink,
  type LanguageLink,
  PublicPage,
  type SafeguardingContact,
  type SchoolFace,
} from './public-page.tsx';
export { Story, type StoryEntry, When } from './story.tsx';
export { type SummaryAction, SummaryList, type SummaryRow } from './summary-list.tsx';
export { Table, type TableColumn } from './table.tsx';
export { Tag, type TagKind } from './tag.tsx';
export { type Task, TaskList } from './task-list.tsx';
export { telephone } from './telephone.ts';
export {
  BackLink,
  Details,
  EmptyState,
  InsetText,
  Name,
  Notice,
  Panel,
  UserText,
  WarningText,
} from './text.tsx';
export { FileUpload, Select, type SelectItem, TextArea, TextInput } from './text-fields.tsx';
export { WordChanges } from './word-changes.tsx';
