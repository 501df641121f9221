import type { Clause, Section } from '@handbell/policy';
import { Name } from '../../ui/index.ts';
import { KIND_WORDS } from '../words.ts';
import { clauseHref } from './reading.tsx';

function ClauseLine({ id, clause }: { id: string; clause: Clause }) {
  const { ref, text, stem, kind } = clause;
  const link = (rest: string, label: string) => (
    <a href={`${clauseHref(id, clause.id)}${rest}`}>
      {label}
      <span class="govuk-visually-hidden"> clause {ref}</span>
    </a>
  );
  return (
    <li>
      <p dir="auto">
        <strong>{ref}</strong> {stem !== undefined && <span class="hb-quiet">{stem} </span>}
        {text}
      </p>
      <p class="hb-quiet">{KIND_WORDS[kind].name}</p>
      <p class="hb-actions">
        {link('/words', 'Reword')} {link('', 'What it is for')} {link('/who', 'Who it binds')}{' '}
        <Move what="clause" id={clause.id} name={`clause ${ref}`} />
      </p>
    </li>
  );
}

/** Buttons of one clause or section: up, down, out. */
function Move({ what, id, name }: { what: 'clause' | 'section'; id: string; name: string }) {
  const button = (act: string, label: string) => (
    <button type="submit" class="hb-link-button" name="do" value={`${what}:${act}:${id}`}>
      {label}
      <span class="govuk-visually-hidden"> {name}</span>
    </button>
  );
  return (
    <>
      {button('up', 'Up')} {button('down', 'Down')} {button('remove', 'Take out')}
    </>
  );
}

/** One section with its clauses, and what can be done with each. */
export function SectionBlock({ id, section }: { id: string; section: Section }) {
  const title = section.heading === '' ? 'Before the first heading' : section.heading;
  return (
    <section>
      <h2>
        {section.ref}. <Name>{title}</Name>
      </h2>
      <p class="hb-actions">
        <a href={`/desk/policy/${id}/section/${section.id}`}>
          Heading<span class="govuk-visually-hidden"> of section {section.ref}</span>
        </a>{' '}
        <Move what="section" id={section.id} name={`section ${section.ref}`} />
      </p>
      <ul class="hb-clauses">
        {section.clauses.map((clause) => (
          <ClauseLine id={id} clause={clause} />
        ))}
      </ul>
      <p>
        <a href={`/desk/policy/${id}/clauses/new?section=${section.id}`}>
          Add a clause<span class="govuk-visually-hidden"> to section {section.ref}</span>
        </a>
      </p>
    </section>
  );
}
