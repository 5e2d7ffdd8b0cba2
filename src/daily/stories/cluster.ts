/**
 * Average-linkage agglomerative clustering (UPGMA: Sokal & Michener, 1958): the two most alike groups that may be one
 * are joined, until there are no such two.
 */
import { areOne, LEAST, likeness } from './alike.ts'
import type { Analysed } from './analyse.ts'
import { neighboursOf } from './neighbours.ts'
import { joined, type Profile, profilesOf } from './profile.ts'

type Group = {
  members: number[]
  profile: Profile
  /** The likeness to each group that is near. */
  near: Map<Group, number>
  /** Those near ones that it was found to differ from, until either of them changes. */
  different: Set<Group>
  /** The most alike one that is not different, and its likeness; 0 without one. */
  best: Group | null
  value: number
  /** Since its neighbours were found. */
  isChanged: boolean
}

/** Indices of articles with the same terms: exact copies, which are one article to the rest. */
function textsOf(articles: Analysed[]): number[][] {
  const signatureOf = (at: number) => articles[at]?.terms.join(' ') || at
  return [...Map.groupBy(articles.keys(), signatureOf).values()]
}

/** The stories, each as indices into the articles. */
export function clusters(articles: Analysed[]): number[][] {
  const texts = textsOf(articles)
  const { profiles, rarities } = profilesOf(texts.map((copies) => copies.flatMap((at) => articles[at] ?? [])))
  let groups = texts.flatMap((copies, at) => (profiles[at] ? [newGroup(copies, profiles[at])] : []))
  // A group's neighbours are found once, and among many that are nearly copies they are all such: those of what has
  // changed are looked for again.
  for (let before = Number.POSITIVE_INFINITY; groups.length < before; ) {
    before = groups.length
    groups = joinAll(groups, rarities).map(({ members, profile, isChanged }) => ({
      ...newGroup(members, profile),
      isChanged,
    }))
  }
  return groups.map(({ members }) => members)
}

const newGroup = (members: number[], profile: Profile): Group => ({
  members,
  profile,
  near: new Map(),
  different: new Set(),
  best: null,
  value: 0,
  isChanged: true,
})

function joinAll(all: Group[], rarities: Float64Array): Group[] {
  const groups = new Set(all)
  const profiles = all.map(({ profile }) => profile)
  for (const [at, near] of neighboursOf(profiles, (at) => all[at]?.isChanged ?? false).entries())
    for (const other of near) connect(all[at], all[other])
  for (const group of all) group.isChanged = false
  for (const group of groups) findBest(group)
  for (let group = closest(groups); group; group = closest(groups)) {
    const other = group.best as Group
    if (areOne(group.profile, other.profile, group.value, rarities)) {
      groups.delete(other)
      join(group, other, group.value)
    } else {
      group.different.add(other)
      other.different.add(group)
      findBest(group)
      findBest(other)
    }
  }
  return [...groups]
}

function connect(a: Group | undefined, b: Group | undefined): void {
  if (!a || !b || a.near.has(b)) return
  const value = likeness(a.profile, b.profile)
  a.near.set(b, value)
  b.near.set(a, value)
}

function findBest(group: Group): void {
  let [best, highest]: [Group | null, number] = [null, LEAST]
  for (const [other, value] of group.near)
    if (value >= highest && !group.different.has(other) && (value > highest || best === null))
      [best, highest] = [other, value]
  group.best = best
  group.value = best ? highest : 0
}

/** The group whose best one is nearest of all. */
function closest(groups: Set<Group>): Group | null {
  let [found, highest]: [Group | null, number] = [null, 0]
  for (const group of groups) if (group.value > highest) [found, highest] = [group, group.value]
  return found
}

/** Puts a group into another one; those near either of them learn of it. */
function join(kept: Group, gone: Group, value: number): void {
  const around = new Set([...kept.near.keys(), ...gone.near.keys()])
  around.delete(kept)
  around.delete(gone)
  kept.members.push(...gone.members)
  kept.isChanged = true
  kept.profile = joined(kept.profile, gone.profile, value)
  kept.near.clear()
  kept.different.clear()
  for (const other of around) {
    const changed = other.best === kept || other.best === gone
    other.near.delete(gone)
    other.different.delete(gone)
    other.different.delete(kept)
    const now = likeness(kept.profile, other.profile)
    kept.near.set(other, now)
    other.near.set(kept, now)
    if (changed) findBest(other)
    else if (now > Math.max(other.value, LEAST)) [other.best, other.value] = [kept, now]
  }
  findBest(kept)
}
