/** Said about one file, page, feed or line; the rest goes on. */
export class Refusal extends Error {
  override name = 'Refusal'
}
