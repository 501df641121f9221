/** The database cannot be used as it is: the one line says why and what to do. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
}
