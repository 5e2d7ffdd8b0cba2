/** What Discord's written rules ask of components: where they stand, their ids, their own limits. */
import { type Component, componentsOf } from './discord-message.ts'

/** Which component may stand where. */
export function checkLayout(components: Component[], v2: boolean): string[] {
  const faults: string[] = []
  const allowed = v2 ? [1, 9, 10, 12, 13, 14, 17] : [1]
  if (!v2 && components.length > 5) faults.push(`${components.length} action rows, at most 5`)
  const place = (parts: Component[], types: number[], where: string) => {
    for (const part of parts)
      if (!types.includes(part.type)) faults.push(`component type ${part.type} cannot stand ${where}`)
  }
  place(components, allowed, v2 ? 'at the top' : 'at the top without components V2')
  for (const part of componentsOf({ components })) {
    const children = part.components ?? []
    if (part.type === 17) place(children, [1, 9, 10, 12, 13, 14], 'in a Container')
    if (part.type === 17 && children.length === 0) faults.push('a Container is empty')
    if (part.type === 9) place(children, [10], 'in a Section')
    if (part.type === 9 && (children.length < 1 || children.length > 3))
      faults.push('a Section holds 1 to 3 Text Displays')
    if (part.type === 9 && ![2, 11].includes(part.accessory?.type ?? 0))
      faults.push('a Section needs a Button or Thumbnail')
    if (part.type === 1) faults.push(...checkRow(children))
  }
  return faults
}

function checkRow(children: Component[]): string[] {
  const selects = children.filter(({ type }) => [3, 5, 6, 7, 8].includes(type)).length
  const other = children.find(({ type }) => ![2, 3, 5, 6, 7, 8].includes(type))
  if (other) return [`component type ${other.type} cannot stand in an action row`]
  if (children.length === 0) return ['an action row is empty']
  if (selects && children.length > 1) return ['a select must be alone in its row']
  return children.length > 5 ? [`${children.length} buttons in a row, at most 5`] : []
}

export function checkIds(components: Component[]): string[] {
  const faults: string[] = []
  const seen = new Set<unknown>()
  const claim = (id: unknown, word: string) => {
    if (seen.has(id)) faults.push(`${word} ${id} is used twice`)
    seen.add(id)
  }
  for (const part of componentsOf({ components })) {
    if (part.custom_id !== undefined) {
      faults.push(...length('custom_id', part.custom_id, 1, 100))
      claim(part.custom_id, 'custom_id')
    } else if ([3, 4, 5, 6, 7, 8, 19, 21, 22, 23].includes(part.type))
      faults.push(`component type ${part.type} has no custom_id`)
    if (part.id) claim(part.id, 'component id')
  }
  return faults
}

/** The limits of each component by itself. */
export function checkParts(components: Component[]): string[] {
  return componentsOf({ components }).flatMap((part) => {
    if (part.type === 2) return checkButton(part)
    if (part.type === 3) return checkSelect(part)
    if (part.type === 10) return length('Text Display', part.content, 1, 4000)
    if (part.type === 18)
      return [
        ...length('Label', part.label, 1, 45),
        ...length('Label description', part.description ?? '', 0, 100),
      ]
    if (part.type === 4) return length('placeholder', part.placeholder ?? '', 0, 100)
    if (part.type === 13 && !(part.file as { url?: string } | undefined)?.url?.startsWith('attachment://'))
      return ['a File shows only attachment://']
    return part.type === 12 ? checkGallery(part) : []
  })
}

function checkGallery(part: Component): string[] {
  const items = (part.items ?? []) as { media?: { url?: string }; description?: string | null }[]
  const faults =
    items.length < 1 || items.length > 10 ? [`a Media Gallery has 1 to 10 items, not ${items.length}`] : []
  for (const { media, description } of items) {
    if (!/^(?:https?|attachment):\/\//.test(media?.url ?? '')) faults.push(`'${media?.url}' is no media`)
    // Absent it may be; empty it may not.
    if (description != null) faults.push(...length('media description', description, 1, 1024))
  }
  return faults
}

function checkButton(button: Component): string[] {
  const { style, url, custom_id, label, emoji, sku_id } = button
  const faults = length('button label', label ?? '', 0, 80)
  if (style === 6)
    return sku_id && !custom_id && !url && !label ? faults : [...faults, 'a premium button has only a sku_id']
  if (!label && !emoji) faults.push('a button needs a label or an emoji')
  if (style === 5) {
    if (custom_id) faults.push('a link button has no custom_id')
    faults.push(...length('button url', url, 1, 512))
    if (!/^(https?|discord):\/\//.test(url ?? ''))
      faults.push(`button url '${url}' is not http, https or discord`)
  } else if (style && style >= 1 && style <= 4) {
    if (!custom_id) faults.push('a button needs a custom_id')
    if (url) faults.push('only a link button has a url')
  } else faults.push(`unknown button style ${style}`)
  return faults
}

function checkSelect({ options = [], placeholder, min_values, max_values }: Component): string[] {
  const faults = length('select placeholder', placeholder ?? '', 0, 150)
  if (options.length < 1 || options.length > 25)
    faults.push(`a select has 1 to 25 options, not ${options.length}`)
  for (const option of options) {
    faults.push(
      ...length('option label', option.label, 1, 100),
      ...length('option value', option.value, 1, 100),
    )
    faults.push(...length('option description', option.description ?? '', 0, 100))
  }
  if (new Set(options.map(({ value }) => value)).size < options.length)
    faults.push('two options have the same value')
  const [least, most] = [Number(min_values ?? 1), Number(max_values ?? 1)]
  if (least > most || most > options.length)
    faults.push(`select of ${least} to ${most} among ${options.length} options`)
  if (options.filter((option) => option.default).length > most)
    faults.push('more default options than max_values')
  return faults
}

/** Discord counts code points, not UTF-16 code units. */
export function size(text: unknown): number {
  return typeof text === 'string' ? [...text].length : 0
}

export function length(what: string, text: unknown, least: number, most: number): string[] {
  if (typeof text !== 'string') return [`${what} is not a string`]
  const count = size(text)
  return count < least || count > most
    ? [`${what} has ${count} characters, allowed are ${least} to ${most}`]
    : []
}
