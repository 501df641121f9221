import type { Child } from 'hono/jsx';

/** One thing to do. Without `href` it cannot be started yet. */
export interface Task {
  readonly title: string;
  readonly href?: string | undefined;
  readonly hint?: Child;
  /** Where it stands: a {@link Tag}, or words such as "Done". */
  readonly status: Child;
}

/** Steps to take, in their order, each with where it stands. `id` tells two lists on one page apart. */
export function TaskList({ tasks, id = 'tasks' }: { tasks: readonly Task[]; id?: string | undefined }) {
  return (
    <ol class="hb-tasks">
      {tasks.map(({ title, href, hint, status }, index) => {
        const statusId = `${id}-${index + 1}-status`;
        return (
          <li class="hb-tasks__item">
            <div class="hb-tasks__what">
              {href === undefined ? (
                <span>{title}</span>
              ) : (
                <a class="hb-tasks__link" href={href} aria-describedby={statusId}>
                  {title}
                </a>
              )}
              {hint !== undefined && <div class="hb-tasks__hint">{hint}</div>}
            </div>
            <div class="hb-tasks__status" id={statusId}>
              {status}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
