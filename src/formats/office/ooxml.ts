/** What Word and PowerPoint files have in common: parts that refer to one another, and core properties. */
import { posix } from 'node:path'
import { readDate } from '../../text/date.ts'
import type { Origin } from '../parsed.ts'
import { languageOf, NO_ORIGIN } from '../text-builder.ts'
import { firstTexts, readXml } from '../xml.ts'
import type { Zip } from '../zip.ts'

export type Relation = { id: string; type: string; target: string }

/** The parts that a part refers to; `''` is the package itself. The targets are names in the archive. */
export async function relationsOf(zip: Zip, part: string): Promise<Relation[]> {
  const { dir, base } = posix.parse(part)
  const xml = await zip.text(posix.join(dir, '_rels', `${base}.rels`))
  const relations: Relation[] = []
  if (xml)
    readXml(xml, {
      open: (name, { Id, Type, Target, TargetMode }) => {
        if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return
        const target = Target.startsWith('/') ? Target.slice(1) : posix.join(dir, Target)
        relations.push({ id: Id, type: posix.basename(Type), target })
      },
    })
  return relations
}

/** The part that holds the document itself. */
export async function mainPart(zip: Zip, usual: string): Promise<string> {
  const relations = await relationsOf(zip, '')
  const target = relations.find(({ type }) => type === 'officeDocument')?.target
  return target && zip.names.includes(target) ? target : usual
}

/** Title, author and date as the package's core properties have them. */
export async function coreProperties(zip: Zip): Promise<Origin> {
  const relations = await relationsOf(zip, '')
  const xml = await zip.text(
    relations.find(({ type }) => type === 'core-properties')?.target ?? 'docProps/core.xml',
  )
  if (!xml) return NO_ORIGIN
  const properties = firstTexts(xml)
  return {
    title: properties.get('title') ?? null,
    author: properties.get('creator') ?? null,
    source: properties.get('publisher') ?? null,
    date: readDate(properties.get('created') ?? properties.get('modified') ?? '') ?? null,
    language: languageOf(properties.get('language')),
  }
}
