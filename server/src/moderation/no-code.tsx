/** What stands where a policy's code is needed and there is none. */
export function NoCode({ href }: { href: string }) {
  return (
    <>
      <p>
        The school has no policy with a code of conduct in force at the moment, so there is nothing to check a
        message against.
      </p>
      <p>
        <a href={`${href}/ask`}>Who do I ask?</a> helps you find the right person for a worry.
      </p>
    </>
  );
}
