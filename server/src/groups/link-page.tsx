import { go, type Shown, type StaffContext } from '../edge/contexts.ts';
import { InsetText, Panel } from '../ui/index.ts';

/** A link that is shown once, to be handed over: to a moderator or to somebody of the PTA. */
export function linkPage(
  context: StaffContext<object>,
  back: { readonly href: string; readonly name: string },
  address: string | undefined,
): Shown {
  if (address === undefined) return go(back.href);
  return context.page({
    room: '/desk/groups',
    title: 'Their own link',
    back: { href: back.href, label: back.name },
    children: (
      <>
        <Panel title="Their own link">
          <span class="hb-code">{address}</span>
        </Panel>
        <InsetText>
          It is shown only now. Hand it over, or send it yourself. Whoever has it can open their page. You can
          make a new one at any time: the old one stops at once.
        </InsetText>
      </>
    ),
  });
}
