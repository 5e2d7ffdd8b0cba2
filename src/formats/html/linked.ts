/** The schema.org descriptions (JSON-LD) of a page → what they say of its article. */
import { z } from 'zod'

/** https://schema.org/Article; the values of a field in order, as text. */
export type Linked = {
  titles: string[]
  authors: string[]
  publishers: string[]
  dates: string[]
  languages: string[]
  urls: string[]
}

const ARTICLE = /(?:Article|BlogPosting|Posting|Report|Review|ScholarlyArticle|OpinionNewsArticle)$/
const PAGE = /(?:WebPage|ItemPage|AboutPage|CreativeWork|Recipe|QAPage|Book|VideoObject)$/
/** A page that describes more of them describes no article. */
const [MAX_NODES, MAX_DEPTH, MAX_AUTHORS] = [5000, 20, 20]

const fields = z.looseObject({
  '@type': z.unknown().optional(),
  '@id': z.string().optional().catch(undefined),
})
type Node = z.infer<typeof fields>

/** What the texts of a page's JSON-LD say; those that are broken say nothing. An article counts before a page. */
export function readLinked(texts: string[]): Linked {
  const nodes = texts.flatMap((text) => nodesOf(parse(text)))
  const byId = new Map(
    nodes.filter((node) => nameOf(node).length > 0).map((node) => [node['@id'] ?? '', node]),
  )
  const main = nodes.find((node) => isA(node, ARTICLE)) ?? nodes.find((node) => isA(node, PAGE))
  const values = (...names: string[]) => names.flatMap((name) => textsOf(main?.[name], byId))
  return {
    titles: values('headline', 'name'),
    authors: values('author', 'creator').slice(0, MAX_AUTHORS),
    publishers: values('publisher', 'isPartOf', 'sourceOrganization'),
    dates: values('datePublished', 'dateCreated', 'uploadDate', 'dateModified'),
    languages: values('inLanguage'),
    urls: textsOf(main?.url, byId),
  }
}

function parse(text: string): unknown {
  try {
    // Some pages wrap it, as if it were a script, in a comment or in a CDATA section.
    const bare = text.replace('<![CDATA[', '').replace(']]>', '')
    const end = Math.max(bare.lastIndexOf('}'), bare.lastIndexOf(']'))
    return JSON.parse(bare.slice(Math.max(bare.search(/[[{]/), 0), end + 1))
  } catch {
    return undefined
  }
}

/** All objects in it, outermost first: graphs and lists may hold the article anywhere. */
function nodesOf(root: unknown): Node[] {
  const found: Node[] = []
  let level: unknown[] = [root]
  for (let depth = 0; depth < MAX_DEPTH && level.length > 0 && found.length < MAX_NODES; depth++) {
    const nodes = level.flatMap(listOf).flatMap((value): Node[] => {
      const { data } = fields.safeParse(value)
      return data ? [data] : []
    })
    for (const node of nodes) if (found.length < MAX_NODES) found.push(node)
    level = nodes.flatMap((node) => Object.values(node))
  }
  return found
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value.flat(2) : [value])

const isA = (node: Node, types: RegExp) =>
  listOf(node['@type']).some((type) => typeof type === 'string' && types.test(type))

/** A value's text, its name, or the name of the object that it refers to. */
function textsOf(value: unknown, byId: Map<string, Node>): string[] {
  return listOf(value)
    .slice(0, MAX_AUTHORS)
    .flatMap((one) => {
      if (typeof one === 'string') return byId.get(one) ? nameOf(byId.get(one)) : [one]
      const { data } = fields.safeParse(one)
      if (!data) return []
      const own = nameOf(data)
      return own.length > 0 ? own : nameOf(byId.get(data['@id'] ?? ''))
    })
}

const nameOf = (node: Node | undefined): string[] =>
  listOf(node?.name ?? node?.['@value'] ?? node?.alternateName).filter((name) => typeof name === 'string')
