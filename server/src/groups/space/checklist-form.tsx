import { Button, Checkboxes, Form } from '../../ui/index.ts';
import { CHECKLIST } from '../playbook/checklist.ts';

/** The checklist of one group, to tick and keep. */
export function ChecklistForm({ action, done }: { action: string; done: ReadonlySet<string> }) {
  return (
    <Form action={action}>
      <Checkboxes
        form={{ values: { done: [...done] }, errors: {} }}
        name="done"
        label="Tick what is done"
        items={CHECKLIST.map(({ id, label, how }) => ({ value: id, label, hint: how }))}
      />
      <Button kind="secondary">Keep my ticks</Button>
    </Form>
  );
}
