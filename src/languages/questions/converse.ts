/** English verbs whose sides are swapped in others: what one sells, the other buys. */
const PAIRS: [string, string][] = [
  [
    'sell supply deliver export provide send give offer hand furnish ship grant donate award pay transfer go bring pass',
    'buy receive get import purchase obtain acquire take accept gain have procure',
  ],
  ['lend', 'borrow owe'],
  ['depend rely need require', 'sustain feed'],
  ['benefit gain profit', 'lose suffer'],
  ['travel go continue fly move head', 'host'],
  ['write author compose draft', 'read'],
  ['rent lease let', 'rent lease hire charter'],
  ['beat defeat win', 'lose'],
  ['teach', 'learn'],
  ['own hold possess', 'belong'],
  ['employ', 'work'],
  ['cause lead trigger prompt', 'result stem follow'],
  ['attack invade strike', 'defend suffer'],
]

/** For each verb, those that say the same from the other side. */
export const converseVerbs: ReadonlyMap<string, string[]> = (() => {
  const verbs = new Map<string, Set<string>>()
  for (const pair of PAIRS) {
    const sides = pair.map((side) => side.split(' '))
    for (const [at, side] of sides.entries())
      for (const verb of side) {
        const others = sides[1 - at] ?? []
        verbs.set(verb, new Set([...(verbs.get(verb) ?? []), ...others.filter((other) => other !== verb)]))
      }
  }
  return new Map([...verbs].map(([verb, others]) => [verb, [...others]]))
})()

/** Verbs that say nearly the same. */
export const likeVerbs: ReadonlyMap<string, string[]> = new Map(
  PAIRS.flat().flatMap((side) => {
    const verbs = side.split(' ')
    return verbs.map((verb) => [verb, verbs.filter((other) => other !== verb)] as const)
  }),
)
