/** What Discord's written rules ask of embeds and files. */
import { length, size } from './discord-components.ts'
import { type Body, type Embed, type Message, mediaOf, type SentFile } from './discord-message.ts'

const MEGABYTE = 1024 * 1024

export function checkEmbeds(embeds: Embed[]): string[] {
  const faults = embeds.length > 10 ? [`${embeds.length} embeds, at most 10`] : []
  let sum = 0
  for (const embed of embeds) {
    const fields = (embed.fields as { name: string; value: string }[] | undefined) ?? []
    const footer = (embed.footer as { text?: string } | undefined)?.text ?? ''
    const author = (embed.author as { name?: string } | undefined)?.name ?? ''
    if (fields.length > 25) faults.push(`${fields.length} embed fields, at most 25`)
    for (const field of fields)
      faults.push(
        ...length('embed field name', field.name, 1, 256),
        ...length('embed field value', field.value, 1, 1024),
      )
    faults.push(
      ...length('embed title', embed.title ?? '', 0, 256),
      ...length('embed author', author, 0, 256),
    )
    faults.push(
      ...length('embed description', embed.description ?? '', 0, 4096),
      ...length('embed footer', footer, 0, 2048),
    )
    const texts = [
      embed.title,
      embed.description,
      footer,
      author,
      ...fields.flatMap(({ name, value }) => [name, value]),
    ]
    sum += texts.reduce((total, text) => total + size(text), 0)
  }
  return sum > 6000 ? [...faults, `${sum} characters in all embeds, at most 6000`] : faults
}

export function checkFiles(files: SentFile[]): string[] {
  const faults = files.length > 10 ? [`${files.length} files, at most 10`] : []
  for (const file of files) {
    if (!/^files\[\d+\]$/.test(file.field)) faults.push(`part ${file.field} is not files[n]`)
    if (!/^[\w.-]+$/.test(file.name)) faults.push(`file name '${file.name}' would be changed by Discord`)
    if (file.size > 10 * MEGABYTE) faults.push(`file ${file.name} is over 10 MiB`)
  }
  const total = files.reduce((sum, file) => sum + file.size, 0)
  return total > 25 * MEGABYTE ? [...faults, 'the request is over 25 MiB'] : faults
}

export function checkAttachments(
  body: Body,
  files: SentFile[],
  v2: boolean,
  existing: Message | undefined,
): string[] {
  const faults: string[] = []
  const kept = (existing?.attachments ?? []).filter(
    ({ id }) => body.attachments?.some((entry) => entry.id === id) ?? true,
  )
  const uploaded = files.map(({ field }) => field.slice(6, -1))
  for (const { id, description } of body.attachments ?? []) {
    if (!uploaded.includes(id) && !kept.some((entry) => entry.id === id))
      faults.push(`attachment ${id} has no file`)
    faults.push(...length('attachment description', description ?? '', 0, 1024))
  }
  for (const id of uploaded)
    if (body.attachments && !body.attachments.some((entry) => entry.id === id))
      faults.push(`files[${id}] is not in attachments`)
  const names = [...files.map(({ name }) => name), ...kept.map(({ filename }) => filename)]
  const shown = mediaOf(body).flatMap(({ url }) => (url?.startsWith('attachment://') ? [url.slice(13)] : []))
  for (const name of shown)
    if (!names.includes(name)) faults.push(`attachment://${name} names no file of this message`)
  for (const file of files)
    if (v2 && !shown.includes(file.name))
      faults.push(`file ${file.name} is uploaded but no component shows it`)
  return faults
}
