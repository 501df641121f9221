/**
 * Which hat somebody wears who works for the school and has a child there (S14, rule 42): a prompt, and nothing is asked
 * of them.
 */
export function StaffHat() {
  return (
    <p>
      Do you work for the school, too? In a class group you write as a parent. You do not speak for the school
      there, and what you know from your work stays out of it.
    </p>
  );
}
